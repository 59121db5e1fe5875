import { sql } from "kysely";
import type { Db } from "../../../../kernel/db/pools.ts";

export type Address = { id: string; kind: "phone" | "whatsapp_user_id"; value: string };
type Wanted = { contactId: string; identityId: string | null };

/**
 * The identities to write to, one for each wanted in order: the one the conversation answers to while it holds, else the contact's phone,
 * else a user id of the number's own portfolio (one of another portfolio means nothing here).
 */
export const addresses = async (db: Db, organizationId: string, channelId: string, wanted: Wanted[]): Promise<(Address | null)[]> => {
  const asked = wanted.map(({ contactId, identityId }, at) => ({ at, c: contactId, i: identityId }));
  const { rows } = await sql<Address & { at: number }>`
    select k.at, i.id, i.kind, i.value
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (at int, c uuid, i uuid)
      join whatsapp_numbers n on n.organization_id = ${organizationId} and n.channel_id = ${channelId}
      cross join lateral (
        select i.id, i.kind, i.value from identities i
         where i.organization_id = ${organizationId} and i.contact_id = k.c and i.retired_at is null
           and (i.kind = 'phone' or (i.kind = 'whatsapp_user_id' and (i.scope = n.portfolio_id or i.id = k.i)))
         order by i.id is not distinct from k.i desc, i.kind = 'phone' desc, i.last_seen_at desc limit 1) i`.execute(db);
  const found = new Map(rows.map(({ at, ...address }) => [at, address]));
  return wanted.map((_, at) => found.get(at) ?? null);
};

export const reach = async (
  db: Db,
  organizationId: string,
  channelId: string,
  contactId: string,
  identityId: string | null,
): Promise<string | null> => (await addresses(db, organizationId, channelId, [{ contactId, identityId }]))[0]?.id ?? null;
