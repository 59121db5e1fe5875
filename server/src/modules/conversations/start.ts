import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { OutgoingMessage } from "./outgoing.ts";
import { openChannel } from "./plan.ts";
import { ready } from "./ready.ts";
import { queueMessage, shown } from "./send.ts";

type Start = { contactId: string; channelId: string; message?: OutgoingMessage };

/** The conversation of a contact on a channel, made when there is none: an agent writes first, with a template. */
export const startConversation = async (ctx: Ctx, { contactId, channelId, message: asked }: Start, idempotencyKey: string | null) => {
  const message = asked && (await ready(ctx, { channelId }, asked));
  const started = await ctx.transaction(async (tx) => {
    const contact = await tx
      .selectFrom("contacts")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", contactId)
      .executeTakeFirst();
    if (!contact) throw notFound("contact");
    const channel = await openChannel(tx, ctx, channelId);
    const identityId = await channel.reach(tx, ctx.organizationId, channelId, contactId, null);
    const before = await threadWith(tx, ctx, channelId, contactId);
    const made = before
      ? undefined
      : await tx
          .insertInto("conversations")
          .values({
            organization_id: ctx.organizationId,
            id: newId(),
            channel_id: channelId,
            contact_id: contactId,
            identity_id: identityId,
          })
          .onConflict((conflict) => conflict.columns(["organization_id", "channel_id", "contact_id", "merged_from"]).doNothing())
          .returning("id")
          .executeTakeFirst();
    const conversationId = before ?? made?.id ?? (await threadWith(tx, ctx, channelId, contactId)) ?? "";
    if (made) await emit(tx, ctx, "conversation.started", { conversationId, contactId, channelId });
    const messageId = message ? await queueMessage(tx, ctx, conversationId, message, idempotencyKey) : null;
    return { conversationId, created: made !== undefined, message: messageId ? await shown(tx, ctx, messageId) : null };
  });
  ctx.kernel.live.wake("deliveries");
  return started;
};

/** Their own thread before one that came by a merge, of those the one in which somebody said something last. */
const threadWith = async (tx: Tx, ctx: Ctx, channelId: string, contactId: string): Promise<string | undefined> => {
  const found = await tx
    .selectFrom("conversations")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("channel_id", "=", channelId)
    .where("contact_id", "=", contactId)
    .orderBy((eb) => eb("merged_from", "is not", null))
    .orderBy("last_message_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.id;
};
