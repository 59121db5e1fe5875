import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { queueReadReceipt } from "../channels/whatsapp/index.ts";
import { type Locked, lockConversation } from "./lock.ts";
import { readerOf } from "./unread.ts";

/** Read by this member, up to now. The others' counts stay; the customer learns that somebody has read. */
export const markRead = (ctx: Ctx, conversationId: string) => mark(ctx, conversationId, (conversation) => conversation.inboundCount);

/** As if the last message had not been seen: comes back to the member's attention, also where the customer has not written yet. */
export const markUnread = (ctx: Ctx, conversationId: string) => mark(ctx, conversationId, (conversation) => conversation.inboundCount - 1);

const mark = (ctx: Ctx, conversationId: string, upTo: (conversation: Locked) => number) =>
  ctx.transaction(async (tx) => {
    const conversation = await lockConversation(tx, ctx, conversationId);
    const memberId = readerOf(ctx);
    if (memberId === null) return { unread: 0 };
    const count = upTo(conversation);
    const unread = conversation.inboundCount - count;
    const before = await tx
      .selectFrom("conversation_reads")
      .select("read_inbound_count")
      .where("organization_id", "=", ctx.organizationId)
      .where("conversation_id", "=", conversationId)
      .where("member_id", "=", memberId)
      .executeTakeFirst();
    if (before?.read_inbound_count === count) return { unread };
    await tx
      .insertInto("conversation_reads")
      .values({ organization_id: ctx.organizationId, conversation_id: conversationId, member_id: memberId, read_inbound_count: count })
      .onConflict((conflict) =>
        conflict
          .columns(["organization_id", "conversation_id", "member_id"])
          .doUpdateSet({ read_inbound_count: count, read_at: new Date() }),
      )
      .execute();
    if (unread === 0 && conversation.inboundCount > 0) await queueReadReceipt(tx, ctx.organizationId, conversationId);
    await emit(tx, ctx, "conversation.read", { conversationId, memberId, unread });
    return { unread };
  });
