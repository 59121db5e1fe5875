import { z } from "zod";
import { invalid } from "./errors.ts";

export const pageLimit = 100;

/** Keyset pages: `?limit=&after=` gives `{ items, next }`; `next` is null on the last page. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(pageLimit).default(30).describe(`How many items, at most ${pageLimit}`),
  // A template's name alone may have 512 characters.
  after: z.string().max(1000).optional().describe("The `next` of the page before"),
});

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const cursorOf = (parts: (string | number | Date | null)[]) =>
  Buffer.from(JSON.stringify(parts.map((part) => (part instanceof Date ? part.toISOString() : part)))).toString("base64url");

/** The parts of a cursor as strings. A cursor is opaque to callers; a mangled one is bad input. */
export const readCursor = (after: string | undefined, length: number): string[] | null => {
  if (after === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === "string" || typeof part === "number"))
      return parts.map(String);
  } catch {
    // told below
  }
  throw invalid("after", "This is not a page cursor.", "Pass the `next` of the page before, unchanged.");
};

/** The id in a cursor of one id: a made-up cursor is bad input too, not a fault of the database. */
export const idCursor = (after: string | undefined): string | undefined => {
  const [id] = readCursor(after, 1) ?? [];
  if (id !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw invalid("after", "This is not a page cursor.", "Pass the `next` of the page before, unchanged.");
  return id;
};

/** Cuts a list fetched with one row too many. */
export const toPage = <Row, Item>(
  rows: Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => (string | number | Date | null)[],
) => {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(item), next: rows.length > limit && last !== undefined ? cursorOf(cursor(last)) : null };
};

/** A place in a list ordered by (moment, id). The moment is PostgreSQL's own text: a JavaScript date would cut its microseconds and skip rows. */
export type Place = { at: string; id: string };
const momentText = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;
const isMoment = (text: string) =>
  momentText.test(text) && !Number.isNaN(Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")));
const uuidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const readPlace = (after: string | undefined, field = "after"): Place | null => {
  const [at, id] = readCursor(after, 2) ?? [];
  if (at === undefined || id === undefined) return null;
  if (!isMoment(at) || !uuidText.test(id))
    throw invalid(field, "This is not a page cursor.", `Pass the \`${field === "after" ? "next" : field}\` of the page before, unchanged.`);
  return { at, id };
};
