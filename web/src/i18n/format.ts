import { formattingLocale } from "./message.ts";

export type Time = string | number | Date;
export type Formats = ReturnType<typeof formats>;

const day = 86_400_000;
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * day],
  ["month", 30 * day],
  ["week", 7 * day],
  ["day", day],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

/** Everything that is written differently in another language or time zone. Instants are ISO strings, ms or Dates. */
export function formats(language: string, timeZone?: string, region?: string) {
  const locale = formattingLocale(region ?? language);
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (time: Time) => format.format(new Date(time));
  };
  const time = dates({ hour: "2-digit", minute: "2-digit" });
  const dayAndMonth = dates({ day: "numeric", month: "short" });
  const date = dates({ day: "numeric", month: "short", year: "numeric" });
  const longDate = dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const weekday = dates({ weekday: "short" });
  const dayKey = new Intl.DateTimeFormat("en-CA", { timeZone });
  const relativeNumeric = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const number = new Intl.NumberFormat(locale);

  /** "2026-11-22" in the person's time zone: for grouping by day. */
  const dayOf = (at: Time) => dayKey.format(new Date(at));
  const daysAgo = (at: Time, now: Time = Date.now()) => (Date.parse(dayOf(now)) - Date.parse(dayOf(at))) / day;

  const relative = (at: Time, now: Time = Date.now()) => {
    const away = new Date(at).getTime() - new Date(now).getTime();
    const [unit, size] = steps.find(([, ms]) => Math.abs(away) >= ms) ?? ["second", 1000];
    return relativeNumeric.format(Math.trunc(away / size), unit);
  };

  return {
    locale,
    timeZone,
    time,
    /** With its seconds. */
    clock: dates({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    date,
    longDate,
    dateTime: dates({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }),
    dayOf,
    relative,
    /** As a list shows it: today the time, yesterday its name, this week the weekday, then the date. */
    short: (at: Time, now: Time = Date.now()) => {
      const days = daysAgo(at, now);
      if (days === 0) return time(at);
      if (days === 1) return capital(relativeNumeric.format(-1, "day"));
      if (days > 1 && days < 7) return weekday(at);
      return dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? dayAndMonth(at) : date(at);
    },
    /** The line between two days of a thread. */
    dayHeading: (at: Time, now: Time = Date.now()) => {
      const days = daysAgo(at, now);
      return days === 0 || days === 1 ? capital(relativeNumeric.format(-days, "day")) : longDate(at);
    },
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      options ? written(new Intl.NumberFormat(locale, options), value) : number.format(value),
    percent: (share: number) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share),
    /** Money travels as minor units (bigint or number) with its currency. */
    money: (minor: number | bigint | string, currency: string) => {
      const format = new Intl.NumberFormat(locale, { style: "currency", currency });
      return written(format, Number(minor) / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    bytes: (bytes: number) => {
      const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
      const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
      const options = { style: "unit", unit: units[power], unitDisplay: power === 0 ? "long" : "short" } as const;
      return new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: power < 2 ? 0 : 1 }).format(bytes / 1000 ** power);
    },
    list: (items: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}

/** From right to left a currency's sign of letters and marks ("US$") is kept together: it would stand there as "$US". */
const written = (format: Intl.NumberFormat, value: number): string => {
  const text = format.format(value);
  if (!text.includes("\u200f")) return text;
  return format
    .formatToParts(value)
    .map((part) => (part.type === "currency" ? `\u2066${part.value}\u2069` : part.value))
    .join("");
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
