import { type RawBuilder, sql } from "kysely";
import { builtInFields, type operators } from "./condition.api.ts";
import { type Slot, slots } from "./slots.ts";

type Operator = (typeof operators)[number];

/** How a field is asked: which operators it knows and what is compared how. */
export type AskedKind = "text" | "choice" | "choices" | "number" | "flag" | "day" | "moment";

/** What conditions need to know of an organization's own field. */
export type KnownField = { key: string; type: string; slot: string | null; archived?: boolean };

export type Asked = {
  kind: AskedKind;
  /** On `contacts` as `c`. */
  column: RawBuilder<unknown>;
  /** Null where it is no spare column: then it cannot have an index of its own. */
  slot: Slot | null;
  /** What a value of a choice must look like. */
  values?: "member" | "country";
};

const textual = ["is", "is_not", "one_of", "not_one_of", "contains", "not_contains", "starts_with", "known", "unknown"] as const;
const chosen = ["is", "is_not", "one_of", "not_one_of", "known", "unknown"] as const;
const dated = [
  "is",
  "is_not",
  "before",
  "after",
  "between",
  "in_last_days",
  "not_in_last_days",
  "in_next_days",
  "known",
  "unknown",
] as const;
export const operatorsOf: Record<AskedKind, readonly Operator[]> = {
  text: textual,
  choice: chosen,
  choices: ["contains", "not_contains", "one_of", "not_one_of", "known", "unknown"],
  number: ["is", "is_not", "more_than", "at_least", "less_than", "at_most", "between", "known", "unknown"],
  flag: ["is", "is_not", "known", "unknown"],
  day: dated,
  moment: dated,
};

const builtIn: Record<(typeof builtInFields)[number], { kind: AskedKind; column: string; values?: "member" | "country" }> = {
  name: { kind: "text", column: "name" },
  company: { kind: "text", column: "company" },
  language: { kind: "text", column: "language" },
  country: { kind: "choice", column: "country", values: "country" },
  time_zone: { kind: "text", column: "time_zone" },
  stage: { kind: "choice", column: "stage" },
  owner: { kind: "choice", column: "owner_id", values: "member" },
  score: { kind: "number", column: "score" },
  created_at: { kind: "moment", column: "created_at" },
  last_seen_at: { kind: "moment", column: "last_seen_at" },
};

const kinds: Record<string, AskedKind> = {
  text: "text",
  long_text: "text",
  link: "text",
  phone: "text",
  email: "text",
  number: "number",
  money: "number",
  date: "day",
  time: "moment",
  yes_no: "flag",
  choice: "choice",
  choices: "choices",
};

const allSlots: readonly string[] = [...slots.text, ...slots.number, ...slots.date, ...slots.flag];
export const isSlot = (name: string | null): name is Slot => name !== null && allSlots.includes(name);
const isBuiltIn = (field: string): field is (typeof builtInFields)[number] => (builtInFields as readonly string[]).includes(field);

/** Words in the order a person would put them in, whatever collation the database was made with. */
export const byAlphabet = (column: RawBuilder<unknown>) => sql`${column} collate "und-x-icu"`;

/** Null where there is no such field. */
export const askedField = (field: string, fields: readonly KnownField[]): Asked | null => {
  if (isBuiltIn(field)) {
    const { column, ...about } = builtIn[field];
    return { ...about, column: sql`${sql.ref(`c.${column}`)}`, slot: null };
  }
  const key = /^fields\.(.+)$/s.exec(field)?.[1];
  const own = key === undefined ? undefined : fields.find((each) => each.key === key && !each.archived);
  const kind = own && kinds[own.type];
  if (!own || !kind) return null;
  if (isSlot(own.slot)) return { kind, column: sql`${sql.ref(`c.${own.slot}`)}`, slot: own.slot };
  return { kind, column: extraColumn(own.key, kind), slot: null };
};

/** Another organization's field may have the same key and hold something else: only what looks right is cast. */
const extraColumn = (key: string, kind: AskedKind): RawBuilder<unknown> => {
  if (kind === "choices") return sql`(c.extra -> ${key}::text)`;
  const text = sql`(c.extra ->> ${key}::text)`;
  if (kind === "number") return sql`(case when ${text} ~ '^-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?$' then ${text}::float8 end)`;
  if (kind === "flag") return sql`(case when ${text} in ('true', 'false') then ${text}::boolean end)`;
  if (kind === "day" || kind === "moment") return sql`(case when ${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then ${text}::timestamptz end)`;
  return text;
};
