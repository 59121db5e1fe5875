import { sql } from "kysely";
import { copyToMessages } from "./delivery-outcome.ts";
import type { Kernel } from "./module.ts";

/**
 * Nobody fetches what is queued on a disconnected channel. Disconnecting cancels the queue, but what was on the wire at that moment may come
 * back to it, and what somebody was just sending joins it.
 */
export const cancelStranded = async (kernel: Kernel): Promise<void> => {
  const cancelled = await kernel.db.system.transaction().execute(async (tx) => {
    const { rows } = await sql<{ organization_id: string; id: string; contact_id: string; message_id: string | null }>`
      with stranded as materialized (
        select d.organization_id, d.id from channels c
          join deliveries d on d.organization_id = c.organization_id and d.channel_id = c.id and d.state = 'queued'
         where c.state = 'disconnected' order by d.id limit 200 for no key update of d skip locked)
      update deliveries d set state = 'cancelled', reason = 'channel_disconnected', lease_until = null, updated_at = now()
        from stranded s where d.organization_id = s.organization_id and d.id = s.id
      returning d.organization_id, d.id, d.contact_id, d.message_id`.execute(tx);
    await copyToMessages(
      tx,
      rows.map((row) => ({
        claim: { organizationId: row.organization_id, id: row.id, contactId: row.contact_id, messageId: row.message_id },
        state: "cancelled",
        failure: null,
        providerId: null,
      })),
    );
    return rows.length;
  });
  if (cancelled > 0) kernel.live.wake();
};
