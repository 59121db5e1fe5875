import { templateLanguages } from "./template-languages.ts";
import { buttonProblems } from "./template-rules-buttons.ts";
import { cardProblems, codeProblems, offerProblems } from "./template-rules-kinds.ts";
import { bodyProblems, footerProblems, headerProblems } from "./template-rules-text.ts";
import { type Note, type Part, type Problem, partOf, type Written } from "./template-shape.ts";

/** A stored file meant as a sample; null when there is no such file. */
export type Sample = { mime: string | null; size: number } | null;

/** What the account already has, for the rules that no text alone can break. */
export type AccountFacts = {
  now: Date;
  /** Others of the same name: the languages there are, and those deleted lately. */
  sameName: { language: string; category: string; state: string; deletedAt: Date | null }[];
  names: number;
  createdThisHour: number;
  /** Set when a template that Meta has is being changed. */
  changing?: { name: string; language: string; category: string; state: string; edits: Date[] };
  samples: Record<string, Sample>;
};

export const limits = {
  name: 512,
  header: 60,
  body: 1024,
  footer: 60,
  button: 25,
  buttons: 10,
  url: 2000,
  offer: 16,
  offerBody: 600,
  card: 160,
  cards: [2, 10],
  couponCode: 15,
  codeMinutes: [1, 90],
  namesUnverified: 250,
  names: 6000,
  createdAnHour: 100,
  editsADay: 1,
  editsAMonth: 10,
  nameBlockedDays: 30,
} as const;

const day = 24 * 3600_000;
/** May be changed at Meta; anything else has to become one of these first. */
export const changeable = ["APPROVED", "REJECTED", "PAUSED"];

/**
 * Everything Meta is known to refuse when a template is created or edited (the 2388xxx family), each with the
 * field and a stable code. Hints are what reviewers tend to reject, and what may well pass.
 */
export const checkTemplate = (written: Written, facts: AccountFacts): Problem[] => {
  const problems: Problem[] = [];
  const note: Note = (field, code, message, params = {}) => problems.push({ field, code, message, params, severity: "error" });
  const hint: Note = (field, code, message, params = {}) => problems.push({ field, code, message, params, severity: "hint" });

  if (facts.changing) changeProblems(written, facts, facts.changing, note);
  else identityProblems(written, facts, note, hint);
  componentProblems(written, facts, note);
  for (const part of written.components) if (part.type === "BODY") categoryHints(written, part, hint);
  return problems;
};

export const firstError = (problems: Problem[]): Problem | undefined => problems.find((problem) => problem.severity === "error");

/** Until when a deleted template's name and language cannot be used again. */
export const blockedUntil = (deletedAt: Date): Date => new Date(deletedAt.getTime() + limits.nameBlockedDays * day);

export const nameProblem = (name: string): { code: string; message: string } | null => {
  if (name === "") return { code: "name_missing", message: "Give the template a name." };
  if (name.length > limits.name) return { code: "name_length", message: `A name has at most ${limits.name} characters.` };
  if (!/^[a-z0-9_]+$/.test(name)) return { code: "name_format", message: "A name has lower-case letters, digits and underscores only." };
  return null;
};

const identityProblems = (written: Written, facts: AccountFacts, note: Note, hint: Note) => {
  const { name, language } = written;
  const wrong = nameProblem(name);
  if (wrong) note("name", wrong.code, wrong.message, { most: limits.name });
  if (!templateLanguages.includes(language))
    note("language", "language_unknown", `WhatsApp has no templates in "${language}".`, { language });
  const same = facts.sameName.filter((one) => one.language === language);
  const gone = same.find((one) => one.state === "DELETED" && one.deletedAt && blockedUntil(one.deletedAt) > facts.now);
  if (same.some((one) => one.state !== "DELETED"))
    note("name", "name_taken", `There is already a template ${name} in this language.`, { name, language });
  else if (gone?.deletedAt)
    note(
      "name",
      "name_blocked",
      `A template ${name} in this language was deleted. Meta keeps the name back until ${blockedUntil(gone.deletedAt).toISOString().slice(0, 10)}.`,
      { name, until: blockedUntil(gone.deletedAt).toISOString() },
    );
  const sibling = facts.sameName.find((one) => !["DELETED", "DRAFT"].includes(one.state) && one.category !== written.category);
  if (sibling)
    hint("category", "category_differs", `Other languages of ${name} are ${sibling.category.toLowerCase()}.`, {
      category: sibling.category,
    });
  const isNewName = facts.sameName.every((one) => ["DELETED", "DRAFT"].includes(one.state));
  if (isNewName && facts.names >= limits.names)
    note("name", "names_full", `This account has ${facts.names} templates; Meta allows ${limits.names}.`, { most: limits.names });
  else if (isNewName && facts.names >= limits.namesUnverified)
    hint(
      "name",
      "names_many",
      `Meta allows ${limits.namesUnverified} names while the business is not verified; this account has ${facts.names}.`,
      {
        used: facts.names,
        most: limits.namesUnverified,
      },
    );
  if (facts.createdThisHour >= limits.createdAnHour)
    note("name", "created_too_many", `Meta takes ${limits.createdAnHour} new templates an hour. Wait a while.`, {
      most: limits.createdAnHour,
    });
};

