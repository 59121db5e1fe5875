import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cursorOf, type Place, readPlace } from "../../kernel/page.ts";
import type { ViewQuery } from "./inbox.api.ts";
import { itemsOf } from "./items.ts";
import { readerOf } from "./unread.ts";

type Query = z.output<typeof ViewQuery>;
type Found = { id: string; at: string };

/** One page of a view, last talked in first. Each view reads one index in its order (migrations 0005 and 0014), so a page costs the same in any size. */
export const view = (ctx: Ctx, query: Query) =>
  ctx.transaction(async (tx) => {
    const rows = await placesIn(tx, ctx, query, readPlace(query.after));
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: await itemsOf(
        tx,
        ctx,
        page.map((row) => row.id),
      ),
      next: last && rows.length > query.limit ? cursorOf([last.at, last.id]) : null,
    };
  });

const placesIn = async (tx: Tx, ctx: Ctx, query: Query, from: Place | null): Promise<Found[]> => {
  const reader = readerOf(ctx);
  if (query.view === "mine" && reader === null) return [];
  const state = query.view === "closed" ? "closed" : "open";
  const conditions = [sql`c.organization_id = ${ctx.organizationId}`, sql`c.state = ${state}`];
  if (query.view === "mine") conditions.push(sql`c.assignee_id = ${reader}`);
  if (query.view === "unassigned") conditions.push(sql`c.assignee_id is null`);
  if (query.view === "failed") conditions.push(sql`c.failed`);
  if (query.channel !== undefined) conditions.push(sql`c.channel_id = ${query.channel}`);
  if (query.contact !== undefined) conditions.push(sql`c.contact_id = ${query.contact}`);
  const { rows } = await (query.label === undefined
    ? plainView(conditions, query, from)
    : labelView(conditions, { ctx, label: query.label, state }, query, from)
  ).execute(tx);
  return rows;
};

type Conditions = ReturnType<typeof sql>[];

const plainView = (conditions: Conditions, query: Query, from: Place | null) => {
  const after = from ? [sql`(c.last_message_at, c.id) < (${from.at}::timestamptz, ${from.id}::uuid)`] : [];
  // `is null` does not count as "always the same value" to the planner: named first, the order is the index's own.
  const first = query.view === "unassigned" ? sql`c.assignee_id, ` : sql``;
  return sql<Found>`select c.id, c.last_message_at::text as at from conversations c where ${sql.join([...conditions, ...after], sql` and `)}
    order by ${first}c.last_message_at desc, c.id desc limit ${query.limit + 1}`;
};

const labelView = (
  conditions: Conditions,
  { ctx, label, state }: { ctx: Ctx; label: string; state: string },
  query: Query,
  from: Place | null,
) => {
  const after = from ? [sql`(l.last_message_at, l.conversation_id) < (${from.at}::timestamptz, ${from.id}::uuid)`] : [];
  const labelled = [sql`l.organization_id = ${ctx.organizationId}`, sql`l.label_id = ${label}`, sql`l.state = ${state}`];
  return sql<Found>`select c.id, l.last_message_at::text as at from conversation_labels l join conversations c on c.organization_id = l.organization_id and c.id = l.conversation_id
    where ${sql.join([...labelled, ...conditions, ...after], sql` and `)} order by l.last_message_at desc, l.conversation_id desc limit ${query.limit + 1}`;
};
