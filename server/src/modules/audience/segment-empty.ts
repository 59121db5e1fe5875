import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";
import { holdOrganization } from "./segment-pass.ts";
import { plansChanged } from "./segment-plan.ts";
import { dropUnasked } from "./segment-versions.ts";

const atOnce = 10_000;

/** Takes away in pieces what nobody needs any more: members of archived and deleted segments, replaced versions' notes, dropped questions' answers. */
export const empty = async (kernel: Kernel, organizationId: string): Promise<void> => {
  const system = kernel.db.system;
  await system.transaction().execute((tx) => dropUnasked(tx, organizationId));
  const gone = await sql<{ id: string; removed: boolean }>`
    select id, removed_at is not null as removed from segments
     where organization_id = ${organizationId} and (removed_at is not null or (archived_at is not null and (members > 0 or version_id is not null or next_version_id is not null)))`.execute(
    system,
  );
  for (const { id, removed } of gone.rows) {
    await inPieces(kernel, organizationId, sql`segment_members`, sql`segment_id = ${id}`);
    await system.transaction().execute(async (tx) => {
      await holdOrganization(tx, organizationId, true);
      if (removed) await sql`delete from segments where organization_id = ${organizationId} and id = ${id}`.execute(tx);
      else
        await sql`update segments set members = 0, version_id = null, next_version_id = null where organization_id = ${organizationId} and id = ${id} and archived_at is not null`.execute(
          tx,
        );
      await plansChanged(tx, organizationId);
    });
  }
  const versions = await sql<{ id: string }>`
    select v.id from segment_versions v join segments s on s.organization_id = v.organization_id and s.id = v.segment_id
     where v.organization_id = ${organizationId} and v.id is distinct from s.next_version_id
       and exists (select from segment_next n where n.organization_id = v.organization_id and n.version_id = v.id)`.execute(system);
  for (const { id } of versions.rows) await inPieces(kernel, organizationId, sql`segment_next`, sql`version_id = ${id}`);
  const leaves = await sql<{
    id: number;
  }>`select id from segment_leaves where organization_id = ${organizationId} and state = 'dropped'`.execute(system);
  for (const { id } of leaves.rows) {
    await inPieces(kernel, organizationId, sql`leaf_state`, sql`leaf_id = ${id}`);
    await sql`delete from segment_leaves where organization_id = ${organizationId} and id = ${id} and state = 'dropped'`.execute(system);
  }
};

/** The evaluator may be writing the same rows: it goes first. */
const inPieces = async (kernel: Kernel, organizationId: string, relation: ReturnType<typeof sql>, which: ReturnType<typeof sql>) => {
  for (;;) {
    const removed = await kernel.db.system.transaction().execute(async (tx) => {
      await holdOrganization(tx, organizationId, true);
      const { numAffectedRows } = await sql`
        delete from ${relation} where organization_id = ${organizationId} and ctid = any(array(
          select ctid from ${relation} where organization_id = ${organizationId} and ${which} limit ${atOnce}))`.execute(tx);
      return Number(numAffectedRows ?? 0);
    });
    if (removed < atOnce) return;
  }
};
