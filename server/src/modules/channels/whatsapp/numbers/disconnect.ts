import { sql } from "kysely";
import { audit } from "../../../../kernel/audit.ts";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { emit, emitMany } from "../../../../kernel/events.ts";
import type { Ctx, Kernel } from "../../../../kernel/module.ts";
import { callGraph } from "../graph/graph.ts";
import { projectBatch } from "../intake/project-batch.ts";
import { requireNumber, verifyTokenOf } from "./channel-view.ts";
import { accessOf, type NumberRow } from "./number.ts";

/** How long what has been received may take to become rows, before it is left to be parked. */
const patienceMs = 15_000;

/**
 * Lets go of a number: what was received becomes rows first, Meta is told to send no more, the credentials are wiped, what was queued is
 * cancelled. Conversations stay. The app keeps its row, without its secret, while its journal is kept.
 */
export const disconnectChannel = async (ctx: Ctx, channelId: string): Promise<void> => {
  const { kernel, organizationId } = ctx;
  const before = await ctx.transaction((tx) => requireNumber(tx, ctx, channelId));
  if (before.state === "disconnected") return;
  if (before.app_id) await projectRest(kernel, before.app_id);
  const unsubscribed = await unsubscribe(kernel, before);
  await kernel.db.system.transaction().execute(async (tx) => {
    const number = await requireNumber(tx, ctx, channelId);
    if (number.state === "disconnected") return;
    await tx
      .updateTable("channels")
      .set({ state: "disconnected", attention: null })
      .where("organization_id", "=", organizationId)
      .where("id", "=", channelId)
      .execute();
    await tx
      .updateTable("whatsapp_numbers")
      .set({
        app_id: null,
        token_sealed: "",
        verify_token_sealed: "",
        token_state: "unknown",
        token_expires_at: null,
        data_access_expires_at: null,
        token_scopes: null,
        checks: "[]",
        checked_at: null,
        moved_to: null,
      })
      .where("organization_id", "=", organizationId)
      .where("channel_id", "=", channelId)
      .execute();
    await tx.deleteFrom("whatsapp_uploads").where("organization_id", "=", organizationId).where("channel_id", "=", channelId).execute();
    const cancelled = await cancelQueued(tx, ctx, channelId);
    await forgetSecrets(tx, kernel, number);
    await emit(tx, ctx, "channel.disconnected", { channelId });
    await audit(tx, ctx, "channel.disconnected", { channelId }, { phoneNumberId: number.phone_number_id, cancelled, unsubscribed });
  });
  kernel.live.wake("apps");
  kernel.live.wake();
};

/** The projector may be at it in another process: then it is waited for. */
const projectRest = async (kernel: Kernel, appId: string): Promise<void> => {
  const until = Date.now() + patienceMs;
  const pending = async () =>
    (await sql`select from intake_journal where app_id = ${appId} and projected_at is null limit 1`.execute(kernel.db.system)).rows.length >
    0;
  while (Date.now() < until && (await pending())) {
    const done = await projectBatch(kernel, appId).catch(() => null);
    if (!done) await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** The account's webhooks end with its last number here. Null: there is another, or Meta could not be told. */
const unsubscribe = async (kernel: Kernel, number: NumberRow): Promise<boolean | null> => {
  const { rows } = await sql`
    select from whatsapp_numbers where app_id = ${number.app_id} and account_id = ${number.account_id} and channel_id <> ${number.channel_id} limit 1`.execute(
    kernel.db.system,
  );
  if (rows.length > 0 || number.token_sealed === "") return null;
  const answer = await callGraph(kernel, accessOf(kernel, number), {
    purpose: "service_operation",
    path: `${number.account_id}/subscribed_apps`,
    method: "DELETE",
    timeoutMs: 5000,
  }).catch(() => null);
  return answer?.json?.success === true ? true : null;
};

const cancelQueued = async (tx: Tx, ctx: Ctx, channelId: string): Promise<number> => {
  const { organizationId } = ctx;
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
  return cancelled.length;
};

/** The app's secret goes with the last number that used it, a verify token with the last that showed it. */
const forgetSecrets = async (tx: Tx, kernel: Kernel, number: NumberRow): Promise<void> => {
  if (!number.app_id) return;
  await tx.selectFrom("meta_apps").select("id").where("id", "=", number.app_id).forUpdate().execute();
  const others = await tx
    .selectFrom("whatsapp_numbers")
    .select(["organization_id", "channel_id", "verify_token_sealed"])
    .where("app_id", "=", number.app_id)
    .execute();
  const verifyToken = verifyTokenOf(kernel, number);
  if (others.length === 0) {
    await tx.updateTable("meta_apps").set({ secret_sealed: "" }).where("id", "=", number.app_id).execute();
    await tx.deleteFrom("meta_verify_tokens").where("app_id", "=", number.app_id).execute();
  } else if (!others.some((other) => verifyTokenOf(kernel, other) === verifyToken))
    await tx
      .deleteFrom("meta_verify_tokens")
      .where("app_id", "=", number.app_id)
      .where("token_hash", "=", kernel.keys.fingerprint("verify-token", verifyToken))
      .execute();
};

/** Apps without numbers go once nothing of theirs is kept any more. */
export const tidyApps = async (kernel: Kernel): Promise<void> => {
  await sql`delete from meta_apps a where a.secret_sealed = ''
    and not exists (select from whatsapp_numbers n where n.app_id = a.id)
    and not exists (select from intake_journal j where j.app_id = a.id)
    and not exists (select from intake_parked p where p.app_id = a.id and p.resolved_at is null)`.execute(kernel.db.system);
};
