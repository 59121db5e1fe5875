import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { Refusal } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { actorId, type OutgoingMessage, store } from "./outgoing.ts";
import { plan, targetOf } from "./plan.ts";
import { messageColumns, presentMessage } from "./present.ts";
import { storeReaction } from "./reaction.ts";
import { ready } from "./ready.ts";

/**
 * Queues a message to the customer. The same key of the same actor in the same conversation answers the same message, however often and
 * however concurrently it is asked; another body under that key is refused.
 */
export const sendMessage = async (ctx: Ctx, conversationId: string, asked: OutgoingMessage, idempotencyKey: string | null) => {
  const message = await ready(ctx, { conversationId }, asked);
  const sent = await ctx.transaction(async (tx) => shown(tx, ctx, await queueMessage(tx, ctx, conversationId, message, idempotencyKey)));
  ctx.kernel.live.wake("deliveries");
  return sent;
};

/** In the caller's transaction, who then wakes "deliveries"; answers the message's id, for a reaction that of the message reacted to. */
export const queueMessage = async (
  tx: Tx,
  ctx: Ctx,
  conversationId: string,
  message: OutgoingMessage,
  idempotencyKey: string | null,
): Promise<string> => {
  const intent = {
    key: `reply:${conversationId}:${actorId(ctx.actor)}:${idempotencyKey ?? `once-${newId()}`}`,
    digest: createHash("sha256").update(JSON.stringify(message)).digest("hex"),
  };
  // Statuses lock messages before conversations; so does whoever writes to a message that is there already.
  if (message.type === "reaction") await lockMessage(tx, ctx, message.messageId);
  // Locks the conversation: whoever asks at the same moment waits here and then finds the message.
  const target = await targetOf(tx, ctx, conversationId);
  const before = await tx
    .selectFrom("deliveries")
    .select(["message_id", sql<string>`content->>'request'`.as("request"), sql<string | null>`content->>'target'`.as("target")])
    .where("organization_id", "=", ctx.organizationId)
    .where("intent_key", "=", intent.key)
    .executeTakeFirst();
  if (!before) {
    const planned = await plan(tx, ctx, target, message);
    return message.type === "reaction" ? storeReaction(tx, ctx, target, planned, message, intent) : store(tx, ctx, target, planned, intent);
  }
  const messageId = before.message_id ?? before.target;
  if (before.request !== intent.digest || !messageId)
    throw new Refusal(409, "idempotency_conflict", "This Idempotency-Key was used for another message.", {
      field: "Idempotency-Key",
      remedy: "Use a new key for a new message.",
    });
  return messageId;
};

const lockMessage = (tx: Tx, ctx: Ctx, messageId: string) =>
  tx
    .selectFrom("messages")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", messageId)
    .forNoKeyUpdate()
    .execute();

export const shown = async (tx: Tx, ctx: Ctx, messageId: string) => {
  const row = await tx
    .selectFrom("messages")
    .select(messageColumns)
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", messageId)
    .executeTakeFirstOrThrow();
  return presentMessage(tx, ctx.organizationId, row);
};
