import { type RawBuilder, sql } from "kysely";
import { askedField, type Known } from "../contacts/index.ts";
import type { FieldQuestion } from "./leaf.ts";

/**
 * Rows (contact_id, due_at) of the contacts for whom time alone will change the answer of a condition on days: the next of the moments at
 * which the value's day (contacts/condition-days.ts) enters or leaves the period. `contact` chooses among contacts as `c`.
 */
export const alarmsSql = (
  { field, op, value }: FieldQuestion,
  known: Known,
  organizationId: string,
  contact: RawBuilder<unknown>,
): RawBuilder<unknown> | null => {
  const asked = askedField(field, known.fields);
  if (!asked || (asked.kind !== "day" && asked.kind !== "moment")) return null;
  const days = Number(value);
  const { now, timeZone } = known;
  const day = asked.kind === "day" ? sql`(v at time zone 'UTC')::date` : sql`(v at time zone ${timeZone})::date`;
  const midnight = (shift: number) => sql`((${day} + ${shift}::int)::timestamp at time zone ${timeZone})`;
  const whole = asked.kind === "day";
  const moments =
    op === "in_next_days" ? [midnight(-days), whole ? midnight(1) : sql`v`] : [whole ? midnight(0) : sql`v`, midnight(days + 1)];
  const ahead = moments.map((moment) => sql`case when ${moment} > ${now}::timestamptz then ${moment} end`);
  // Conditions reach ten years at most: what lies further away has its turn when something touches it, or never.
  return sql`
    select contact_id, due_at from (
      select c.id as contact_id, (select least(${sql.join(ahead)}) from (select ${asked.column} as v) f
               where v > ${now}::timestamptz - interval '20 years' and v < ${now}::timestamptz + interval '20 years') as due_at
        from contacts c where c.organization_id = ${organizationId} and ${contact} and ${asked.column} is not null) a
     where due_at is not null`;
};
