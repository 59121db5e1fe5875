import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { dayOf, recordMoves } from "./segment-write.ts";

/** Tells of the memberships that ended with their contact. */
export const tellGone = async (tx: Tx, organizationId: string, now: Date): Promise<void> => {
  const { rows } = await sql<{ segment_id: string; contact_id: string }>`
    with g as (
      delete from segment_gone g using (select id from segment_gone where organization_id = ${organizationId} order by id limit 5000) n
       where g.organization_id = ${organizationId} and g.id = n.id returning g.segment_id, g.contact_id)
    select g.segment_id, g.contact_id from g join segments s on s.organization_id = ${organizationId} and s.id = g.segment_id
     where s.archived_at is null and s.removed_at is null`.execute(tx);
  if (rows.length === 0) return;
  const moves = rows.map((row) => ({ segmentId: row.segment_id, contactId: row.contact_id, enters: false }));
  await recordMoves(tx, organizationId, { by: "gone", day: await dayOf(tx, organizationId, now), now }, moves);
};
