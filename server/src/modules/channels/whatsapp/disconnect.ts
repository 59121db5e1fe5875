import { sql } from "kysely";
import { audit } from "../../../kernel/audit.ts";
import { emit, emitMany } from "../../../kernel/events.ts";
import type { Ctx } from "../../../kernel/module.ts";
import { requireNumber, verifyTokenOf } from "./channel-view.ts";

/**
 * Wipes the credentials and lets go of the number; conversations stay. What was still queued is cancelled. The app's secret goes with the
 * last number that used it.
 */
export const disconnectChannel = async (ctx: Ctx, channelId: string): Promise<void> => {
  const { kernel, organizationId } = ctx;
  await kernel.db.system.transaction().execute(async (tx) => {
    const number = await requireNumber(tx, ctx, channelId);
    if (number.state === "disconnected") return;
    const verifyToken = verifyTokenOf(kernel, number);
    await tx
      .updateTable("channels")
      .set({ state: "disconnected", attention: null })
      .where("organization_id", "=", organizationId)
      .where("id", "=", channelId)
      .execute();
    await tx
      .updateTable("whatsapp_numbers")
      .set({ app_id: null, token_sealed: "", verify_token_sealed: "", token_state: "unknown", checks: "[]", checked_at: null })
      .where("organization_id", "=", organizationId)
      .where("channel_id", "=", channelId)
      .execute();
    await tx.deleteFrom("whatsapp_uploads").where("organization_id", "=", organizationId).where("channel_id", "=", channelId).execute();
    const { rows: cancelled } = await sql<{ message_id: string; contact_id: string; conversation_id: string }>`
      with gone as (
        update deliveries set state = 'cancelled', reason = 'channel_disconnected', lease_until = null, updated_at = now()
         where organization_id = ${organizationId} and channel_id = ${channelId} and state = 'queued' returning id, contact_id
      )
      update messages m set state = 'cancelled' from gone
       where m.organization_id = ${organizationId} and m.delivery_id = gone.id returning m.id as message_id, m.contact_id, m.conversation_id`.execute(
      tx,
    );
    await emitMany(
      tx,
      cancelled.map((row) => ({
        organizationId,
        name: "message.status_changed",
        actor: ctx.actor,
        payload: {
          conversationId: row.conversation_id,
          contactId: row.contact_id,
          messageId: row.message_id,
          from: "queued",
          to: "cancelled",
          code: "channel_disconnected",
        },
      })),
    );
    if (number.app_id) {
      const others = await tx
        .selectFrom("whatsapp_numbers")
        .select(["organization_id", "channel_id", "verify_token_sealed"])
        .where("app_id", "=", number.app_id)
        .execute();
      if (others.length === 0) await tx.deleteFrom("meta_apps").where("id", "=", number.app_id).execute();
      else if (!others.some((other) => verifyTokenOf(kernel, other) === verifyToken)) {
        await tx
          .deleteFrom("meta_verify_tokens")
          .where("app_id", "=", number.app_id)
          .where("token_hash", "=", kernel.keys.fingerprint("verify-token", verifyToken))
          .execute();
      }
    }
    await emit(tx, ctx, "channel.disconnected", { channelId });
    await audit(tx, ctx, "channel.disconnected", { channelId }, { phoneNumberId: number.phone_number_id, cancelled: cancelled.length });
  });
  kernel.live.wake("apps");
  kernel.live.wake();
};
