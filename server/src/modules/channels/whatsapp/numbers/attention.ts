import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Failure } from "../../../../kernel/deliveries.ts";
import { emitMany } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import { tellManagers } from "./attention-letter.ts";
import { numberOf } from "./number.ts";

/**
 * Stops sending on a number and says so: a notice, and a letter to those who can do something about it, once for each time it stops. What is
 * queued stays queued and goes out in order when the number sends again; receiving goes on. To be called as candor_system.
 */
export const needAttention = async (tx: Tx, organizationId: string, channelId: string, failure: Failure): Promise<void> => {
  const tokenInvalid = failure.code === "token_invalid";
  const changed = await tx
    .updateTable("channels")
    .set({ state: "attention", attention: failure.code })
    .where("organization_id", "=", organizationId)
    .where("id", "=", channelId)
    .where("state", "=", "active")
    .returning(["id", "name"])
    .executeTakeFirst();
  if (tokenInvalid)
    await tx
      .updateTable("whatsapp_numbers")
      .set({ token_state: "invalid" })
      .where("organization_id", "=", organizationId)
      .where("channel_id", "=", channelId)
      .execute();
  if (!changed) return;
  const number = await numberOf(tx, organizationId, channelId);
  const kind = tokenInvalid ? "token_invalid" : "sending_stopped";
  const { code, message, providerCode = null, remedy = null, right = null } = failure;
  await tx
    .insertInto("channel_notices")
    .values({
      organization_id: organizationId,
      id: newId(),
      channel_id: channelId,
      account_id: number?.account_id ?? "",
      kind,
      severity: "danger",
      payload: JSON.stringify({ code, providerCode, message, remedy, ...(right ? { right } : {}) }),
      occurred_at: new Date(),
    })
    .execute();
  await tellManagers(tx, organizationId, channelId, failure);
  const actor = { kind: "system", name: "whatsapp" } as const;
  await emitMany(tx, [
    { organizationId, name: "channel.notice", actor, payload: { channelId, kind, severity: "danger" } },
    { organizationId, name: "channel.updated", actor, payload: { channelId, what: "attention" } },
  ]);
};
