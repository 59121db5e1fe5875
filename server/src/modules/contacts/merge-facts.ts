import type { FieldDefinition } from "./fields.ts";

/** A contact's row as jsonb tells it: exact to the microsecond, so that it can be put back as it was. */
export type Row = Record<string, unknown>;
export type Winner = "this" | "other";
export type Winners = Record<string, Winner>;
type Part = { columns: string[]; extra?: string };

/** Columns that are one fact together. */
const built: Record<string, string[]> = {
  name: ["name", "name_source", "named_at"],
  company: ["company", "company_id"],
  language: ["language"],
  country: ["country"],
  time_zone: ["time_zone"],
  stage: ["stage", "stage_since"],
  owner: ["owner_id"],
};

/** What one chooses between, by the names conditions and exports use: `name`, `stage`, `fields.<key>`. */
export const partsOf = (fields: FieldDefinition[]): Map<string, Part> =>
  new Map([
    ...Object.entries(built).map(([name, columns]): [string, Part] => [name, { columns }]),
    ...fields
      .filter((field) => !field.archived)
      .map((field): [string, Part] => [`fields.${field.key}`, field.slot ? { columns: [field.slot] } : { columns: [], extra: field.key }]),
  ]);

const extraOf = (row: Row) => (row.extra ?? {}) as Record<string, unknown>;
const first = (row: Row, part: Part) => (part.extra === undefined ? row[part.columns[0] ?? ""] : extraOf(row)[part.extra]);
const isEmpty = (value: unknown) => value === null || value === undefined || value === "";
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export type Choice = { field: string; suggested: Winner; differs: boolean };

/** For each fact whether the two say something different, and which one we would take: what is known before what is not. */
export const choices = (fields: FieldDefinition[], mine: Row, other: Row): Choice[] =>
  [...partsOf(fields)].map(([field, part]) => {
    const [a, b] = [first(mine, part), first(other, part)];
    return { field, suggested: suggest(field, mine, other, a, b), differs: !same(a, b) && !(isEmpty(a) && isEmpty(b)) };
  });

const suggest = (field: string, mine: Row, other: Row, a: unknown, b: unknown): Winner => {
  if (isEmpty(b)) return "this";
  if (isEmpty(a)) return "other";
  // A name a member wrote before one a profile told; whoever is further than where everybody begins.
  if (field === "name") return mine.name_source !== "member" && other.name_source === "member" ? "other" : "this";
  if (field === "stage") return a === "lead" && b !== "lead" ? "other" : "this";
  return "this";
};

/** What the survivor's row becomes: only the columns that change. */
export const mergedFacts = (fields: FieldDefinition[], mine: Row, other: Row, winners: Winners): Row => {
  const after: Row = {};
  const extra = { ...extraOf(mine) };
  for (const { field, suggested } of choices(fields, mine, other)) {
    const part = partsOf(fields).get(field);
    if (!part || (winners[field] ?? suggested) === "this") continue;
    for (const column of part.columns) after[column] = other[column];
    if (part.extra !== undefined) extra[part.extra] = extraOf(other)[part.extra];
  }
  after.extra = Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== undefined));
  after.last_seen_at = later(mine.last_seen_at, other.last_seen_at);
  after.created_at = later(mine.created_at, other.created_at) === mine.created_at ? other.created_at : mine.created_at;
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => !same(mine[column], value)));
};

export const later = (one: unknown, other: unknown) => {
  if (typeof one !== "string") return other ?? null;
  return typeof other === "string" && Date.parse(other) > Date.parse(one) ? other : one;
};

/** The way back: what still is as the merge left it becomes what it was; what somebody changed since stays theirs. Facts go as a whole. */
export const restoredFacts = (facts: { before: Row; after: Row }, now: Row): Row => {
  const back: Row = {};
  const { before, after } = facts;
  const groups = [
    ...Object.values(built),
    ...Object.keys(after)
      .filter((column) => !Object.values(built).flat().includes(column))
      .map((column) => [column]),
  ];
  for (const columns of groups) {
    const changed = columns.filter((column) => column in after && column !== "extra");
    if (changed.length === 0 || !changed.every((column) => same(now[column], after[column]))) continue;
    for (const column of changed) back[column] = before[column];
  }
  if ("extra" in after) back.extra = restoredExtra(extraOf(before), extraOf(after), extraOf(now));
  return Object.fromEntries(Object.entries(back).filter(([column, value]) => !same(now[column], value)));
};

const restoredExtra = (before: Row, after: Row, now: Row): Row => {
  const back = { ...now };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (same(before[key], after[key]) || !same(now[key], after[key])) continue;
    if (before[key] === undefined) delete back[key];
    else back[key] = before[key];
  }
  return back;
};
