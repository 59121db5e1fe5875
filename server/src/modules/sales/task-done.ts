import { audit } from "../../kernel/audit.ts";
import type { Ctx } from "../../kernel/module.ts";
import { memberOf } from "./deal-move.ts";
import { emitTask, lockTask, taskPage } from "./task.ts";
import { remindLater } from "./task-write.ts";

/** What already is so changes nothing and tells nobody: two may press at once. */
export const finishTask = (ctx: Ctx, taskId: string) => move(ctx, taskId, true);
export const reopenTask = (ctx: Ctx, taskId: string) => move(ctx, taskId, false);

const move = (ctx: Ctx, taskId: string, done: boolean) =>
  ctx.transaction(async (tx) => {
    const task = await lockTask(tx, ctx.organizationId, taskId);
    if ((task.done_at !== null) !== done) {
      const now = new Date();
      await tx
        .updateTable("tasks")
        .set(done ? { done_at: now, done_by: memberOf(ctx), updated_at: now } : { done_at: null, done_by: null, updated_at: now })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", taskId)
        .execute();
      if (!done && task.reminded_at === null) await remindLater(tx, ctx.organizationId, taskId, task.remind_at);
      await emitTask(tx, ctx, done ? "task.done" : "task.reopened", task);
    }
    return taskPage(tx, ctx.organizationId, taskId);
  });

export const deleteTask = (ctx: Ctx, taskId: string) =>
  ctx.transaction(async (tx) => {
    const task = await lockTask(tx, ctx.organizationId, taskId);
    await tx.deleteFrom("tasks").where("organization_id", "=", ctx.organizationId).where("id", "=", taskId).execute();
    await audit(tx, ctx, "task.deleted", { taskId });
    await emitTask(tx, ctx, "task.deleted", task);
  });
