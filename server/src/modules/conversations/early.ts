import { sql } from "kysely";
import type { Db, Tx } from "../../kernel/db/pools.ts";
import { applyChanges, type ChangeDraft } from "./record-changes.ts";
import type { StatusDraft } from "./status-order.ts";
import { applyStatuses, type Told } from "./statuses.ts";

type Row = { id: string; channel_id: string; target_provider_id: string; kind: string; item: Record<string, unknown> };

/** To be called in the transaction in which provider ids become known: what came before is applied now. Answers the attempts that moved. */
export const applyEarly = (tx: Tx, organizationId: string, channelId: string, providerIds: string[]): Promise<Told[]> =>
  applyEarlyFor(
    tx,
    organizationId,
    providerIds.map((providerId) => ({ channelId, providerId })),
  );

export const applyEarlyFor = async (
  tx: Tx,
  organizationId: string,
  targets: { channelId: string; providerId: string }[],
): Promise<Told[]> => {
  if (targets.length === 0) return [];
  const { rows } = await sql<Row>`
    delete from early_arrivals e using jsonb_to_recordset(${JSON.stringify(targets.map((target) => ({ c: target.channelId, p: target.providerId })))}::jsonb) as k (c uuid, p text)
     where e.organization_id = ${organizationId} and e.channel_id = k.c and e.target_provider_id = k.p
    returning e.id, e.channel_id, e.target_provider_id, e.kind, e.item`.execute(tx);
  if (rows.length === 0) return [];
  // In the order they came, as if their message had been known.
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const at = (row: Row) => new Date(String(row.item.at));
  const statuses = rows
    .filter((row) => row.kind === "status")
    .map((row) => ({ ...row.item, channelId: row.channel_id, providerId: row.target_provider_id, at: at(row) }) as StatusDraft);
  const changes = rows
    .filter((row) => row.kind !== "status")
    .map(
      (row) => ({ ...row.item, change: row.kind, channelId: row.channel_id, target: row.target_provider_id, at: at(row) }) as ChangeDraft,
    );
  const { told } = await applyStatuses(tx, organizationId, statuses);
  await applyChanges(
    tx,
    organizationId,
    changes.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  );
  return told;
};

/**
 * Two transactions may pass one another: one keeps a status as early while the other, not yet committed, learns the id it speaks of.
 * Whoever keeps early arrivals looks again for some seconds afterwards. Answers how many found their message.
 */
export const sweepEarly = async (
  db: Db,
  seconds: number,
  heard: (tx: Tx, organizationId: string, told: Told[]) => Promise<void>,
): Promise<number> => {
  const { rows } = await sql<{ organization_id: string; channel_id: string; target_provider_id: string }>`
    select distinct e.organization_id, e.channel_id, e.target_provider_id from early_arrivals e
     where e.arrived_at > now() - ${seconds} * interval '1 second'
       and (exists (select from messages m where m.organization_id = e.organization_id and m.channel_id = e.channel_id and m.provider_id = e.target_provider_id)
         or exists (select from deliveries d where d.organization_id = e.organization_id and d.channel_id = e.channel_id and d.provider_id = e.target_provider_id))
     limit 500`.execute(db);
  for (const [organizationId, same] of Map.groupBy(rows, (row) => row.organization_id)) {
    await db.transaction().execute(async (tx) => {
      const targets = same.map((row) => ({ channelId: row.channel_id, providerId: row.target_provider_id }));
      await heard(tx, organizationId, await applyEarlyFor(tx, organizationId, targets));
    });
  }
  return rows.length;
};
