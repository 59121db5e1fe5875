import { type RawBuilder, sql } from "kysely";
import { invalid } from "../../kernel/errors.ts";
import { cursorOf, readCursor } from "../../kernel/page.ts";
import { type AskedKind, askedField, byAlphabet, type KnownField } from "./condition-fields.ts";

export type Direction = "asc" | "desc";

/** A stretch of the list one index walks: those with a value in its order, then those without one. Equal ones by id. */
type Part = { key: string; where: RawBuilder<unknown>; valued: boolean };
export type Order = {
  parts: Part[];
  /** What is sorted by, on `contacts` as `c`; null: by id alone. */
  column: RawBuilder<unknown> | null;
  cast: "text" | "float8" | "boolean" | "timestamptz";
  direction: Direction;
  /** The index that walks it, where that is made on demand; null: it is always there. */
  index: string | null;
};
/** Where a page ends: the part, the value there in PostgreSQL's own words, the contact. */
export type Spot = { part: string; value: string; id: string };

export const sortable = ["name", "company", "score", "created_at", "last_seen_at"];
const builtInKinds: Record<string, AskedKind> = {
  name: "text",
  company: "text",
  score: "number",
  created_at: "moment",
  last_seen_at: "moment",
};
const casts: Partial<Record<AskedKind, Order["cast"]>> = {
  ...{ text: "text", choice: "text", number: "float8", flag: "boolean", day: "timestamptz", moment: "timestamptz" },
};

/** The order asked for; newest first where none is. `stages` are their keys in the organization's order. */
export const orderOf = (
  sort: string | undefined,
  direction: Direction,
  fields: readonly KnownField[],
  stages: readonly string[],
): Order => {
  if (sort === undefined)
    return { parts: [{ key: "all", where: sql`true`, valued: false }], column: null, cast: "text", direction, index: null };
  if (sort === "stage") return byStage(direction, stages);
  const own = sort.startsWith("fields.") ? askedField(sort, fields) : null;
  const name = own ? own.slot : sort;
  const cast = casts[own?.kind ?? builtInKinds[sort] ?? "choices"];
  if (name === null || cast === undefined)
    throw invalid(
      "sort",
      own ? `A list cannot be sorted by ${sort}.` : `There is no field ${sort} to sort by.`,
      `Sort by ${sortable.join(", ")}, stage, or fields.<key> of a field whose \`filterable\` is fast.`,
    );
  const plain = sql.ref(`c.${name}`);
  const column = cast === "text" ? byAlphabet(sql`${plain}`) : sql`${plain}`;
  // An empty name is no name; the other columns are null where there is nothing.
  const [filled, empty] = name === "name" ? [sql`${column} > ''`, sql`${column} = ''`] : [sql`${plain} is not null`, sql`${plain} is null`];
  return {
    parts: [
      { key: "value", where: filled, valued: true },
      { key: "none", where: empty, valued: false },
    ],
    column,
    cast,
    direction,
    index: `contacts_order_${name}`,
  };
};

/** Refuses what cannot be sorted by. */
export const checkSort = (sort: string, fields: readonly KnownField[]): void => void orderOf(sort, "asc", fields, []);

/** In the order the organization gave its stages, not in that of their keys; the newest of a stage first. */
const byStage = (direction: Direction, stages: readonly string[]): Order => ({
  parts: (direction === "asc" ? [...stages] : stages.toReversed()).map((key) => ({ key, where: sql`c.stage = ${key}`, valued: false })),
  column: null,
  cast: "text",
  direction: "desc",
  index: null,
});

export const spotCursor = (spot: Spot) => cursorOf([spot.part, spot.value, spot.id]);

/** A cursor of another order, or a made-up one, is bad input: it must not fail in the database. */
export const readSpot = (after: string | undefined, order: Order): Spot | null => {
  const [part, value, id] = readCursor(after, 3) ?? [];
  if (part === undefined || value === undefined || id === undefined) return null;
  const known = order.parts.find((each) => each.key === part);
  if (!known || (known.valued && !fits[order.cast](value)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw invalid("after", "This is not a page cursor of this list.", "Pass the `next` of the page before, unchanged, with the same sort.");
  return { part, value, id };
};

const fits: Record<Order["cast"], (value: string) => boolean> = {
  text: (value) => !value.includes("\u0000"),
  float8: (value) => value !== "" && Number.isFinite(Number(value)),
  boolean: (value) => value === "true" || value === "false",
  timestamptz: (value) => /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(value),
};
