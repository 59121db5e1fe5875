import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { findIdentities, handle, identityKey } from "./identity-rows.ts";
import { giveRest } from "./merge-rows.ts";
import type { Move } from "./move-identity.ts";
import { holdPeople } from "./people-lock.ts";

/** `mergedFrom`: whose the number was that changed, where it came by a merge; what is joined goes with it. */
export type Twin = { contactId: string; of: string; mergedFrom?: string };

/**
 * Somebody changed their number or id, and wrote under the new one before we heard of the change: they stand here twice. Answers the
 * second contact where that is sure and nothing is lost by joining: all that is known of it came after the change and from the channel,
 * and no member has put anything to it. Otherwise two contacts stay two, and a member decides. Both rows stay locked.
 */
export const twinAfter = async (tx: Tx, organizationId: string, { from, to, at }: Move): Promise<Twin | null> => {
  const keys = [identityKey(from), identityKey(to)];
  const [before, after] = keys;
  if (!before || !after) return null;
  await holdPeople(tx, organizationId);
  const rows = await findIdentities(tx, organizationId, [before, after]);
  const [old, target] = [rows.get(handle(before)), rows.get(handle(after))];
  if (!old || !target || old.contact_id === target.contact_id) return null;
  const { rows: found } = await sql<{ sure: boolean }>`
    select c.name_source = 'profile' and c.company is null and c.owner_id is null and c.stage = 'lead'
       and not exists (select from identities i where i.organization_id = c.organization_id and i.contact_id = c.id and i.first_seen_at < ${at})
       and not exists (select from contact_notes n where n.organization_id = c.organization_id and n.contact_id = c.id)
       and not exists (select from merges m where m.organization_id = c.organization_id and m.contact_id = c.id and m.undone_at is null)
       and not exists (select from contact_tags t where t.organization_id = c.organization_id and t.contact_id = c.id)
       and not exists (select from consent_ledger l where l.organization_id = c.organization_id and l.contact_id = c.id and l.source not like 'provider\\_%') as sure
      from contacts c where c.organization_id = ${organizationId} and c.id in (${target.contact_id}, ${old.contact_id})
     order by c.id = ${target.contact_id} desc for update of c`.execute(tx);
  if (!found[0]?.sure) return null;
  return { contactId: target.contact_id, of: old.contact_id, ...(old.merged_from === null ? {} : { mergedFrom: old.merged_from }) };
};

type Absorbed = Omit<Twin, "mergedFrom"> & { mergedFrom?: string | null };

/** Gives all that is known of the twin to the contact it is, and removes it. Its conversations must have gone there before. */
export const absorbTwin = async (tx: Tx, organizationId: string, { contactId, of, mergedFrom = null }: Absorbed): Promise<void> => {
  await sql`update identities set contact_id = ${of}, merged_from = ${mergedFrom}, evidence = evidence - 'suspects' where organization_id = ${organizationId} and contact_id = ${contactId}`.execute(
    tx,
  );
  await sql`
    insert into consent_ledger (organization_id, id, contact_id, channel, purpose, action, source, proof, actor, occurred_at, recorded_at)
    select organization_id, candor_uuid7(), ${of}, channel, purpose, action, source, proof, jsonb_build_object('kind', 'contact', 'contactId', ${of}::text), occurred_at, recorded_at
      from consent_ledger where organization_id = ${organizationId} and contact_id = ${contactId}
    on conflict (organization_id, contact_id, channel, purpose, action, occurred_at) do nothing`.execute(tx);
  await sql`
    update contacts c set last_seen_at = greatest(c.last_seen_at, t.last_seen_at),
           name = case when named.later then t.name else c.name end, named_at = case when named.later then t.named_at else c.named_at end
      from contacts t
     cross join lateral (select c2.name_source = 'profile' and t.named_at is not null and (c2.named_at is null or (t.named_at, t.name) > (c2.named_at, c2.name)) as later
                           from contacts c2 where c2.organization_id = ${organizationId} and c2.id = ${of}) named
     where t.organization_id = ${organizationId} and t.id = ${contactId} and c.organization_id = ${organizationId} and c.id = ${of}`.execute(
    tx,
  );
  await giveRest(tx, { organizationId, into: of, from: contactId }, mergedFrom);
  await tx.deleteFrom("contacts").where("organization_id", "=", organizationId).where("id", "=", contactId).execute();
  await emitMany(tx, [
    {
      organizationId,
      name: "contact.joined",
      payload: { contactId: of, otherContactId: contactId },
      actor: { kind: "contact", contactId: of },
    },
  ]);
};
