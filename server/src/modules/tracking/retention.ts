import { sql } from "kysely";
import { idAt } from "../../kernel/id.ts";
import type { JobBodies, Schedule } from "../../kernel/jobs.ts";
import type { Kernel } from "../../kernel/module.ts";

const atOnce = 5_000;
const dayMs = 86_400_000;
/** An id that sorts before every other of its moment. */
const firstIdAt = (moment: number) => `${idAt(new Date(moment)).slice(0, 13)}-7000-8000-000000000000`;

/**
 * Deletes what a name is kept for no longer. Ids carry the time of arrival, so a name's old events are a range of the primary key; how far
 * it was swept is kept, so that each night looks at one more day only. In batches, each its own transaction: it may be killed anywhere.
 */
const sweepNames = async (kernel: Kernel): Promise<void> => {
  const names = await kernel.db.system
    .selectFrom("event_names")
    .select(["organization_id", "name", "keep_days", "swept_until"])
    .where("keep_days", "is not", null)
    .orderBy("organization_id")
    .orderBy("name")
    .execute();
  for (const { organization_id: organizationId, name, keep_days, swept_until } of names) {
    const until = Date.now() - (keep_days ?? 0) * dayMs;
    let from = swept_until?.getTime() ?? 0;
    while (from < until) from = await sweepSome(kernel, organizationId, name, from, until);
  }
};

/** Looks at the next few thousand events of the range; answers how far it came. */
const sweepSome = async (kernel: Kernel, organizationId: string, name: string, from: number, until: number): Promise<number> =>
  kernel.db.system.transaction().execute(async (tx) => {
    const { rows } = await sql<{ seen: number; last: string | null }>`
      with looked as materialized (
          select id, name from events where organization_id = ${organizationId} and id >= ${firstIdAt(from)}::uuid and id < ${firstIdAt(until)}::uuid order by id limit ${atOnce}),
        gone as (delete from events e using looked where e.organization_id = ${organizationId} and e.id = looked.id and looked.name = ${name})
      select count(*)::int as seen, max(id::text) as last from looked`.execute(tx);
    const { seen = 0, last = null } = rows[0] ?? {};
    // A whole batch within one millisecond still has to go on: one later.
    const reached = seen < atOnce || last === null ? until : Math.max(from + 1, Number.parseInt(last.slice(0, 8) + last.slice(9, 13), 16));
    await sql`update event_names set swept_until = ${new Date(reached)} where organization_id = ${organizationId} and name = ${name}`.execute(
      tx,
    );
    return reached;
  });

const inBatches = async (run: () => Promise<number>) => {
  while ((await run()) === atOnce);
};
const deleted = async (query: ReturnType<typeof sql>, kernel: Kernel) =>
  Number((await query.execute(kernel.db.system)).numAffectedRows ?? 0);

/** The register's promises of tracking.data.ts. */
export const retentionJobs: JobBodies = {
  tracking_tidy: async (kernel) => {
    await sweepNames(kernel);
    await inBatches(() =>
      deleted(
        sql`delete from event_messages where ctid = any(array(select ctid from event_messages where received_at < now() - interval '30 days' limit ${atOnce}))`,
        kernel,
      ),
    );
    await inBatches(() =>
      deleted(
        sql`delete from visitors v using (select organization_id, id from visitors where contact_id is null and last_seen_at < now() - interval '400 days' limit ${atOnce}) old
             where v.organization_id = old.organization_id and v.id = old.id and v.contact_id is null`,
        kernel,
      ),
    );
  },
  tracking_forget_rejects: async (kernel) => {
    await sql`delete from event_rejects where received_at < now() - interval '1 day'`.execute(kernel.db.system);
  },
};
export const retentionSchedules: Schedule[] = [
  {
    job: "tracking_tidy",
    cron: "37 2 * * *",
    why: "events are kept as long as their name says, marks of messages for 30 days, unknown visitors for 400",
  },
  { job: "tracking_forget_rejects", cron: "*/20 * * * *", why: "what was not taken is shown for a day" },
];
