import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";

const monthsAhead = 3;

/**
 * Makes the partitions of this and the coming months before anything falls into them. A month that has rows in the default partition already
 * stays there. Making one needs a moment alone with the default partition: who is busy there is waited for a little, else the next run does it.
 */
export const makeEventPartitions = async (kernel: Kernel): Promise<void> => {
  for (let ahead = monthsAhead; ahead >= 0; ahead -= 1) {
    const { rows } = await sql<{ name: string; there: boolean }>`
      select 'events_' || to_char(m, 'YYYY_MM') as name, to_regclass('events_' || to_char(m, 'YYYY_MM')) is not null as there
        from (select date_trunc('month', now() at time zone 'UTC') + ${ahead} * interval '1 month') as x (m)`.execute(kernel.db.system);
    if (rows[0]?.there) continue;
    try {
      await kernel.db.system.transaction().execute(async (tx) => {
        await sql`set local lock_timeout = '3s'`.execute(tx);
        await sql`select candor_event_partition((date_trunc('month', now() at time zone 'UTC') + ${ahead} * interval '1 month')::date)`.execute(
          tx,
        );
      });
    } catch (error) {
      const code = (error as { code?: string }).code;
      // 23514: the default partition has rows of that month; 42P07: another process was first; 55P03: it was busy.
      if (code !== "23514" && code !== "42P07" && code !== "55P03") throw error;
    }
  }
};
