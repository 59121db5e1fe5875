import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { ContactCondition, FieldCondition } from "./condition.api.ts";
import { type Bounds, dateBounds } from "./condition-days.ts";
import { type Asked, askedField, byAlphabet, type KnownField } from "./condition-fields.ts";

/** What a condition is asked with: the organization's own fields, the moment "now" is, and where its days begin. */
export type Known = { fields: readonly KnownField[]; now: Date; timeZone: string };

/**
 * One question as SQL on `contacts` as `c`, never null. Contains the organization wherever it looks beyond the row, so candor_app and
 * candor_system may both ask it. A negation holds wherever its opposite does not: also for whom nothing is known. A field that is no more
 * is a field nobody has a value in.
 */
export const conditionSql = (condition: ContactCondition, known: Known): RawBuilder<boolean> => {
  switch (condition.about) {
    case "field":
      return fieldSql(condition, known);
    case "tag":
      return when(
        condition.op === "has",
        sql`exists (select from contact_tags k where k.organization_id = c.organization_id and k.contact_id = c.id and k.tag_id = ${condition.tagId}::uuid)`,
      );
    case "consent":
      // The last entry holds, of the same moment the withdrawal: there is a grant that no withdrawal follows.
      return when(
        condition.op === "granted",
        sql`exists (select from consent_ledger e
          where e.organization_id = c.organization_id and e.contact_id = c.id and e.channel = ${condition.channel} and e.purpose = ${condition.purpose} and e.action = 'granted'
            and not exists (select from consent_ledger w
              where w.organization_id = e.organization_id and w.contact_id = e.contact_id and w.channel = e.channel and w.purpose = e.purpose and w.action = 'withdrawn'
                and w.occurred_at >= e.occurred_at))`,
      );
    case "reachable":
      return when(
        condition.op === "is",
        sql`exists (select from identities i where i.organization_id = c.organization_id and i.contact_id = c.id and i.retired_at is null
          and i.kind in (${sql.join(reachedBy[condition.by])}) and (i.undeliverable_at is null or i.undeliverable_at <= i.last_seen_at))`,
      );
    case "conversation":
      return when(
        condition.op === "is",
        sql`exists (select from conversations v where v.organization_id = c.organization_id and v.contact_id = c.id${conversationStates[condition.state]})`,
      );
    case "segment":
      return when(
        condition.op === "in",
        sql`exists (select from segment_members m where m.organization_id = c.organization_id and m.contact_id = c.id and m.segment_id = ${condition.segmentId}::uuid)`,
      );
  }
};

const when = (wanted: boolean, truth: RawBuilder<unknown>): RawBuilder<boolean> =>
  wanted ? sql<boolean>`(${truth})` : sql<boolean>`(not (${truth}))`;

const reachedBy = { whatsapp: ["phone", "whatsapp_user_id"], phone: ["phone"], email: ["email"] };
const conversationStates = {
  open: sql` and v.state = 'open'`,
  closed: sql` and v.state = 'closed'`,
  unanswered: sql` and v.state = 'open' and v.preview ->> 'direction' = 'inbound'`,
  any: sql``,
};

type FieldQuestion = z.output<typeof FieldCondition>;

const opposites: Partial<Record<FieldQuestion["op"], FieldQuestion["op"]>> = {
  is_not: "is",
  not_one_of: "one_of",
  not_contains: "contains",
  not_in_last_days: "in_last_days",
  unknown: "known",
};

const fieldSql = ({ field, op, value }: FieldQuestion, known: Known): RawBuilder<boolean> => {
  const asked = askedField(field, known.fields);
  const opposite = opposites[op];
  if (!asked) return opposite ? sql<boolean>`true` : sql<boolean>`false`;
  const truth = positive(asked, opposite ?? op, value, known);
  // `is not null` instead of coalesce: wrapped into a function, a comparison would never meet its index.
  return when(opposite === undefined, sql`${asked.column} is not null and ${truth}`);
};

const positive = (asked: Asked, op: FieldQuestion["op"], value: FieldQuestion["value"], known: Known): RawBuilder<unknown> => {
  const { kind, column } = asked;
  if (op === "known") return filled(asked);
  switch (kind) {
    case "text":
      return textSql(column, op, value);
    case "choice":
      // In the collation its index sorts by, which equality does not mind.
      return sql`${asked.slot ? byAlphabet(column) : column} in (${sql.join(list(value).map((each) => choiceValue(asked, each)))})`;
    case "choices":
      return sql`${column} ?| ${list(value)}::text[]`;
    case "number":
      return numberSql(column, op, value);
    case "flag":
      return sql`${column} = ${value === true}`;
    case "day":
    case "moment":
      return boundsSql(column, dateBounds(kind, op, value, known));
  }
};

const list = (value: FieldQuestion["value"]): string[] => (Array.isArray(value) ? value : [value]).map(String);

const filled = ({ kind, column }: Asked) => {
  if (kind === "text") return sql`${column} <> ''`;
  if (kind === "choices") return sql`${column} <> '[]'::jsonb and ${column} <> 'null'::jsonb`;
  return sql`true`;
};

const choiceValue = (asked: Asked, value: string) => {
  if (asked.values === "member") return sql`${value}::uuid`;
  return sql`${asked.values === "country" ? value.toUpperCase() : value}::text`;
};

/** candor_fold written out: its setting of search_path keeps it from being inlined, which made a pass over all contacts ten times slower. */
export const folded = (column: RawBuilder<unknown>) => sql`lower(unaccent('unaccent'::regdictionary, ${column}))`;

const textSql = (column: RawBuilder<unknown>, op: FieldQuestion["op"], value: FieldQuestion["value"]) => {
  const sought = list(value).map((each) => sql`candor_fold(${each}::text)`);
  if (op === "contains") return sql`strpos(${folded(column)}, ${sought[0]}) > 0`;
  if (op === "starts_with") return sql`starts_with(${folded(column)}, ${sought[0]})`;
  return sql`${folded(column)} in (${sql.join(sought)})`;
};

const comparisons: Partial<Record<FieldQuestion["op"], RawBuilder<unknown>>> = {
  is: sql`=`,
  more_than: sql`>`,
  at_least: sql`>=`,
  less_than: sql`<`,
  at_most: sql`<=`,
};

const numberSql = (column: RawBuilder<unknown>, op: FieldQuestion["op"], value: FieldQuestion["value"]) => {
  if (Array.isArray(value)) return sql`${column} >= ${value[0]}::float8 and ${column} <= ${value[1]}::float8`;
  return sql`${column} ${comparisons[op] ?? sql`=`} ${value}::float8`;
};

const boundsSql = (column: RawBuilder<unknown>, { min, minOpen, max, maxOpen }: Bounds) =>
  sql.join(
    [
      ...(min ? [sql`${column} ${minOpen ? sql`>` : sql`>=`} ${min}::timestamptz`] : []),
      ...(max ? [sql`${column} ${maxOpen ? sql`<` : sql`<=`} ${max}::timestamptz`] : []),
    ],
    sql` and `,
  );
