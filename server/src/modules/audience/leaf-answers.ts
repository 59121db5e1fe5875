import { type RawBuilder, sql } from "kysely";
import { type EventQuestion, milliseconds } from "./leaf.ts";
import { inWindow, matches, type Scope } from "./leaf-matches.ts";
import { numberOf, propertySql, textOf } from "./leaf-property.ts";

/**
 * Rows (contact_id, ok, due_at) for contacts that have such events; whoever has none has the base. `due_at`: when the next one leaves a
 * window of the last days whose leaving may change the answer.
 */
export const answersSql = (leaf: EventQuestion, scope: Scope): RawBuilder<unknown> => {
  const { measure } = leaf;
  switch (measure.kind) {
    case "happened":
      return counted(leaf, "at_least", 1, matches(leaf, scope, sql`null::text`));
    case "count":
      return counted(leaf, measure.op, measure.value, matches(leaf, scope, sql`null::text`));
    case "distinct":
      // The newest event of each value: a value leaves with it.
      return counted(
        leaf,
        measure.op,
        measure.value,
        sql`select contact_id, max(at) as at from (${matches(leaf, scope, textOf(measure.property))}) d where x is not null group by contact_id, x`,
      );
    case "sum":
      return summed(leaf, measure, matches(leaf, scope, sql`coalesce(${numberOf(measure.property)}, 0)`));
    default:
      return chosen(leaf, measure, scope);
  }
};

const lasting = ({ window }: EventQuestion): RawBuilder<unknown> | null =>
  window.kind === "last" ? sql`${`${milliseconds(window)} milliseconds`}::interval` : null;

const counted = (leaf: EventQuestion, op: "at_least" | "at_most" | "exactly", value: number, rows: RawBuilder<unknown>) => {
  const window = lasting(leaf);
  if (!window)
    return sql`select contact_id, ${compare(op, sql`count(*)`, value)} as ok, null::timestamptz as due_at from (${rows}) m group by contact_id`;
  if (op === "at_least" && value === 1)
    return sql`select contact_id, true as ok, max(at) + ${window} as due_at from (${rows}) m group by contact_id`;
  // The n-th newest, and the one after it: as long as they stay, so does "at least n", and "more than n".
  const nth = sql`times[${value}::int]`;
  const next = sql`times[${value + 1}::int]`;
  const due = {
    at_least: nth,
    at_most: next,
    exactly: sql`coalesce(${next}, ${nth})`,
  }[op];
  return sql`
    select contact_id, ${compare(op, sql`cardinality(times)`, value)} as ok, ${due} + ${window} as due_at
      from (select contact_id, array_agg(at order by at desc) as times from (${rows}) m group by contact_id) n`;
};

const compare = (op: "at_least" | "at_most" | "exactly", number: RawBuilder<unknown>, value: number) =>
  sql`${number} ${{ at_least: sql`>=`, at_most: sql`<=`, exactly: sql`=` }[op]} ${String(value)}::numeric`;

const summed = (leaf: EventQuestion, { op, value }: { op: "at_least" | "at_most"; value: number }, rows: RawBuilder<unknown>) => {
  const window = lasting(leaf);
  if (!window)
    return sql`select contact_id, ${compare(op, sql`sum(x)`, value)} as ok, null::timestamptz as due_at from (${rows}) m group by contact_id`;
  // `rest`: the sum once this event and all older ones have left. Values may be negative, so any of them may be the one that turns it.
  return sql`
    select contact_id, bool_or(ok) as ok, min(at) filter (where rest_ok <> ok) + ${window} as due_at from (
      select contact_id, at, ${compare(op, sql`total`, value)} as ok, ${compare(op, sql`rest`, value)} as rest_ok from (
        select contact_id, at, sum(x) over (partition by contact_id) as total,
               sum(x) over (partition by contact_id order by at desc, id desc rows unbounded preceding) - x as rest from (${rows}) m) s) o
     group by contact_id`;
};

type Chosen = Extract<EventQuestion["measure"], { kind: "first" | "last" }>;

const chosen = (leaf: EventQuestion, { kind, is }: Chosen, scope: Scope) => {
  const window = lasting(leaf);
  const order = kind === "first" ? sql`asc` : sql`desc`;
  const rows = matches(leaf, scope, is ? propertySql(is) : sql`true`, true);
  const ok = sql`(x and ${inWindow(leaf, scope.now, sql`at`)})`;
  return sql`
    select contact_id, ${ok} as ok, ${window ? sql`case when ${ok} then at + ${window} end` : sql`null::timestamptz`} as due_at
      from (select contact_id, ${kind === "first" ? sql`min` : sql`max`}(at) as at, ${is ? sql`(array_agg(x order by at ${order}, id ${order}))[1]` : sql`true`} as x
              from (${rows}) m group by contact_id) f`;
};

/** The same rows for some contacts, each by the index of its own events. */
export const answersOf = (leaf: EventQuestion, scope: Omit<Scope, "contact">, contactIds: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select a.contact_id, a.ok, a.due_at from unnest(${contactIds}::uuid[]) as t (id)
   cross join lateral (${answersSql(leaf, { ...scope, contact: sql`e.contact_id = t.id` })}) a`;
