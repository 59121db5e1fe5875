import { sql } from "kysely";
import type { ConsumedEvent } from "../../kernel/consumers.ts";
import type { Tx } from "../../kernel/db/pools.ts";

/**
 * Events have no key on contacts, so one written while its contact was being merged away may still name it. Behind the safe horizon all
 * that could are there: they follow. Where the merge was undone meanwhile they are right as they are.
 */
export const bringLateEvents = async (tx: Tx, events: ConsumedEvent[]): Promise<void> => {
  for (const { organizationId, payload } of events) {
    await sql`
      update events e set contact_id = m.contact_id, merged_from = coalesce(e.merged_from, m.other_contact_id)
        from merges m
       where m.organization_id = ${organizationId} and m.id = ${payload.mergeId} and m.undone_at is null
         and e.organization_id = ${organizationId} and e.contact_id = m.other_contact_id
         and not exists (select from contacts c where c.organization_id = ${organizationId} and c.id = m.other_contact_id)`.execute(tx);
  }
};