const changeProblems = (written: Written, facts: AccountFacts, changing: NonNullable<AccountFacts["changing"]>, note: Note) => {
  if (!changeable.includes(changing.state))
    note("state", "not_editable", `A template that is ${changing.state.toLowerCase()} cannot be edited.`, { state: changing.state });
  if (changing.state === "APPROVED" && written.category !== changing.category)
    note("category", "category_fixed", "The category of an approved template cannot be changed.", { category: changing.category });
  const rest = editRest(changing, facts.now);
  if (rest) note("state", rest.code, rest.message, { until: rest.until.toISOString() });
};

/** Why an approved template may not be edited again yet, and from when it may. */
export const editRest = (template: { state: string; edits: Date[] }, now: Date): { code: string; message: string; until: Date } | null => {
  if (template.state !== "APPROVED") return null;
  const times = template.edits.map((at) => at.getTime()).sort((a, b) => b - a);
  const recent = times.filter((at) => at > now.getTime() - 30 * day);
  const oldest = recent[limits.editsAMonth - 1];
  if (oldest !== undefined)
    return {
      code: "edits_month",
      message: `An approved template can be edited ${limits.editsAMonth} times in 30 days.`,
      until: new Date(oldest + 30 * day),
    };
  const last = recent[0];
  if (last !== undefined && last > now.getTime() - day)
    return { code: "edits_day", message: "An approved template can be edited once in 24 hours.", until: new Date(last + day) };
  return null;
};

const componentProblems = (written: Written, facts: AccountFacts, note: Note) => {
  const { components, category } = written;
  for (const type of new Set(components.map((part) => part.type)))
    if (components.filter((part) => part.type === type).length > 1)
      note(fieldOf(type), "part_twice", `A template has one ${type.toLowerCase()} at most.`, { part: type });
  if (category === "AUTHENTICATION") return codeProblems(components, note);
  const [header, body, footer, buttons, carousel, offer] = ["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"].map(
    (type) => partOf(components, type),
  );
  if (header) headerProblems("header", header, written.parameterFormat, facts.samples.header, note);
  bodyProblems("body", body, written.parameterFormat, limits.body, true, note);
  if (footer) footerProblems(footer, note);
  if (buttons) buttonProblems("buttons", buttons.buttons ?? [], note);
  if (carousel) cardProblems(components, written.parameterFormat, facts.samples, note);
  if (offer) offerProblems(components, category, note);
};

const fieldOf = (type: string) =>
  ({ HEADER: "header", BODY: "body", FOOTER: "footer", BUTTONS: "buttons", CAROUSEL: "cards", LIMITED_TIME_OFFER: "offer" })[type] ?? type;

const promotional =
  /\b(sale|discount|% off|percent off|offer|deal|coupon|promo|voucher|free gift|buy one|cheap|black friday|save \d)|خصم|تخفيض|عرض خاص|عروض|كوبون|مجان/i;
const shortened = /\b(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|rebrand\.ly|cutt\.ly)\//i;

const categoryHints = (written: Written, body: Part, hint: Note) => {
  const text = body.text ?? "";
  const word = promotional.exec(text)?.[0];
  if (written.category === "UTILITY" && word)
    hint(
      "category",
      "sounds_promotional",
      `"${word}" sounds like marketing: Meta tends to reject or recategorise such a utility template.`,
      { word },
    );
  if (shortened.test(text)) hint("body.text", "short_link", "Shortened links are often rejected. Write the whole address.");
};
