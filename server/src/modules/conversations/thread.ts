import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cursorOf, type Place, readPlace } from "../../kernel/page.ts";
import { messageColumns, presentMessages } from "./present.ts";
import type { ThreadQuery } from "./thread.api.ts";

/** A thread's messages, newest first. `around` opens it at one message (a search hit); `before` goes on towards today from there. */
export const thread = (ctx: Ctx, conversationId: string, query: z.output<typeof ThreadQuery>) =>
  ctx.transaction(async (tx) => {
    await requireConversation(tx, ctx.organizationId, conversationId);
    const of: Of = { tx, organizationId: ctx.organizationId, conversationId };
    const above = readPlace(query.before, "before");
    if (query.around !== undefined) return around(of, query.around, query.limit);
    if (above) return towardsToday(of, above, query.limit);
    const rows = await older(of, readPlace(query.after), query.limit + 1);
    return page(of, rows.slice(0, query.limit), { older: rows.length > query.limit, newer: false });
  });

/** The same words for a foreign organization's conversation and for one that never was. */
export const requireConversation = async (tx: Tx, organizationId: string, conversationId: string) => {
  const found = await tx
    .selectFrom("conversations")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", conversationId)
    .executeTakeFirst();
  if (!found) throw notFound("conversation");
};

type Of = { tx: Tx; organizationId: string; conversationId: string };
type Row = Awaited<ReturnType<typeof older>>[number];

const messages = ({ tx, organizationId, conversationId }: Of) =>
  tx
    .selectFrom("messages")
    .select(messageColumns)
    .select(sql<string>`occurred_at::text`.as("exactly_at"))
    .where("organization_id", "=", organizationId)
    .where("conversation_id", "=", conversationId);

const older = (of: Of, from: Place | null, limit: number, including = false) => {
  const query = messages(of).orderBy("occurred_at", "desc").orderBy("id", "desc").limit(limit);
  if (!from) return query.execute();
  return query
    .where(
      including
        ? sql<boolean>`(occurred_at, id) <= (${from.at}::timestamptz, ${from.id}::uuid)`
        : sql<boolean>`(occurred_at, id) < (${from.at}::timestamptz, ${from.id}::uuid)`,
    )
    .execute();
};

const newer = async (of: Of, from: Place, limit: number) => {
  const rows = await messages(of)
    .where(sql<boolean>`(occurred_at, id) > (${from.at}::timestamptz, ${from.id}::uuid)`)
    .orderBy("occurred_at", "asc")
    .orderBy("id", "asc")
    .limit(limit)
    .execute();
  return rows.reverse();
};

const towardsToday = async (of: Of, from: Place, limit: number) => {
  const rows = await newer(of, from, limit + 1);
  return page(of, rows.slice(-limit), { older: rows.length > 0, newer: rows.length > limit });
};

const around = async (of: Of, messageId: string, limit: number) => {
  const hit = await messages(of).where("id", "=", messageId).executeTakeFirst();
  if (!hit) throw notFound("message");
  const from: Place = { at: hit.exactly_at, id: hit.id };
  const [wantAbove, wantBelow] = [Math.floor(limit / 2), Math.ceil(limit / 2)];
  const above = await newer(of, from, wantAbove + 1);
  const below = await older(of, from, wantBelow + 1, true);
  const rows = [...(wantAbove > 0 ? above.slice(-wantAbove) : []), ...below.slice(0, wantBelow)];
  return page(of, rows, { older: below.length > wantBelow, newer: above.length > wantAbove });
};

const page = async (of: Of, rows: Row[], more: { older: boolean; newer: boolean }) => {
  const place = (row: Row | undefined) => (row ? cursorOf([row.exactly_at, row.id]) : null);
  return {
    items: await presentMessages(of.tx, of.organizationId, rows),
    next: more.older ? place(rows.at(-1)) : null,
    newer: more.newer ? place(rows[0]) : null,
  };
};
