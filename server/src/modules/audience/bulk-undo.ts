import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, forbidden, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type ContactWrite, writeContacts } from "../contacts/index.ts";
import { type Action, type Held, heldBy, takingBack } from "./bulk-action.ts";
import { change, finish, type Job, keep, nextRows, queueBulk } from "./bulk-rows.ts";
import { jobView } from "./bulk-view.ts";

const atOnce = 500;

/** Stops after the batch in hand; what was changed stays, and can be taken back. */
export const cancelBulk = (ctx: Ctx, id: string) =>
  ctx.transaction(async (tx) => {
    const job = await locked(tx, ctx, id);
    if (job.undo === "running")
      throw conflict("not_running", "What is being taken back cannot be stopped half-way.", "Wait until it is done.");
    if (job.state === "preparing" || job.state === "running") await finish(tx, ctx, job, "cancelled");
    return jobView(tx, ctx.organizationId, id);
  });

/** Puts back what stood there, where what the job put there still stands. Asking twice is asking once. */
export const undoBulk = (ctx: Ctx, id: string) =>
  ctx.transaction(async (tx) => {
    const job = await locked(tx, ctx, id);
    if (job.undo === null) {
      if (job.action === "erase") throw conflict("cannot_undo", "Who was erased cannot be brought back.");
      if (job.state === "preparing" || job.state === "running")
        throw conflict("still_running", "This is still running.", "Cancel it first.");
      if (job.undo_until === null || job.undo_until <= new Date())
        throw conflict("cannot_undo", "There is nothing to take back: nothing was changed, or more than seven days ago.");
      await change(tx, job, { undo: "running" });
      await queueBulk(tx, ctx.organizationId, id);
      await emit(tx, ctx, "bulk.undo_started", { bulkId: id });
    }
    return jobView(tx, ctx.organizationId, id);
  });

const locked = async (tx: Tx, ctx: Ctx, id: string): Promise<Job> => {
  const job = await tx
    .selectFrom("bulk_jobs")
    .selectAll()
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!job) throw notFound("bulk job");
  if (job.action === "erase" && !ctx.permissions.has("contacts.erase_many")) throw forbidden("contacts.erase_many");
  return job;
};

type Row = { contact_id: string; before: Held; after: Held };

export const undoBatch = async (tx: Tx, ctx: Ctx, job: Job): Promise<boolean> => {
  const ids = await nextRows(tx, job, "changed", atOnce);
  if (ids.length === 0) {
    // Who was erased since has taken the row along.
    await change(tx, job, { undo: "done", kept: Math.max(job.kept, job.changed - job.undone) });
    await emit(tx, ctx, "bulk.undone", { bulkId: job.id, undone: job.undone });
    return false;
  }
  const action = job.request as unknown as Action;
  const now = await heldBy(tx, ctx.organizationId, action, ids);
  const rows = (await tx
    .selectFrom("bulk_rows")
    .select(["contact_id", "before", "after"])
    .where("organization_id", "=", job.organization_id)
    .where("job_id", "=", job.id)
    .where("contact_id", "in", ids)
    .orderBy("contact_id")
    .execute()) as unknown as Row[];
  const writes = new Map<string, ContactWrite>();
  for (const row of rows) {
    const held = now.get(row.contact_id);
    const write = held ? takingBack(action, row.contact_id, row.before, row.after, held) : null;
    if (write) writes.set(row.contact_id, write);
  }
  const answers = await writeContacts(tx, ctx, [...writes.values()]);
  const outcomes = ids.map((id) => {
    const answer = answers.get(id);
    // A stage or member that was taken away since cannot be given back: that is told like any other problem.
    const undone = answer !== undefined && answer.problems.length === 0;
    return { id, state: undone ? "undone" : "kept", ...(answer && !undone ? { problem: answer.problems } : {}) };
  });
  await keep(tx, job, outcomes);
  const undone = outcomes.filter((outcome) => outcome.state === "undone").length;
  await change(tx, job, { undone: job.undone + undone, kept: job.kept + outcomes.length - undone });
  return true;
};
