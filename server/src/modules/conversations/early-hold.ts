import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { newId } from "../../kernel/id.ts";

export type Early = { channelId: string; target: string; kind: "status" | "reaction" | "edit" | "revoke"; item: Record<string, unknown> };

/** Keeps what speaks of a message that is not known yet: a status may come before our own POST returns, a reaction before its message. */
export const holdEarly = async (tx: Tx, organizationId: string, rows: Early[]): Promise<void> => {
  if (rows.length === 0) return;
  const json = rows.map((row) => ({ id: newId(), channel_id: row.channelId, target: row.target, kind: row.kind, item: row.item }));
  await sql`
    insert into early_arrivals (organization_id, id, channel_id, target_provider_id, kind, item)
    select ${organizationId}, e.id, e.channel_id, e.target, e.kind, e.item
      from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as e (id uuid, channel_id uuid, target text, kind text, item jsonb)
    on conflict (organization_id, channel_id, target_provider_id, kind, md5(item::text)) do nothing`.execute(tx);
};
