import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Failure } from "../../kernel/deliveries.ts";
import type { Outcome } from "./status-order.ts";
import type { Told } from "./statuses.ts";

export type Returned = {
  messageId: string;
  contactId: string;
  conversationId: string;
  from: string | null;
  state: Outcome;
  failure: Failure | null;
};

/**
 * A message was sent again, and now an older attempt of it turns out to have arrived: what still waits is taken back, and a message whose
 * newer attempt failed shows the one that arrived. Whatever somebody else holds just now is on its way, and left alone.
 */
export const returnToArrived = async (tx: Tx, organizationId: string, older: (Told & { deliveryId: string })[]): Promise<Returned[]> => {
  const arrived = older.filter((one) => one.state !== "failed");
  if (arrived.length === 0) return [];
  const { rows } = await sql<{
    message_id: string;
    contact_id: string;
    conversation_id: string;
    was: string | null;
    state: Outcome;
  }>`
    with held as materialized (
      select m.id as message_id, m.contact_id, m.conversation_id, m.state as was, d.id as delivery_id, d.state, d.provider_id, c.id as current_id
        from deliveries d
        join messages m on m.organization_id = d.organization_id and m.id = d.message_id and m.delivery_id <> d.id
        join deliveries c on c.organization_id = m.organization_id and c.id = m.delivery_id
       where d.organization_id = ${organizationId} and d.id = any(${arrived.map((one) => one.deliveryId)}::uuid[])
         and (c.state in ('failed', 'cancelled') or (c.state = 'queued' and (c.lease_until is null or c.lease_until < now())))
       order by m.id for update of c, m skip locked),
    taken as (
      update deliveries c set state = 'cancelled', reason = 'already_arrived', lease_until = null, updated_at = now() from held h
       where c.organization_id = ${organizationId} and c.id = h.current_id and c.state = 'queued')
    update messages m set delivery_id = h.delivery_id, provider_id = h.provider_id, state = h.state, failure = null from held h
     where m.organization_id = ${organizationId} and m.id = h.message_id
    returning h.message_id, h.contact_id, h.conversation_id, h.was, h.state`.execute(tx);
  if (rows.length === 0) return [];
  await sql`
    with held as materialized (
      select c.id, u.state from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u (conversation_id uuid, message_id uuid, state text)
        join conversations c on c.organization_id = ${organizationId} and c.id = u.conversation_id and c.last_message_id = u.message_id
       order by c.id for no key update of c)
    update conversations c set preview = c.preview || jsonb_build_object('state', h.state) from held h
     where c.organization_id = ${organizationId} and c.id = h.id`.execute(tx);
  return rows.map((row) => ({
    messageId: row.message_id,
    contactId: row.contact_id,
    conversationId: row.conversation_id,
    from: row.was,
    state: row.state,
    failure: null,
  }));
};
