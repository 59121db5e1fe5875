import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";

export type Locked = {
  id: string;
  contactId: string;
  channelId: string;
  state: string;
  assigneeId: string | null;
  lastMessageId: string | null;
  inboundCount: number;
  lastMessageAt: Date;
};

/** The conversation, until the transaction ends ours alone: two agents may press at once. */
export const lockConversation = async (tx: Tx, ctx: Ctx, conversationId: string): Promise<Locked> => {
  const row = await tx
    .selectFrom("conversations")
    .select(["id", "contact_id", "channel_id", "state", "assignee_id", "last_message_id", "last_message_at", "inbound_count"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", conversationId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("conversation");
  return {
    id: row.id,
    contactId: row.contact_id,
    channelId: row.channel_id,
    state: row.state,
    assigneeId: row.assignee_id,
    lastMessageId: row.last_message_id,
    lastMessageAt: row.last_message_at,
    inboundCount: row.inbound_count,
  };
};

/** A line in the thread that tells what the team did. It is no message: the list's order and preview stay as they are. */
export const addSystemLine = (tx: Tx, ctx: Ctx, conversation: Locked, content: { kind: string } & Record<string, unknown>) =>
  tx
    .insertInto("messages")
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      conversation_id: conversation.id,
      channel_id: conversation.channelId,
      contact_id: conversation.contactId,
      direction: "system",
      type: "system",
      content: JSON.stringify({ ...content, byName: nameOf(ctx) }),
      author_id: authorId(ctx),
      occurred_at: new Date(),
    })
    .execute();

export const authorId = (ctx: Ctx): string | null => (ctx.actor.kind === "member" ? ctx.actor.memberId : null);
export const nameOf = (ctx: Ctx): string | null => ("name" in ctx.actor ? ctx.actor.name : null);
