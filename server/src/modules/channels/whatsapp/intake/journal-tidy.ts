import { sql } from "kysely";
import type { Kernel } from "../../../../kernel/module.ts";

const perRound = 5000;

/** What whatsapp.data.ts and conversations.data.ts promise to keep no longer. What is not projected yet stays, however old. */
export const tidyJournal = async (kernel: Kernel): Promise<void> => {
  const { system } = kernel.db;
  for (;;) {
    // In rounds: a busy week's bodies in one transaction would hold back everything that follows the oldest open one.
    const gone = await sql`
      delete from intake_journal where id in (
        select id from intake_journal where received_at < now() - interval '7 days' and projected_at is not null order by received_at limit ${perRound})`.execute(
      system,
    );
    if (Number(gone.numAffectedRows ?? 0) < perRound) break;
  }
  await sql`delete from intake_parked where parked_at < now() - interval '30 days'`.execute(system);
  await sql`delete from early_arrivals where arrived_at < now() - interval '7 days'`.execute(system);
  await sql`delete from channel_notices where occurred_at < now() - interval '365 days'`.execute(system);
};
