import { sql } from "kysely";
import type { Tx } from "./db/pools.ts";
import type { ClaimedDelivery, Failure, SendOutcome } from "./deliveries.ts";
import { emitMany } from "./events.ts";
import { newId } from "./id.ts";
import type { Kernel } from "./module.ts";

/** Longer than any single POST may take: who holds a delivery longer than this has died. */
const sendingSeconds = 60;
const mostAttempts = 10;

export type Claim = ClaimedDelivery & { lease: string };

/** Committed before anything irrevocable happens. False: somebody cancelled it, or another process holds it by now. */
export const begin = (kernel: Kernel, claim: Claim): Promise<boolean> =>
  kernel.db.system.transaction().execute(async (tx) => {
    // The lease is compared as PostgreSQL wrote it: a process that was away too long finds somebody else's.
    const { rows } = await sql<{ attempts: number }>`
      update deliveries set state = 'sending', attempts = attempts + 1, lease_until = now() + ${sendingSeconds} * interval '1 second', updated_at = now()
       where organization_id = ${claim.organizationId} and id = ${claim.id} and state = 'queued' and lease_until = ${claim.lease}::timestamptz
      returning attempts`.execute(tx);
    const started = rows[0];
    if (!started) return false;
    claim.attempt = started.attempts;
    await tx
      .insertInto("delivery_attempts")
      .values({ organization_id: claim.organizationId, id: newId(), delivery_id: claim.id, number: started.attempts })
      .execute();
    if (claim.messageId) {
      await tx
        .updateTable("messages")
        .set({ state: "sending" })
        .where("organization_id", "=", claim.organizationId)
        .where("id", "=", claim.messageId)
        .where("delivery_id", "=", claim.id)
        .where("state", "=", "queued")
        .execute();
    }
    return true;
  });

/** Writes what became of an attempt. A status may have come first and moved the delivery further: it never goes back. */
export const settle = async (kernel: Kernel, claim: ClaimedDelivery, outcome: SendOutcome): Promise<void> => {
  await kernel.db.system.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("deliveries")
      .innerJoin("channels", (join) =>
        join.onRef("channels.organization_id", "=", "deliveries.organization_id").onRef("channels.id", "=", "deliveries.channel_id"),
      )
      .select(["deliveries.state", "deliveries.attempts", "channels.kind"])
      .where("deliveries.organization_id", "=", claim.organizationId)
      .where("deliveries.id", "=", claim.id)
      .forUpdate("deliveries")
      .executeTakeFirst();
    if (!row) return;
    const final =
      outcome.state === "retry" && row.attempts >= mostAttempts ? ({ state: "failed", failure: outcome.failure } as const) : outcome;
    await tx
      .updateTable("delivery_attempts")
      .set({
        finished_at: new Date(),
        outcome: final.state === "held" ? "retry" : final.state,
        provider_id: final.state === "accepted" ? final.providerId : null,
        failure: final.state === "accepted" ? null : JSON.stringify(final.failure),
      })
      .where("organization_id", "=", claim.organizationId)
      .where("delivery_id", "=", claim.id)
      .where("number", "=", claim.attempt)
      .execute();

    if (final.state === "accepted") {
      const ahead = row.state !== "sending" && row.state !== "unknown";
      await tx
        .updateTable("deliveries")
        .set((eb) => ({
          ...(ahead ? {} : { state: "accepted", failure: null }),
          provider_id: eb.fn.coalesce("provider_id", eb.val(final.providerId)),
          lease_until: null,
          updated_at: new Date(),
          ...(final.heldForQuality ? { reason: "held_for_quality" } : {}),
        }))
        .where("organization_id", "=", claim.organizationId)
        .where("id", "=", claim.id)
        .execute();
      await copyToMessage(tx, claim, ahead ? null : "accepted", null, final.providerId);
      await kernel.channels.get(row.kind)?.known?.(tx, claim, final.providerId);
      return;
    }
    if (row.state !== "sending") return;
    const again = final.state === "retry" || final.state === "held";
    const wait = final.state === "retry" ? final.waitSeconds * (1 + Math.random() / 4) : 0;
    const state = again ? "queued" : final.state;
    await tx
      .updateTable("deliveries")
      .set({
        state,
        failure: JSON.stringify(final.failure),
        lease_until: null,
        updated_at: new Date(),
        ...(again ? { due_at: sql<Date>`now() + ${wait} * interval '1 second'` } : {}),
      })
      .where("organization_id", "=", claim.organizationId)
      .where("id", "=", claim.id)
      .execute();
    await copyToMessage(tx, claim, state, final.failure, null);
  });
  kernel.metrics.count("candor_delivery_attempts_total", { outcome: outcome.state });
  kernel.live.wake();
};

