import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Failure } from "../../../../kernel/deliveries.ts";
import type { Told } from "../../../conversations/index.ts";
import { heedRefusals, type Refused } from "./refusals.ts";

/**
 * What statuses mean beyond their own messages: refusals have their consequences, and who has received something can be reached. Opt-outs
 * are the conversations' own to record. In the transaction that moved the deliveries, as candor_system.
 */
export const heed = async (tx: Tx, organizationId: string, told: Told[]): Promise<void> => {
  const reached = told.filter((one) => one.state === "delivered" || one.state === "read").flatMap((one) => one.deliveryId ?? []);
  if (reached.length > 0) await markReachable(tx, organizationId, reached);
  const failed = told.filter((one) => one.state === "failed" && one.failure?.providerCode !== undefined);
  if (failed.length === 0) return;
  const ids = failed.flatMap((one) => one.deliveryId ?? []);
  const rows = await tx
    .selectFrom("deliveries")
    .select(["id", "identity_id", "content"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const refused = failed.flatMap((one): Refused[] => {
    const row = byId.get(one.deliveryId ?? "");
    const { channelId, contactId, messageId, failure, at } = one;
    const content = (row?.content ?? {}) as Record<string, unknown>;
    return failure
      ? [{ deliveryId: row?.id ?? null, channelId, contactId, identityId: row?.identity_id ?? null, messageId, content, failure, at }]
      : [];
  });
  const learned = await heedRefusals(tx, organizationId, refused);
  await keepFailures(tx, organizationId, learned);
};

/** A few rows at most: only those who could not be reached before are looked at. */
const markReachable = async (tx: Tx, organizationId: string, deliveryIds: string[]) => {
  await sql`
    update identities i set undeliverable_at = null
      from deliveries d
     where i.organization_id = ${organizationId} and i.undeliverable_at is not null
       and d.organization_id = ${organizationId} and d.id = any(${deliveryIds}::uuid[]) and d.identity_id = i.id`.execute(tx);
};

const keepFailures = async (tx: Tx, organizationId: string, learned: Map<string, Failure>) => {
  if (learned.size === 0) return;
  const rows = JSON.stringify([...learned].map(([id, failure]) => ({ id, failure })));
  await sql`
    with kept as (
      update deliveries d set failure = k.failure from jsonb_to_recordset(${rows}::jsonb) as k (id uuid, failure jsonb)
       where d.organization_id = ${organizationId} and d.id = k.id and d.state = 'failed' returning d.id, d.message_id, d.failure)
    update messages m set failure = kept.failure from kept
     where m.organization_id = ${organizationId} and m.id = kept.message_id and m.delivery_id = kept.id`.execute(tx);
};
