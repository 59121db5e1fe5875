type About = { title: string; name: string; due_at: Date | null; due_day: string | null; language: string; zone: string; link: string };

/** In the member's language and time zone. */
export const reminderLetter = ({ title, name, due_at, due_day, language, zone, link }: About): { subject: string; text: string } => {
  const arabic = language.startsWith("ar");
  const locale = arabic ? "ar" : "en-GB";
  const when = due_day
    ? new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${due_day}T00:00:00Z`))
    : due_at
      ? new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone: zone }).format(due_at)
      : null;
  return arabic
    ? { subject: `تذكير: ${title}`, text: `مرحبًا ${name}،\n\n${title}\n${when ? `الموعد: ${when}\n` : ""}\n${link}\n` }
    : { subject: `Reminder: ${title}`, text: `Hello ${name},\n\n${title}\n${when ? `Due: ${when}\n` : ""}\n${link}\n` };
};
