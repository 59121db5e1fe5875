import { sql } from "kysely";
import type { Db, Tx } from "../../../../kernel/db/pools.ts";

/** Counts one more send, in the transaction that queues it; the lane is the connection's own, so nobody waits for a hot row. */
export const countUse = async (tx: Tx, organizationId: string, templateId: string): Promise<void> => {
  await sql`insert into whatsapp_template_use as u (organization_id, template_id, day, lane, sends, last_at)
    values (${organizationId}, ${templateId}, current_date, pg_backend_pid() % 16, 1, now())
    on conflict (organization_id, template_id, day, lane) do update set sends = u.sends + 1, last_at = excluded.last_at`.execute(tx);
};

/** "Last used" reaches back this far. */
export const keepUseDays = 400;

export const forgetOldUse = (db: Db) =>
  db.deleteFrom("whatsapp_template_use").where("day", "<", sql<Date>`current_date - ${keepUseDays}::int`).execute();
