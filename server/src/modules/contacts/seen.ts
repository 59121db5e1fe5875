import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";

type Touch = { contactId: string; name: string | null; at: Date; since: Date; namedAt: Date; identities: { id: string; value: string }[] };

/**
 * When people and their identities were last seen, the spelling of a number last seen, and the profile name where no member wrote a
 * better one. Somebody who keeps writing is refreshed once a minute: a row rewritten with every message cost a tenth of the projector's
 * time, and the conversation has the exact moment. Rows are locked in the order of their ids: two channels may bring the same people at once.
 */
export const refreshSeen = async (tx: Tx, organizationId: string, touches: Touch[]): Promise<void> => {
  if (touches.length === 0) return;
  await refreshIdentities(tx, organizationId, touches);
  const renamed = await refreshContacts(tx, organizationId, touches);
  await emitMany(
    tx,
    renamed.map((contactId) => ({
      organizationId,
      name: "contact.updated",
      payload: { contactId, fields: ["name"] },
      actor: { kind: "contact", contactId } as const,
    })),
  );
};

const refreshIdentities = async (tx: Tx, organizationId: string, touches: Touch[]) => {
  const newest = new Map<string, { value: string; first: Date; last: Date }>();
  for (const { at, since, identities } of touches) {
    for (const { id, value } of identities) {
      const have = newest.get(id);
      newest.set(id, {
        value: have && have.last > at ? have.value : value,
        first: have && have.first < since ? have.first : since,
        last: have && have.last > at ? have.last : at,
      });
    }
  }
  const rows = [...newest];
  await sql`
    with seen as (
      select * from unnest(${rows.map(([id]) => id)}::uuid[], ${rows.map(([, row]) => row.value)}::text[], ${rows.map(([, row]) => row.first.toISOString())}::timestamptz[], ${rows.map(([, row]) => row.last.toISOString())}::timestamptz[])
        as s (id, value, first, last)),
    old as (
      select i.id from identities i join seen s on s.id = i.id
       where i.organization_id = ${organizationId} and (i.last_seen_at < s.last - interval '1 minute' or (i.last_seen_at < s.last and i.value <> s.value) or i.first_seen_at > s.first or i.retired_at < s.last)
       order by i.id for update of i)
    update identities i
       set last_seen_at = greatest(i.last_seen_at, s.last), first_seen_at = least(i.first_seen_at, s.first),
           value = case when s.last > i.last_seen_at then s.value else i.value end,
           retired_at = case when i.retired_at < s.last then null else i.retired_at end
      from seen s join old on old.id = s.id
     where i.organization_id = ${organizationId} and i.id = s.id`.execute(tx);
};

const refreshContacts = async (tx: Tx, organizationId: string, touches: Touch[]): Promise<string[]> => {
  const newest = new Map<string, { name: string | null; namedAt: Date; last: Date }>();
  for (const { contactId, name, at, namedAt } of touches) {
    const have = newest.get(contactId);
    const named = name !== null && (!have?.name || isLater({ name, at: namedAt }, { name: have.name, at: have.namedAt }));
    newest.set(contactId, {
      name: named ? name : (have?.name ?? null),
      namedAt: named ? namedAt : (have?.namedAt ?? namedAt),
      last: have && have.last > at ? have.last : at,
    });
  }
  const rows = [...newest];
  const renames = sql`(c.name_source = 'profile' and s.name is not null and (c.named_at is null or (s.named_at, s.name) > (c.named_at, c.name))
    and (s.name <> c.name or c.named_at is null or c.named_at < s.named_at - interval '1 minute'))`;
  const { rows: changed } = await sql<{ id: string; renamed: boolean }>`
    with seen as (
      select * from unnest(${rows.map(([id]) => id)}::uuid[], ${rows.map(([, row]) => row.name)}::text[], ${rows.map(([, row]) => row.namedAt.toISOString())}::timestamptz[], ${rows.map(([, row]) => row.last.toISOString())}::timestamptz[])
        as s (id, name, named_at, last)),
    old as (
      select c.id, c.name, ${renames} as renames from contacts c join seen s on s.id = c.id
       where c.organization_id = ${organizationId} and (c.last_seen_at is null or c.last_seen_at < s.last - interval '1 minute' or ${renames})
       order by c.id for update of c)
    update contacts c
       set last_seen_at = greatest(c.last_seen_at, s.last), name = case when old.renames then s.name else c.name end,
           named_at = case when old.renames then s.named_at else c.named_at end,
           updated_at = case when old.renames and s.name <> old.name then now() else c.updated_at end
      from seen s join old using (id)
     where c.organization_id = ${organizationId} and c.id = s.id
    returning c.id, c.name <> old.name as renamed`.execute(tx);
  return changed.filter((row) => row.renamed).map((row) => row.id);
};

/** The provider's clock decides; within one of its seconds the greater name does, so that any order of arrival ends in the same. */
export const isLater = (one: { name: string; at: Date }, other: { name: string; at: Date }) =>
  one.at > other.at || (one.at.getTime() === other.at.getTime() && one.name > other.name);
