import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Failure } from "../../kernel/deliveries.ts";
import { conflict, invalid, notFound, Refusal } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { insertDelivery } from "./outgoing.ts";
import { openChannel, requireWindow, targetOf } from "./plan.ts";
import { shown } from "./send.ts";
import { saidByMember } from "./status-order.ts";

type Path = { conversationId: string; messageId: string };

/** Only what has not left yet. Cancelling twice changes nothing. */
export const cancelMessage = (ctx: Ctx, path: Path) =>
  ctx.transaction(async (tx) => {
    const delivery = await lockedDelivery(tx, ctx, path);
    if (delivery.state === "cancelled") return shown(tx, ctx, path.messageId);
    if (delivery.state !== "queued") throw conflict("not_queued", "This message is on its way already and cannot be taken back.");
    await move(tx, ctx, delivery, "cancelled", null);
    return shown(tx, ctx, path.messageId);
  });

/**
 * A person says what the provider did not: whether the customer has it. It stands until the provider speaks (statuses.ts), and they may
 * think better of it until then.
 */
export const resolveMessage = (ctx: Ctx, path: Path, outcome: "arrived" | "not_arrived") =>
  ctx.transaction(async (tx) => {
    const delivery = await lockedDelivery(tx, ctx, path);
    if (delivery.state !== "unknown" && delivery.reason !== saidByMember)
      throw conflict("not_unknown", `It is known what became of this message: it is ${delivery.state}.`);
    const to = outcome === "arrived" ? "delivered" : "failed";
    if (delivery.state === to) return shown(tx, ctx, path.messageId);
    const failure: Failure | null =
      outcome === "arrived" ? null : { code: "not_arrived", message: "A member found that this did not arrive.", remedy: "none" };
    await tx
      .updateTable("deliveries")
      .set({
        reason: saidByMember,
        history: sql`history || ${JSON.stringify([{ state: outcome, at: new Date(), by: ctx.actor }])}::jsonb`,
      })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", delivery.id)
      .execute();
    await move(tx, ctx, delivery, to, failure);
    return shown(tx, ctx, path.messageId);
  });

/** A new delivery of the same message, because a person asked for it: an unknown one may then arrive twice, so they confirm that. */
export const resendMessage = async (ctx: Ctx, path: Path, confirm: boolean) => {
  const sent = await ctx.transaction(async (tx) => {
    const old = await lockedDelivery(tx, ctx, path);
    const target = await targetOf(tx, ctx, path.conversationId);
    if (old.state === "unknown" && !confirm)
      throw new Refusal(409, "confirmation_needed", "This message may have arrived already; the customer would get it twice.", {
        field: "confirm",
        remedy: 'Send { "confirm": true } to send it again all the same.',
      });
    if (old.state !== "failed" && old.state !== "unknown")
      throw conflict("not_failed", `Only a failed message is sent again; this one is ${old.state}.`);
    const channel = await openChannel(tx, ctx, target.channelId);
    const content = old.content as Record<string, unknown>;
    // A user id was not accepted: asked for nobody in particular, the channel answers the person's number first.
    const wanted = old.failure?.code === "user_id_refused" ? null : target.identityId;
    const identityId = await channel.reach(tx, ctx.organizationId, target.channelId, target.contactId, wanted);
    const again = {
      organizationId: ctx.organizationId,
      channelId: target.channelId,
      contactId: target.contactId,
      conversationId: target.conversationId,
      messageId: path.messageId,
      identityId,
      purpose: old.purpose,
      content,
    };
    const objection = old.state === "failed" && old.failure && (await channel.again?.(tx, again, old.failure));
    if (objection && !objection.confirm) throw conflict(objection.code, objection.message, objection.remedy);
    if (objection && !confirm)
      throw new Refusal(409, "confirmation_needed", objection.message, { field: "confirm", remedy: objection.remedy });
    if (content.freeForm !== false) requireWindow(target.windowUntil);
    const broken = await channel.check(tx, again);
    if (broken) throw conflict(broken.code, broken.message, broken.remedy);
    const id = newId();
    await insertDelivery(tx, ctx, {
      id,
      intentKey: `resend:${path.messageId}:${await attemptsSoFar(tx, ctx, path.messageId)}`,
      target,
      messageId: path.messageId,
      identityId,
      purpose: old.purpose,
      content: { ...content, request: undefined },
    });
    // The old attempt keeps its provider id in its own row; the message now waits for the new one's.
    await tx
      .updateTable("messages")
      .set({ delivery_id: id, provider_id: null, state: "queued", failure: null })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", path.messageId)
      .execute();
    await showState(tx, ctx, path, "queued");
    await emit(tx, ctx, "message.status_changed", {
      conversationId: path.conversationId,
      contactId: target.contactId,
      messageId: path.messageId,
      from: old.state,
      to: "queued",
    });
    return shown(tx, ctx, path.messageId);
  });
  ctx.kernel.live.wake("deliveries");
  return sent;
};

