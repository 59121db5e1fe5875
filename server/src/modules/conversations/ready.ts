import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { OutgoingMessage } from "./outgoing.ts";

/**
 * Recordings may have to be made fit for their channel first, which reads and writes files: that happens before the transaction that locks
 * the conversation. The same recording always becomes the same file, so that repeating a request repeats the message.
 */
export const ready = async (
  ctx: Ctx,
  where: { conversationId: string } | { channelId: string },
  message: OutgoingMessage,
): Promise<OutgoingMessage> => {
  if (message.type !== "audio") return message;
  const kind = await ctx.transaction((tx) => {
    const channels = tx.selectFrom("channels as c").select("c.kind").where("c.organization_id", "=", ctx.organizationId);
    if ("channelId" in where) return channels.where("c.id", "=", where.channelId).executeTakeFirst();
    return channels
      .innerJoin("conversations as v", (join) =>
        join.onRef("v.organization_id", "=", "c.organization_id").onRef("v.channel_id", "=", "c.id"),
      )
      .where("v.id", "=", where.conversationId)
      .executeTakeFirst();
  });
  if (!kind) throw notFound("channelId" in where ? "channel" : "conversation");
  return ((await ctx.kernel.channels.get(kind.kind)?.ready?.(ctx, message)) ?? message) as OutgoingMessage;
};
