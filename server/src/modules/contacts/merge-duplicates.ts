import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Key, Pair, TableMoves } from "./merge-rows.ts";

/**
 * Pairs the other contact was part of end with it, and come back with it. That it is not the same as a third one holds for the survivor
 * from now on: nobody is asked again.
 */
export const setPairsAside = async (tx: Tx, { organizationId, into, from }: Pair, mergeId: string): Promise<TableMoves[]> => {
  const { rows } = await sql<{ row: Key }>`
    with apart as materialized (
      select case when contact_id = ${from} then other_contact_id else contact_id end as third from duplicates
       where organization_id = ${organizationId} and (contact_id = ${from} or other_contact_id = ${from}) and dismissed_at is not null)
    delete from duplicates d
     where organization_id = ${organizationId} and (contact_id = ${from} or other_contact_id = ${from}
        or (dismissed_at is null and contact_id = ${into} and other_contact_id in (select third from apart))
        or (dismissed_at is null and other_contact_id = ${into} and contact_id in (select third from apart)))
    returning to_jsonb(d) as row`.execute(tx);
  const setAside = rows.map((one) => one.row);
  await sql`
    insert into duplicates (organization_id, contact_id, other_contact_id, score, reasons, dismissed_at, dismissed_by, merge_id)
    select organization_id, least(third, ${into}::uuid), greatest(third, ${into}::uuid), score, reasons, dismissed_at, dismissed_by, ${mergeId}
      from (select d.*, case when d.contact_id = ${from} then d.other_contact_id else d.contact_id end as third
              from jsonb_populate_recordset(null::duplicates, ${JSON.stringify(setAside)}::jsonb) d
             where d.dismissed_at is not null and ${from} in (d.contact_id, d.other_contact_id)) d
     where third <> ${into}
    on conflict do nothing`.execute(tx);
  return setAside.length === 0 ? [] : [{ relation: "duplicates", moved: [], kept: [], setAside, changed: [] }];
};

/** After the other contact is back. A third one may have gone meanwhile. */
export const bringPairsBack = async (tx: Tx, { organizationId }: Pair, mergeId: string, records: TableMoves[]): Promise<void> => {
  await sql`delete from duplicates where organization_id = ${organizationId} and merge_id = ${mergeId}`.execute(tx);
  const setAside = records.find((record) => record.relation === "duplicates")?.setAside ?? [];
  if (setAside.length === 0) return;
  await sql`
    insert into duplicates select d.* from jsonb_populate_recordset(null::duplicates, ${JSON.stringify(setAside)}::jsonb) d
      join contacts a on a.organization_id = d.organization_id and a.id = d.contact_id
      join contacts b on b.organization_id = d.organization_id and b.id = d.other_contact_id
     where d.organization_id = ${organizationId}
    on conflict (organization_id, contact_id, other_contact_id) do update
      set score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at, dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by, merge_id = excluded.merge_id`.execute(
    tx,
  );
};
