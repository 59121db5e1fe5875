import type { Ctx } from "../../kernel/module.ts";
import { showTyping } from "../channels/whatsapp/index.ts";
import { requireConversation } from "../conversations/index.ts";
import { type PresenceState, presentIn, reportPresence } from "../live/index.ts";

export const present = (ctx: Ctx, conversationId: string) =>
  ctx.transaction(async (tx) => {
    await requireConversation(tx, ctx.organizationId, conversationId);
    return { items: await presentIn(tx, ctx, conversationId) };
  });

/** Says that the member looks at it, types in it, or has gone. Whose answer could go out lets the customer see that they type. */
export const report = async (ctx: Ctx, conversationId: string, state: PresenceState) => {
  const news = await ctx.transaction(async (tx) => {
    await requireConversation(tx, ctx.organizationId, conversationId);
    return reportPresence(tx, ctx, conversationId, state);
  });
  if (news) ctx.kernel.live.wake("presence");
  if (state !== "typing" || !ctx.permissions.has("inbox.reply")) return;
  // The report does not wait for WhatsApp.
  void showTyping(ctx.kernel, ctx.organizationId, conversationId).catch((error) => ctx.log.warn({ err: error }, "typing was not shown"));
};

/** For programs, whose typing the team does not see. */
export const typing = async (ctx: Ctx, conversationId: string) => {
  await ctx.transaction((tx) => requireConversation(tx, ctx.organizationId, conversationId));
  return { shown: await showTyping(ctx.kernel, ctx.organizationId, conversationId) };
};
