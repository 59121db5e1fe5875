import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emit } from "../../kernel/events.ts";
import type { JobBodies } from "../../kernel/jobs.ts";
import { type Actor, type Ctx, contextFor, type Kernel } from "../../kernel/module.ts";
import type { ContactCondition } from "../contacts/condition.api.ts";
import { conditionSql, eraseWithin, knownNow, matchingIds, writeContacts } from "../contacts/index.ts";
import { type Action, heldBy, writeOf } from "./bulk-action.ts";
import { change, finish, type Job, keep, nextRows, type Outcome, queueBulk, undoDays } from "./bulk-rows.ts";
import { undoBatch } from "./bulk-undo.ts";

const frozenAtOnce = 20_000;
const changedAtOnce = 500;
/** Each one is its own search through files and messages. */
const erasedAtOnce = 20;
/** Then others have their turn, and this goes on where it stands. */
const turnMs = 15_000;

/** One turn: batches until there is nothing to do, it was cancelled, or the turn is over. */
export const runBulk = async (kernel: Kernel, organizationId: string, bulkId: string) => {
  const end = Date.now() + turnMs;
  const job = await kernel.db.system
    .selectFrom("bulk_jobs")
    .select("actor")
    .where("organization_id", "=", organizationId)
    .where("id", "=", bulkId)
    .executeTakeFirst();
  if (!job) return;
  const ctx = contextFor(kernel, organizationId, job.actor as unknown as Actor);
  while (await ctx.transaction((tx) => batch(tx, ctx, bulkId))) {
    if (Date.now() < end) continue;
    await ctx.transaction((tx) => queueBulk(tx, organizationId, bulkId));
    return;
  }
};

/** In one transaction with the counts: a killed process leaves a batch done and counted, or neither. Answers whether there may be more. */
const batch = async (tx: Tx, ctx: Ctx, bulkId: string): Promise<boolean> => {
  const job = await tx
    .selectFrom("bulk_jobs")
    .selectAll()
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", bulkId)
    .forUpdate()
    .executeTakeFirst();
  if (!job) return false;
  if (job.undo === "running") return undoBatch(tx, ctx, job);
  if (job.state === "preparing") return freeze(tx, ctx, job);
  return job.state === "running" ? changeBatch(tx, ctx, job) : false;
};

const freeze = async (tx: Tx, ctx: Ctx, job: Job): Promise<boolean> => {
  const matching = { filter: job.filter as ContactCondition[], search: job.search };
  const { ids, reached } = await matchingIds(tx, ctx.organizationId, matching, job.reached, frozenAtOnce).catch((error) => {
    // A field it asks for is no more: nothing was changed yet.
    if ((error as { code?: unknown }).code === "invalid_input") return { ids: null, reached: null };
    throw error;
  });
  if (ids === null) return fail(tx, ctx, job, "filter_broken");
  const { numAffectedRows } = await sql`
    insert into bulk_rows (organization_id, job_id, contact_id)
    select c.organization_id, ${job.id}, c.id from contacts c where c.organization_id = ${ctx.organizationId} and c.id = any (${ids}::uuid[])
    on conflict do nothing`.execute(tx);
  const total = job.total + Number(numAffectedRows ?? 0);
  const action = job.request as unknown as Action;
  if (reached === null && action.kind === "erase" && action.confirm !== total) return fail(tx, ctx, job, "count_changed");
  await change(tx, job, { total, ...(reached === null ? { state: "running" } : { reached }) });
  return true;
};

const fail = async (tx: Tx, ctx: Ctx, job: Job, failure: string) => {
  await tx.deleteFrom("bulk_rows").where("organization_id", "=", ctx.organizationId).where("job_id", "=", job.id).execute();
  await change(tx, job, { state: "failed", failure, total: 0, finished_at: new Date() });
  await emit(tx, ctx, "bulk.finished", { bulkId: job.id, state: "failed" });
  return false;
};

