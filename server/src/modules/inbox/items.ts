import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { namesOf } from "../contacts/index.ts";
import type { ConversationItem } from "../conversations/conversations.api.ts";
import { readerOf, unreadOf } from "./unread.ts";

type Item = z.input<typeof ConversationItem>;

export const conversation = (ctx: Ctx, conversationId: string): Promise<Item> => ctx.transaction((tx) => itemOf(tx, ctx, conversationId));

export const itemOf = async (tx: Tx, ctx: Ctx, conversationId: string): Promise<Item> => {
  const [item] = await itemsOf(tx, ctx, [conversationId]);
  if (!item) throw notFound("conversation");
  return item;
};

/** Conversations as the list shows them, in the order of the ids: three queries, however many. */
export const itemsOf = async (tx: Tx, ctx: Ctx, ids: string[]): Promise<Item[]> => {
  if (ids.length === 0) return [];
  const reader = readerOf(ctx);
  const rows = await tx
    .selectFrom("conversations as c")
    .innerJoin("channels as h", (join) => join.onRef("h.organization_id", "=", "c.organization_id").onRef("h.id", "=", "c.channel_id"))
    .leftJoin("members as a", (join) => join.onRef("a.organization_id", "=", "c.organization_id").onRef("a.id", "=", "c.assignee_id"))
    .leftJoin("conversation_reads as r", (join) =>
      join.onRef("r.organization_id", "=", "c.organization_id").onRef("r.conversation_id", "=", "c.id").on("r.member_id", "=", reader),
    )
    .select([
      "c.id",
      "c.state",
      "c.contact_id",
      "c.channel_id",
      "h.kind",
      "h.name as channel_name",
      "c.assignee_id",
      "a.name as assignee_name",
      "c.last_message_at",
      "c.preview",
      "c.window_until",
      "c.message_count",
    ])
    .select(unreadOf(ctx).as("unread"))
    .where("c.organization_id", "=", ctx.organizationId)
    .where("c.id", "in", ids)
    .execute();
  const labels = await tx
    .selectFrom("conversation_labels")
    .select(["conversation_id", "label_id"])
    .where("organization_id", "=", ctx.organizationId)
    .where("conversation_id", "in", ids)
    .orderBy("label_id")
    .execute();
  const labelIds = Map.groupBy(labels, (row) => row.conversation_id);
  const names = await namesOf(
    tx,
    ctx.organizationId,
    rows.map((row) => row.contact_id),
  );
  const items = new Map(
    rows.map((row): [string, Item] => [
      row.id,
      {
        id: row.id,
        state: row.state as Item["state"],
        contact: { id: row.contact_id, name: names.get(row.contact_id) ?? "" },
        channel: { id: row.channel_id, kind: row.kind, name: row.channel_name },
        assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? "" },
        labelIds: (labelIds.get(row.id) ?? []).map((label) => label.label_id),
        lastMessageAt: row.last_message_at,
        preview: { direction: null, type: null, text: "", state: null, ...(row.preview as Partial<Item["preview"]>) },
        unread: row.unread,
        windowUntil: row.window_until,
        messageCount: row.message_count,
      },
    ]),
  );
  return ids.flatMap((id) => items.get(id) ?? []);
};