/** Not the old delivery's id: a message may come back to an attempt that it was sent again from (statuses-return.ts). */
const attemptsSoFar = async (tx: Tx, ctx: Ctx, messageId: string): Promise<number> => {
  const { n } = await tx
    .selectFrom("deliveries")
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .where("organization_id", "=", ctx.organizationId)
    .where("message_id", "=", messageId)
    .executeTakeFirstOrThrow();
  return Number(n);
};

type Locked = {
  id: string;
  state: string;
  reason: string | null;
  failure: Failure | null;
  purpose: string;
  content: unknown;
  messageId: string;
  conversationId: string;
  contactId: string;
};

const lockedDelivery = async (tx: Tx, ctx: Ctx, path: Path, again = false): Promise<Locked> => {
  const row = await tx
    .selectFrom("deliveries")
    .innerJoin("messages", (join) =>
      join.onRef("messages.organization_id", "=", "deliveries.organization_id").onRef("messages.delivery_id", "=", "deliveries.id"),
    )
    .select(["deliveries.id", "deliveries.state", "deliveries.purpose", "deliveries.content", "deliveries.contact_id"])
    .select(["deliveries.reason", "deliveries.failure"])
    .where("messages.organization_id", "=", ctx.organizationId)
    .where("messages.id", "=", path.messageId)
    .where("messages.conversation_id", "=", path.conversationId)
    .forUpdate(["deliveries", "messages"])
    .executeTakeFirst();
  const failure = (row?.failure ?? null) as Failure | null;
  if (row) return { ...row, failure, contactId: row.contact_id, messageId: path.messageId, conversationId: path.conversationId };
  const exists = await tx
    .selectFrom("messages")
    .select("delivery_id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", path.messageId)
    .where("conversation_id", "=", path.conversationId)
    .executeTakeFirst();
  // Sent again while this waited for the lock: it has another delivery by now.
  if (exists?.delivery_id && !again) return lockedDelivery(tx, ctx, path, true);
  throw exists ? invalid("messageId", "This message was not sent from here.") : notFound("message");
};

const move = async (tx: Tx, ctx: Ctx, delivery: Locked, to: string, failure: Failure | null) => {
  const written = failure ? JSON.stringify(failure) : null;
  await tx
    .updateTable("deliveries")
    .set({ state: to, failure: written, lease_until: null, updated_at: sql<Date>`now()` })
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", delivery.id)
    .execute();
  await tx
    .updateTable("messages")
    .set({ state: to, failure: written })
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", delivery.messageId)
    .execute();
  await showState(tx, ctx, delivery, to);
  await emit(tx, ctx, "message.status_changed", {
    conversationId: delivery.conversationId,
    contactId: delivery.contactId,
    messageId: delivery.messageId,
    from: delivery.state,
    to,
    ...(failure ? { code: failure.code } : {}),
  });
};

const showState = (tx: Tx, ctx: Ctx, { conversationId, messageId }: Path, state: string) =>
  tx
    .updateTable("conversations")
    .set({ preview: sql`preview || jsonb_build_object('state', ${state}::text)` })
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", conversationId)
    .where("last_message_id", "=", messageId)
    .execute();
