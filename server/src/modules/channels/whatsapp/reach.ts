import { sql } from "kysely";
import type { Db } from "../../../kernel/db/pools.ts";

/**
 * The identity to write to: the one the conversation answers to while it holds, else the contact's phone, else a user id of the number's
 * own portfolio (one of another portfolio means nothing here, whatsapp.md §3.6).
 */
export const reach = async (
  db: Db,
  organizationId: string,
  channelId: string,
  contactId: string,
  identityId: string | null,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select i.id from identities i
      join whatsapp_numbers n on n.organization_id = i.organization_id and n.channel_id = ${channelId}
     where i.organization_id = ${organizationId} and i.contact_id = ${contactId} and i.retired_at is null
       and (i.kind = 'phone' or (i.kind = 'whatsapp_user_id' and (i.scope = n.portfolio_id or i.id = ${identityId}::uuid)))
     order by i.id is not distinct from ${identityId}::uuid desc, i.kind = 'phone' desc, i.last_seen_at desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
};