const changeBatch = async (tx: Tx, ctx: Ctx, job: Job): Promise<boolean> => {
  const action = job.request as unknown as Action;
  const ids = await nextRows(tx, job, "waiting", action.kind === "erase" ? erasedAtOnce : changedAtOnce);
  if (ids.length === 0) return finish(tx, ctx, job, "done");
  const matching = new Set(await stillMatching(tx, ctx, job, ids));
  const gone: Outcome[] = ids.filter((id) => !matching.has(id)).map((id) => ({ id, state: "skipped" }));
  const done = matching.size === 0 ? [] : await (action.kind === "erase" ? eraseAll : changeAll)(tx, ctx, action, [...matching]);
  await record(tx, job, [...gone, ...done]);
  return true;
};

/** Rows of erased contacts go with them: what counts them are the numbers of the job. */
const eraseAll = async (tx: Tx, ctx: Ctx, _action: Action, ids: string[]): Promise<Outcome[]> => {
  for (const id of ids) await eraseWithin(tx, ctx, id);
  return ids.map((id) => ({ id, state: "changed" }));
};

const changeAll = async (tx: Tx, ctx: Ctx, action: Action, ids: string[]): Promise<Outcome[]> => {
  const before = await heldBy(tx, ctx.organizationId, action, ids);
  const answers = await writeContacts(
    tx,
    ctx,
    ids.map((id) => writeOf(action, id)),
  );
  const after = await heldBy(tx, ctx.organizationId, action, ids);
  return ids.map((id) => {
    const answer = answers.get(id);
    if (answer && answer.problems.length > 0) return { id, state: "problem", problem: answer.problems };
    return answer && answer.changed.length > 0
      ? { id, state: "changed", before: before.get(id), after: after.get(id) }
      : { id, state: "unchanged" };
  });
};

const stillMatching = async (tx: Tx, ctx: Ctx, job: Job, ids: string[]): Promise<string[]> => {
  const known = await knownNow(tx, ctx.organizationId);
  const where = ((job.filter ?? []) as ContactCondition[]).map((condition) => conditionSql(condition, known));
  const { rows } = await sql<{ id: string }>`
    select c.id from contacts c where ${sql.join([sql`c.organization_id = ${ctx.organizationId}`, sql`c.id = any (${ids}::uuid[])`, ...where], sql` and `)} order by c.id`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

const record = async (tx: Tx, job: Job, outcomes: Outcome[]) => {
  await keep(tx, job, outcomes);
  const count = (state: string) => outcomes.filter((outcome) => outcome.state === state).length;
  await change(tx, job, {
    changed: job.changed + count("changed"),
    unchanged: job.unchanged + count("unchanged"),
    skipped: job.skipped + count("skipped"),
    problems: job.problems + count("problem"),
  });
};

export const bulkJobs: JobBodies = {
  audience_bulk: async (kernel, payload) => {
    const { organizationId, bulkId } = payload as { organizationId: string; bulkId: string };
    await runBulk(kernel, organizationId, bulkId);
  },
  // Values that were replaced are kept for as long as they can be put back; then only the numbers remain, for a year.
  audience_bulk_tidy: async (kernel) => {
    await sql`delete from bulk_rows r using bulk_jobs j
       where j.organization_id = r.organization_id and j.id = r.job_id and j.finished_at < now() - make_interval(days => ${undoDays})`.execute(
      kernel.db.system,
    );
    await sql`update bulk_jobs set undo_until = null where undo_until < now()`.execute(kernel.db.system);
    await sql`delete from bulk_jobs where finished_at < now() - interval '365 days'`.execute(kernel.db.system);
    // Nobody sees a view of one's own whose owner is no more.
    await sql`delete from saved_views where not shared and owner_id is null`.execute(kernel.db.system);
  },
};
export const bulkSchedules = [
  { job: "audience_bulk_tidy", cron: "23 3 * * *", why: "Values replaced by bulk changes are forgotten after seven days" },
];
