import { conflict, invalid } from "../../../../kernel/errors.ts";
import type { Of, Planned, Planning } from "./message.ts";

/** Meta takes no reaction to what is older (131009). */
const oldestMs = 30 * 24 * 3600_000;
const unreactable = new Set(["note", "system", "reaction"]);

/** A sign on a message of this conversation that WhatsApp knows; the empty one takes ours back. */
export const planReaction = async ({ tx, ctx, wish }: Planning, message: Of<"reaction">): Promise<Planned> => {
  const target = await tx
    .selectFrom("messages")
    .select(["provider_id", "type", "occurred_at", "revoked_at"])
    .where("organization_id", "=", ctx.organizationId)
    .where("channel_id", "=", wish.channelId)
    .where("contact_id", "=", wish.contactId)
    .where("id", "=", message.messageId)
    .executeTakeFirst();
  if (!target) throw invalid("messageId", "There is no such message in this conversation.");
  if (!target.provider_id || unreactable.has(target.type))
    throw invalid("messageId", "This message cannot be reacted to: it never reached WhatsApp.");
  if (target.revoked_at) throw conflict("message_revoked", "This message was taken back.", undefined, "messageId");
  if (target.occurred_at.getTime() < Date.now() - oldestMs)
    throw conflict("too_old", "WhatsApp takes no reaction to a message older than 30 days.", "Answer with a quote instead.", "messageId");
  return {
    type: "reaction",
    text: message.emoji,
    content: {},
    payload: { type: "reaction", reaction: { message_id: target.provider_id, emoji: message.emoji } },
  };
};
