import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Pair } from "./merge-rows.ts";

/**
 * What was said about consent while the two were one, beyond what names the other's identity and has gone back by that. An entry whose proof
 * is a message of theirs is theirs. A withdrawal that names nobody stays with the survivor and counts for the other as well: we do not know
 * which of the two said no, so nobody is written to who may have.
 */
export const restoreConsents = async (tx: Tx, { organizationId, into, from }: Pair, mergeId: string, since: Date): Promise<void> => {
  await sql`
    with moved as (
      update consent_ledger l set contact_id = ${from}
       where l.organization_id = ${organizationId} and l.contact_id = ${into} and l.recorded_at >= ${since} and ${names(organizationId, from)}
      returning l.id)
    insert into consent_ledger (organization_id, id, contact_id, channel, purpose, action, source, proof, actor, occurred_at, recorded_at)
    select organization_id, candor_uuid7(), ${from}, channel, purpose, action, source, proof || jsonb_build_object('mergeId', ${mergeId}::text), actor, occurred_at, recorded_at
      from consent_ledger l
     where l.organization_id = ${organizationId} and l.contact_id = ${into} and l.recorded_at >= ${since} and l.action = 'withdrawn' and l.identity_id is null
       and l.id not in (select id from moved) and not ${names(organizationId, into)}
    on conflict do nothing`.execute(tx);
};

/** Whether the proof of an entry is a message of the contact. */
const names = (organizationId: string, contactId: string) => sql`exists (
  select from (select case when l.proof ->> 'messageId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (l.proof ->> 'messageId')::uuid end as id) named
    join messages x on x.organization_id = ${organizationId} and x.id = named.id and x.contact_id = ${contactId})`;

/** When each of the two last wrote, as far as the merged contact knows more than either did before. */
export const seenSince = async (tx: Tx, { organizationId, into, from }: Pair, since: Date): Promise<void> => {
  await sql`
    update contacts c set last_seen_at = greatest(c.last_seen_at, s.at)
      from (select contact_id, max(last_inbound_at) as at from conversations
             where organization_id = ${organizationId} and contact_id in (${into}, ${from}) and last_inbound_at > ${since} group by contact_id) s
     where c.organization_id = ${organizationId} and c.id = s.contact_id and (c.last_seen_at is null or c.last_seen_at < s.at)`.execute(tx);
};
