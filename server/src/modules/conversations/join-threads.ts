import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";

type Thread = { id: string; channel_id: string; contact_id: string; merged_from: string | null; used: boolean };

/**
 * Puts what was said by a contact that turned out to be another one into that one's threads, as if it had come there. False, and nothing
 * changed, where a member has answered, assigned or labelled one of its conversations: then it is theirs to decide.
 */
export const joinThreads = async (
  tx: Tx,
  organizationId: string,
  twin: { contactId: string; of: string; mergedFrom?: string },
): Promise<boolean> => {
  const mergedFrom = twin.mergedFrom ?? null;
  const { rows } = await sql<Thread>`
    select c.id, c.channel_id, c.contact_id, c.merged_from, c.contact_id = ${twin.contactId} and (c.assignee_id is not null
        or exists (select from conversation_labels l where l.organization_id = c.organization_id and l.conversation_id = c.id)
        or exists (select from messages m where m.organization_id = c.organization_id and m.conversation_id = c.id and (m.origin = 'api' or m.direction = 'note'))
        or exists (select from deliveries d where d.organization_id = c.organization_id and d.contact_id = c.contact_id)) as used
      from conversations c where c.organization_id = ${organizationId} and c.contact_id in (${twin.contactId}, ${twin.of})
     order by c.id for update of c`.execute(tx);
  if (rows.some((thread) => thread.used)) return false;
  for (const mine of rows.filter((thread) => thread.contact_id === twin.contactId)) {
    const into = rows.find(
      (thread) => thread.contact_id === twin.of && thread.channel_id === mine.channel_id && thread.merged_from === mergedFrom,
    );
    await sql`
      update messages set conversation_id = ${into?.id ?? mine.id}, contact_id = ${twin.of}
       where organization_id = ${organizationId} and conversation_id = ${mine.id}`.execute(tx);
    if (into) await join(tx, organizationId, mine.id, into.id);
    else
      await tx
        .updateTable("conversations")
        .set({ contact_id: twin.of, merged_from: mergedFrom })
        .where("organization_id", "=", organizationId)
        .where("id", "=", mine.id)
        .execute();
  }
  return true;
};

const join = async (tx: Tx, organizationId: string, from: string, into: string) => {
  await sql`
    update conversations c
       set message_count = c.message_count + t.message_count, inbound_count = c.inbound_count + t.inbound_count,
           last_inbound_at = greatest(c.last_inbound_at, t.last_inbound_at), window_until = greatest(c.window_until, t.window_until),
           identity_id = case when t.last_inbound_at is not null and (c.last_inbound_at is null or t.last_inbound_at >= c.last_inbound_at) then t.identity_id else c.identity_id end,
           state = case when t.state = 'open' then 'open' else c.state end,
           closed_at = case when t.state = 'open' then null when c.state = 'closed' then greatest(c.closed_at, t.closed_at) end,
           last_message_at = case when n.newer then t.last_message_at else c.last_message_at end,
           last_message_id = case when n.newer then t.last_message_id else c.last_message_id end,
           preview = case when n.newer then t.preview else c.preview end
      from conversations t,
           lateral (select t.last_message_id is not null and (o.last_message_id is null or t.last_message_at >= o.last_message_at) as newer
                      from conversations o where o.organization_id = ${organizationId} and o.id = ${into}) n
     where t.organization_id = ${organizationId} and t.id = ${from} and c.organization_id = ${organizationId} and c.id = ${into}`.execute(
    tx,
  );
  await tx.deleteFrom("conversations").where("organization_id", "=", organizationId).where("id", "=", from).execute();
};
