/** JSON as others write it: every reader answers null instead of throwing, whatever stands there. */
export type Json = Record<string, unknown>;

/**
 * Reads a body so that all of it can be stored: PostgreSQL's text and jsonb hold neither a zero byte nor half a surrogate pair, and
 * whole numbers beyond 2^53 (template ids may be) would lose digits, so they become strings.
 */
export const readJson = (text: string): unknown => {
  const json: unknown = unsafeNumber.test(text)
    ? JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown)
    : JSON.parse(text);
  return escapes.test(text) || text.includes("\ufffd") ? storable(json) : json;
};

const unsafeNumber = /[:[,\s]-?\d{16,}/;
// A raw zero byte is no JSON; escaped ones and lone surrogates are.
const escapes = /\\u(0000|d[89a-f])/i;

const keepDigits = (_key: string, value: unknown, context: { source?: string }) =>
  typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value) && context.source !== undefined
    ? context.source
    : value;

/** The same value with every string as PostgreSQL can hold it. */
export const storable = (value: unknown): unknown => {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), storable(item)]));
  return value;
};
export const storableText = (text: string) => text.toWellFormed().replaceAll("\u0000", "\ufffd");

export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A text that is not empty; ids come as numbers now and then. */
export const textOf = (value: unknown): string | null => {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : null;
};

export const numberOf = (value: unknown): number | null => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
};

/** Drops what is not there, so that `content` holds only what was said. */
export const present = (fields: Json): Json => {
  const kept: Json = {};
  for (const [name, value] of Object.entries(fields)) if (value !== null && value !== undefined && value !== false) kept[name] = value;
  return kept;
};

const skewMs = 5 * 60_000;

/**
 * Seconds since 1970 as a string or a number (milliseconds on Messenger and in some test events). What is missing, unreadable or more
 * than five minutes ahead of our clock is taken as having happened when it arrived: a wrong clock must not hold a window open.
 */
export const momentOf = (value: unknown, receivedAt: Date): Date => {
  const number = numberOf(value);
  if (number === null || number <= 0) return receivedAt;
  const millis = number > 100_000_000_000 ? number : number * 1000;
  return millis > receivedAt.getTime() + skewMs ? receivedAt : new Date(millis);
};
