import { type Selectable, sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { BulkJobs } from "../../kernel/db/schema.types.ts";
import { emit } from "../../kernel/events.ts";
import { enqueue } from "../../kernel/jobs.ts";
import type { Ctx } from "../../kernel/module.ts";

export type Job = Selectable<BulkJobs>;
export type Outcome = { id: string; state: string; before?: unknown; after?: unknown; problem?: unknown };
export const undoDays = 7;

/** Jobs of one organization run one after the other: two that touch the same people keep their order. */
export const queueBulk = (tx: Tx, organizationId: string, bulkId: string) =>
  enqueue(tx, "audience_bulk", { organizationId, bulkId }, { key: `audience_bulk ${bulkId}`, queue: `audience_bulk ${organizationId}` });

export const nextRows = async (tx: Tx, job: Job, state: string, limit: number): Promise<string[]> => {
  const rows = await tx
    .selectFrom("bulk_rows")
    .select("contact_id")
    .where("organization_id", "=", job.organization_id)
    .where("job_id", "=", job.id)
    .where("state", "=", state)
    .orderBy("contact_id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.contact_id);
};

export const keep = (tx: Tx, job: Job, outcomes: Outcome[]) =>
  sql`update bulk_rows r set state = o.state, before = coalesce(o.before, r.before), after = coalesce(o.after, r.after), problem = o.problem
        from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (id uuid, state text, before jsonb, after jsonb, problem jsonb)
       where r.organization_id = ${job.organization_id} and r.job_id = ${job.id} and r.contact_id = o.id`.execute(tx);

export const change = (tx: Tx, job: Job, values: Partial<Job>) =>
  tx.updateTable("bulk_jobs").set(values).where("organization_id", "=", job.organization_id).where("id", "=", job.id).execute();

/** What was erased otherwise meanwhile took its row along, and is counted here as not there any more. */
export const finish = async (tx: Tx, ctx: Ctx, job: Job, state: "done" | "cancelled"): Promise<false> => {
  const told = job.changed + job.unchanged + job.skipped + job.problems;
  const undoable = job.action !== "erase" && job.changed > 0;
  await change(tx, job, {
    state,
    ...(state === "done" ? { skipped: job.skipped + Math.max(0, job.total - told) } : {}),
    finished_at: new Date(),
    undo_until: undoable ? new Date(Date.now() + undoDays * 24 * 3600_000) : null,
  });
  await emit(tx, ctx, "bulk.finished", { bulkId: job.id, state });
  return false;
};
