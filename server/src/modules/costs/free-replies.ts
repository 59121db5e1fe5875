import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { ruleOf } from "./shipped.ts";
import { monthOf } from "./totals.ts";

export type Replies = { channelId: string; name: string; used: number; charged: number; allowance: number | null; left: number | null };

/**
 * Free replies of each number in a month. WhatsApp's word goes before our count: once it has charged a reply of the number in the month,
 * none is left, however many we saw (the number may have been used elsewhere before it was connected here).
 */
export const freeReplies = async (tx: Tx, organizationId: string, month: string): Promise<Replies[]> => {
  const { rows } = await sql<{ id: string; name: string; used: string; charged: string; state: string }>`
    select c.id, c.name, c.state, coalesce(t.used, 0) as used, coalesce(t.charged, 0) as charged
      from channels c left join (
        select key, sum(free_replies) as used, sum(charged_replies) as charged from cost_totals
         where organization_id = ${organizationId} and month = ${month}::date and dimension = 'number' group by key) t on t.key = c.id::text
     where c.organization_id = ${organizationId} and c.kind = 'whatsapp' and (c.state <> 'disconnected' or t.key is not null) order by c.name, c.id`.execute(
    tx,
  );
  return rows.map((row) => ({ channelId: row.id, name: row.name, ...counted(month, Number(row.used), Number(row.charged)) }));
};

export const repliesLeft = async (tx: Tx, organizationId: string, channelId: string, day: string) => {
  const month = monthOf(day);
  const { rows } = await sql<{ used: string; charged: string }>`
    select coalesce(sum(free_replies), 0) as used, coalesce(sum(charged_replies), 0) as charged from cost_totals
     where organization_id = ${organizationId} and month = ${month}::date and dimension = 'number' and key = ${channelId}`.execute(tx);
  return counted(month, Number(rows[0]?.used ?? 0), Number(rows[0]?.charged ?? 0));
};

const counted = (month: string, used: number, charged: number) => {
  const allowance = ruleOf(month).freeReplies;
  return { used, charged, allowance, left: allowance === null ? null : charged > 0 ? 0 : Math.max(0, allowance - used) };
};
