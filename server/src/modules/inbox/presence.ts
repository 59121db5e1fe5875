import type { Ctx } from "../../kernel/module.ts";
import { requireConversation } from "../conversations/index.ts";
import { type PresenceState, presentIn, reportPresence } from "../live/index.ts";

export const present = (ctx: Ctx, conversationId: string) =>
  ctx.transaction(async (tx) => {
    await requireConversation(tx, ctx.organizationId, conversationId);
    return { items: await presentIn(tx, ctx, conversationId) };
  });

/** Says that the member looks at it, types in it, or has gone. */
export const report = async (ctx: Ctx, conversationId: string, state: PresenceState) => {
  const news = await ctx.transaction(async (tx) => {
    await requireConversation(tx, ctx.organizationId, conversationId);
    return reportPresence(tx, ctx, conversationId, state);
  });
  if (news) ctx.kernel.live.wake("presence");
};