/** Whoever held these died between beginning and settling: the provider may have them, so they are not sent again. */
export const forsake = async (kernel: Kernel): Promise<void> => {
  const failure: Failure = {
    code: "interrupted",
    message: "The server stopped while this was being sent. It may have arrived.",
    remedy: "none",
  };
  const moved = await kernel.db.system.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      organization_id: string;
      id: string;
      channel_id: string;
      contact_id: string;
      conversation_id: string | null;
      message_id: string | null;
      attempts: number;
    }>`
      update deliveries set state = 'unknown', failure = ${JSON.stringify(failure)}::jsonb, lease_until = null, updated_at = now()
       where (organization_id, id) in (select organization_id, id from deliveries where state = 'sending' and lease_until < now() order by lease_until limit 200 for update skip locked)
      returning organization_id, id, channel_id, contact_id, conversation_id, message_id, attempts`.execute(tx);
    for (const row of rows) {
      await tx
        .updateTable("delivery_attempts")
        .set({ finished_at: new Date(), outcome: "unknown", failure: JSON.stringify(failure) })
        .where("organization_id", "=", row.organization_id)
        .where("delivery_id", "=", row.id)
        .where("number", "=", row.attempts)
        .execute();
      await copyToMessage(
        tx,
        {
          organizationId: row.organization_id,
          id: row.id,
          contactId: row.contact_id,
          conversationId: row.conversation_id,
          messageId: row.message_id,
        },
        "unknown",
        failure,
        null,
      );
    }
    return rows.length;
  });
  if (moved > 0) kernel.live.wake();
};

type Copied = Pick<ClaimedDelivery, "organizationId" | "id" | "contactId" | "conversationId" | "messageId">;

/** The message shows its current delivery's state; an older delivery of the same message changes nothing. */
const copyToMessage = async (tx: Tx, delivery: Copied, state: string | null, failure: Failure | null, providerId: string | null) => {
  if (!delivery.messageId) return;
  const before = await tx
    .selectFrom("messages")
    .select(["state", "conversation_id"])
    .where("organization_id", "=", delivery.organizationId)
    .where("id", "=", delivery.messageId)
    .where("delivery_id", "=", delivery.id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return;
  await tx
    .updateTable("messages")
    .set((eb) => ({
      ...(state ? { state, failure: failure && state !== "queued" ? JSON.stringify(failure) : null } : {}),
      ...(providerId ? { provider_id: eb.fn.coalesce("provider_id", eb.val(providerId)) } : {}),
    }))
    .where("organization_id", "=", delivery.organizationId)
    .where("id", "=", delivery.messageId)
    .execute();
  if (!state || state === before.state) return;
  // What the list shows, kept on write. Rows are locked in this order everywhere: delivery, message, conversation.
  await sql`update conversations set preview = preview || jsonb_build_object('state', ${state}::text)
    where organization_id = ${delivery.organizationId} and id = ${before.conversation_id} and last_message_id = ${delivery.messageId}`.execute(
    tx,
  );
  const payload = {
    conversationId: before.conversation_id,
    contactId: delivery.contactId,
    messageId: delivery.messageId,
    from: before.state,
    to: state,
    ...(failure ? { code: failure.code } : {}),
  };
  await emitMany(tx, [
    { organizationId: delivery.organizationId, name: "message.status_changed", payload, actor: { kind: "system", name: "dispatcher" } },
  ]);
};
