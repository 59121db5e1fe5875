import { type RawBuilder, sql } from "kysely";
import type { EventQuestion } from "./leaf.ts";
import { milliseconds } from "./leaf.ts";
import { propertySql } from "./leaf-property.ts";

/** Whose events: all of the organization's, or within a lateral join those of one contact (`e.contact_id = t.id`). */
export type Scope = { organizationId: string; now: Date; contact: RawBuilder<unknown> };

/** Clocks of senders may run ahead of ours: an event may bear a time that is later than its id. */
const slackMs = 86_400_000;

/** The least id an event of this moment or later can have: ids are made at arrival. A constant to the planner, so that it prunes partitions. */
export const idFloor = (from: Date): string => {
  const hex = Math.max(0, from.getTime() - slackMs)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

export const windowStart = ({ window }: EventQuestion, now: Date): Date | null => {
  if (window.kind === "last") return new Date(now.getTime() - milliseconds(window));
  return window.kind === "between" && window.from ? new Date(window.from) : null;
};

/** Whether a moment (as SQL) lies in the window. */
export const inWindow = (leaf: EventQuestion, now: Date, at: RawBuilder<unknown>): RawBuilder<boolean> => {
  const { window } = leaf;
  const start = windowStart(leaf, now);
  const parts = [
    ...(start ? [window.kind === "last" ? sql`${at} > ${start}::timestamptz` : sql`${at} >= ${start}::timestamptz`] : []),
    ...(window.kind === "between" && window.to ? [sql`${at} < ${window.to}::timestamptz`] : []),
  ];
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` and `)})`;
};

/** Rows (contact_id, id, at, x) of the events that are such ones, within the window unless `anyTime`. `x` is asked of the event as `e`. */
export const matches = (leaf: EventQuestion, scope: Scope, x: RawBuilder<unknown>, anyTime = false): RawBuilder<unknown> => {
  const { relation } = leaf;
  const start = windowStart(leaf, scope.now);
  // Choosing the newest of all needs no older ones than the window of the last days: without one there the answer is no anyway.
  const floor = start && (!anyTime || (leaf.measure.kind === "last" && leaf.window.kind === "last")) ? idFloor(start) : null;
  const such = sql`e.organization_id = ${scope.organizationId} and ${scope.contact} and e.name = ${leaf.event} and not e.bot
      ${floor ? sql`and e.id >= ${floor}::uuid` : sql``} ${anyTime ? sql`` : sql`and ${inWindow(leaf, scope.now, sql`e.occurred_at`)}`}
      ${leaf.where.length > 0 ? sql`and ${sql.join(leaf.where.map(propertySql), sql` and `)}` : sql``}`;
  if (!relation) return sql`select e.contact_id, e.id, e.occurred_at as at, ${x} as x from events e where ${such}`;
  const within = relation.within ? milliseconds(relation.within) : null;
  const others = floorOfOthers(leaf, start, floor !== null, within);
  // One walk over both names in the order of time: the nearest of the others behind (or ahead of) each.
  const [nearest, order] = relation.order === "before" ? [sql`min`, sql`desc`] : [sql`max`, sql`asc`];
  const distance = relation.order === "before" ? sql`near - at` : sql`at - near`;
  return sql`
    select contact_id, id, at, x from (
      select contact_id, id, at, x, mine, ${nearest}(at) filter (where not mine) over (partition by contact_id order by at ${order}) as near from (
        select e.contact_id, e.id, e.occurred_at as at, ${x} as x, true as mine from events e where ${such}
        union all
        select e.contact_id, e.id, e.occurred_at as at, null as x, false as mine from events e
         where e.organization_id = ${scope.organizationId} and ${scope.contact} and e.name = ${relation.event} and not e.bot ${others ? sql`and e.id >= ${others}::uuid` : sql``}) b) r
     where mine and near is not null ${within === null ? sql`` : sql`and ${distance} <= ${`${within} milliseconds`}::interval`}`;
};

/** The other event may be older than the window where it comes before: by `within`, or by any time. */
const floorOfOthers = (leaf: EventQuestion, start: Date | null, bounded: boolean, within: number | null): string | null => {
  if (!start || !bounded) return null;
  if (leaf.relation?.order === "before") return idFloor(start);
  return within === null ? null : idFloor(new Date(start.getTime() - within));
};
