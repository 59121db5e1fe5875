import { z } from "zod";
import { readDay, readMoment } from "./field-read-date.ts";
import { readMoney, readNumber, westernDigits } from "./field-read-number.ts";
import type { StoredValue } from "./field-values.ts";
import type { FieldDefinition } from "./fields.ts";
import { readPhone } from "./phone.ts";

/** Where numbers and times without country and zone belong. */
export type Home = { country: string | null; timeZone: string };
export type Read = { value: StoredValue | null } | { message: string; remedy?: string };

export const longest = { text: 500, long_text: 10_000, link: 2000, email: 254, phone: 40 } as const;

/**
 * A raw value as a person, a program or a file wrote it, as the field holds it. Empty text, an empty list and null are no value. Texts are
 * read generously where only one thing can be meant, and refused where it could be two.
 */
export const readValue = (definition: FieldDefinition, raw: unknown, home: Home): Read => {
  if (raw === null || raw === undefined) return { value: null };
  if (typeof raw === "string") {
    if (raw.includes("\u0000")) return { message: "The text holds a NUL character.", remedy: "Remove it." };
    if (raw.trim() === "") return { value: null };
  }
  return readers[definition.type](typeof raw === "string" ? raw.trim() : raw, definition, home);
};

type Reader = (raw: unknown, definition: FieldDefinition, home: Home) => Read;
const value = (read: StoredValue | null, otherwise: { message: string; remedy?: string }): Read =>
  read === null ? otherwise : { value: read };

const text =
  (most: number): Reader =>
  (raw) => {
    const written = typeof raw === "number" || typeof raw === "boolean" ? String(raw) : raw;
    if (typeof written !== "string") return { message: "This takes a text." };
    return written.length > most ? { message: `This takes at most ${most.toLocaleString("en")} characters.` } : { value: written };
  };

const readLink = (raw: unknown): string | null => {
  if (typeof raw !== "string" || /\s/.test(raw)) return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(raw) ? raw : `https://${raw}`);
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) return null;
  return /\.[^.]|^localhost$|^\[/.test(url.hostname) ? url.href : null;
};

const yes = new Set(["true", "yes", "y", "1", "نعم"]);
const no = new Set(["false", "no", "n", "0", "لا"]);
const readFlag = (raw: unknown): boolean | null => {
  if (typeof raw === "boolean") return raw;
  const word = String(raw).toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
};

const sameWord = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const optionOf = (raw: unknown, { options }: FieldDefinition): string | null => {
  if (typeof raw !== "string" && typeof raw !== "number") return null;
  const open = options.filter((option) => !option.archived);
  return (open.find((option) => option.key === String(raw)) ?? open.find((option) => sameWord(option.name, String(raw))))?.key ?? null;
};
const offered = ({ options }: FieldDefinition) => {
  const open = options.filter((option) => !option.archived);
  return `Choose ${open
    .slice(0, 10)
    .map((option) => option.name)
    .join(", ")}${open.length > 10 ? " or one of the others" : ""}.`;
};

/** One name that holds a comma is itself; a text of several is divided at semicolons, else at commas. */
const readChoices: Reader = (raw, definition) => {
  const whole = optionOf(raw, definition);
  const parts =
    whole !== null ? [raw] : Array.isArray(raw) ? raw : typeof raw === "string" ? raw.split(raw.includes(";") ? ";" : ",") : null;
  if (!parts) return { message: "This takes a list of choices.", remedy: offered(definition) };
  const keys = new Set<string>();
  for (const part of parts) {
    if (typeof part === "string" && part.trim() === "") continue;
    const key = optionOf(typeof part === "string" ? part.trim() : part, definition);
    if (key === null) return { message: `${JSON.stringify(part).slice(0, 100)} is not one of the choices.`, remedy: offered(definition) };
    keys.add(key);
  }
  // In the order of the options: the same choices are the same value.
  return { value: keys.size === 0 ? null : definition.options.filter((option) => keys.has(option.key)).map((option) => option.key) };
};

const readers: Record<FieldDefinition["type"], Reader> = {
  text: text(longest.text),
  long_text: text(longest.long_text),
  number: (raw) => readNumber(raw),
  money: (raw, { currency }) => readMoney(raw, currency ?? "USD"),
  date: (raw) => value(readDay(raw), { message: "This is not a day of the calendar.", remedy: "Write it as 2026-11-30." }),
  time: (raw, _definition, { timeZone }) =>
    value(readMoment(raw, timeZone), {
      message: "This is not a moment.",
      remedy: "Write it as 2026-11-30T14:30, with an offset or Z where it is not local.",
    }),
  yes_no: (raw) => value(readFlag(raw), { message: "This takes yes or no.", remedy: "Send true or false." }),
  choice: (raw, definition) =>
    value(optionOf(raw, definition), { message: "This is not one of the choices.", remedy: offered(definition) }),
  choices: readChoices,
  link: (raw) => {
    const link = readLink(raw);
    if (link === null) return { message: "This is not a web address.", remedy: "Write it as https://example.com/page." };
    return link.length > longest.link ? { message: `A web address may have at most ${longest.link} characters.` } : { value: link };
  },
  phone: (raw, _definition, { country }) => {
    const digits = String(raw).length > longest.phone ? null : readPhone(westernDigits(String(raw)), country);
    return value(digits && `+${digits}`, {
      message: "It is not clear which number this is.",
      remedy: "Write it with its country code, such as +44 20 7946 0018.",
    });
  },
  email: (raw) => {
    const address = typeof raw === "string" ? raw.replace(/^mailto:/i, "").toLowerCase() : "";
    return address.length <= longest.email && z.email().safeParse(address).success
      ? { value: address }
      : { message: "This is not an e-mail address." };
  },
};
