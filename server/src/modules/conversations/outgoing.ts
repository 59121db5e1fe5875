import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import type { SendMessage } from "./conversations.api.ts";
import type { Plan, Target } from "./plan.ts";
import { previewOf } from "./record-threads.ts";

export type OutgoingMessage = z.output<typeof SendMessage>;

/** Writes message and delivery, and what the list shows, in the caller's transaction; answers the message's id. */
export const store = async (tx: Tx, ctx: Ctx, target: Target, planned: Plan, intent: { key: string; digest: string }): Promise<string> => {
  const { organizationId } = ctx;
  const [messageId, deliveryId, now] = [newId(), newId(), new Date()];
  await tx
    .insertInto("messages")
    .values({
      organization_id: organizationId,
      id: messageId,
      conversation_id: target.conversationId,
      channel_id: target.channelId,
      contact_id: target.contactId,
      direction: "outbound",
      origin: "api",
      type: planned.type,
      body: planned.text,
      content: JSON.stringify(planned.content),
      file_id: planned.fileId,
      author_id: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
      reply_to_provider_id: planned.quote,
      occurred_at: now,
      state: "queued",
      delivery_id: deliveryId,
    })
    .execute();
  if (planned.moreFileIds?.length)
    await tx
      .insertInto("message_files")
      .values(planned.moreFileIds.map((fileId) => ({ organization_id: organizationId, message_id: messageId, file_id: fileId })))
      .execute();
  await insertDelivery(tx, ctx, {
    id: deliveryId,
    intentKey: intent.key,
    target,
    messageId,
    identityId: planned.identityId,
    purpose: planned.purpose,
    content: { ...planned.payload, ...(planned.quote ? { quote: planned.quote } : {}), request: intent.digest, freeForm: planned.freeForm },
  });
  const preview = previewOf({ direction: "outbound", type: planned.type, body: planned.text, state: "queued" });
  await tx
    .updateTable("conversations")
    .set({
      last_message_at: sql<Date>`greatest(last_message_at, ${now})`,
      last_message_id: messageId,
      preview: JSON.stringify(preview),
      message_count: sql<number>`message_count + 1`,
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", target.conversationId)
    .execute();
  await emit(tx, ctx, "message.queued", {
    conversationId: target.conversationId,
    contactId: target.contactId,
    messageId,
    type: planned.type,
  });
  return messageId;
};

type NewDelivery = {
  id: string;
  intentKey: string;
  target: Target;
  messageId: string | null;
  identityId: string | null;
  purpose: string;
  content: Record<string, unknown>;
};

export const insertDelivery = (tx: Tx, ctx: Ctx, { id, intentKey, target, messageId, identityId, purpose, content }: NewDelivery) =>
  tx
    .insertInto("deliveries")
    .values({
      organization_id: ctx.organizationId,
      id,
      intent_key: intentKey,
      channel_id: target.channelId,
      contact_id: target.contactId,
      conversation_id: target.conversationId,
      message_id: messageId,
      identity_id: identityId,
      purpose,
      content: JSON.stringify(content),
      state: "queued",
      created_by: JSON.stringify(ctx.actor),
    })
    .execute();

export const actorId = (actor: Actor): string => {
  if (actor.kind === "member") return actor.memberId;
  if (actor.kind === "api_key") return actor.apiKeyId;
  return actor.kind === "contact" ? actor.contactId : actor.name;
};
