import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { addSystemLine, lockConversation } from "./lock.ts";

/** Done, until the customer writes again. */
export const close = (ctx: Ctx, conversationId: string) => move(ctx, conversationId, "closed");
export const reopen = (ctx: Ctx, conversationId: string) => move(ctx, conversationId, "open");

/** What already is so changes nothing and tells nobody. */
const move = (ctx: Ctx, conversationId: string, state: "open" | "closed") =>
  ctx.transaction(async (tx) => {
    const conversation = await lockConversation(tx, ctx, conversationId);
    if (conversation.state === state) return { state };
    await tx
      .updateTable("conversations")
      .set({ state, closed_at: state === "closed" ? new Date() : null })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", conversationId)
      .execute();
    await addSystemLine(tx, ctx, conversation, { kind: state === "closed" ? "closed" : "reopened" });
    await emit(tx, ctx, state === "closed" ? "conversation.closed" : "conversation.reopened", {
      conversationId,
      contactId: conversation.contactId,
      by: ctx.actor.kind,
    });
    return { state };
  });
