import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, notFound, Refusal } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { messageColumns, presentMessage } from "../conversations/index.ts";
import { authorId, type Locked, lockConversation, nameOf } from "./lock.ts";

/** A private note: the team reads it, the customer never does. The same key makes one note, however often it is asked. */
export const addNote = (ctx: Ctx, conversationId: string, text: string, idempotencyKey: string | null) =>
  ctx.transaction(async (tx) => {
    const conversation = await lockConversation(tx, ctx, conversationId);
    const key = idempotencyKey === null ? null : `note:${conversationId}:${who(ctx)}:${idempotencyKey}`;
    const before = key === null ? undefined : await noteBy(tx, ctx, conversation, key);
    if (before) {
      if (before.body !== text)
        throw conflict("idempotency_conflict", "This Idempotency-Key was used for another note.", "Use a new key for a new note.");
      return presentMessage(tx, ctx.organizationId, before);
    }
    const row = await tx
      .insertInto("messages")
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        conversation_id: conversationId,
        channel_id: conversation.channelId,
        contact_id: conversation.contactId,
        direction: "note",
        type: "note",
        body: text,
        content: JSON.stringify(authorId(ctx) === null ? { byName: nameOf(ctx) } : {}),
        author_id: authorId(ctx),
        provider_id: key,
        occurred_at: new Date(),
      })
      .returning(messageColumns)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable("conversations")
      .set({
        last_message_at: sql<Date>`greatest(last_message_at, ${row.occurred_at})`,
        last_message_id: row.id,
        preview: previewOf(row),
        message_count: sql<number>`message_count + 1`,
      })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", conversationId)
      .execute();
    await emit(tx, ctx, "note.added", { conversationId, contactId: conversation.contactId, messageId: row.id });
    return presentMessage(tx, ctx.organizationId, row);
  });

/** Only its author may take a note back. */
export const deleteNote = (ctx: Ctx, conversationId: string, messageId: string) =>
  ctx.transaction(async (tx) => {
    const conversation = await lockConversation(tx, ctx, conversationId);
    const note = await tx
      .selectFrom("messages")
      .select(["id", "author_id"])
      .where("organization_id", "=", ctx.organizationId)
      .where("conversation_id", "=", conversationId)
      .where("id", "=", messageId)
      .where("direction", "=", "note")
      .executeTakeFirst();
    if (!note) throw notFound("note");
    if (note.author_id === null || note.author_id !== authorId(ctx))
      throw new Refusal(403, "not_author", "Only the author of a note can delete it.");
    await tx.deleteFrom("messages").where("organization_id", "=", ctx.organizationId).where("id", "=", messageId).execute();
    await settlePreview(tx, ctx, conversation, messageId);
    await emit(tx, ctx, "note.deleted", { conversationId, contactId: conversation.contactId, messageId });
  });

/** Its idempotency key stands where a provider's id would: unique per channel, and a note has no other. */
const noteBy = (tx: Tx, ctx: Ctx, conversation: Locked, key: string) =>
  tx
    .selectFrom("messages")
    .select(messageColumns)
    .where("organization_id", "=", ctx.organizationId)
    .where("channel_id", "=", conversation.channelId)
    .where("provider_id", "=", key)
    .executeTakeFirst();

const who = (ctx: Ctx) => authorId(ctx) ?? (ctx.actor.kind === "api_key" ? ctx.actor.apiKeyId : ctx.actor.kind);

/** The list must not go on showing what was deleted. Its place in the list stays. */
const settlePreview = async (tx: Tx, ctx: Ctx, conversation: Locked, deletedId: string) => {
  const last = await tx
    .selectFrom("messages")
    .select(["id", "direction", "type", "body", "state"])
    .where("organization_id", "=", ctx.organizationId)
    .where("conversation_id", "=", conversation.id)
    .where("direction", "!=", "system")
    .orderBy("occurred_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const shown =
    conversation.lastMessageId === deletedId ? { last_message_id: last?.id ?? null, preview: last ? previewOf(last) : "{}" } : {};
  await tx
    .updateTable("conversations")
    .set({ ...shown, message_count: sql<number>`greatest(0, message_count - 1)` })
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", conversation.id)
    .execute();
};

const previewOf = (row: { direction: string; type: string; body: string | null; state: string | null }) =>
  JSON.stringify({ direction: row.direction, type: row.type, text: (row.body ?? "").slice(0, 200).toWellFormed(), state: row.state });
