import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { enqueue } from "../../kernel/jobs.ts";
import type { Ctx } from "../../kernel/module.ts";
import { requireMember } from "./deal-facts.ts";
import { memberOf } from "./deal-move.ts";
import { aboutColumns } from "./subject.ts";
import { emitTask, lockTask, taskPage } from "./task.ts";
import type { TaskChange, TaskRequest } from "./tasks.api.ts";
import { endOfDay, zoneOf } from "./zone.ts";

export const createTask = async (ctx: Ctx, request: z.output<typeof TaskRequest>) => {
  const assigneeId = request.assigneeId === undefined ? memberOf(ctx) : request.assigneeId;
  const due = (await dueColumns(ctx, request, assigneeId)) ?? { due_at: null, due_on: null };
  return ctx.transaction(async (tx) => {
    await requireMember(tx, ctx, assigneeId, "assigneeId");
    const row = {
      id: newId(),
      title: request.title,
      body: request.body ?? "",
      ...(await aboutColumns(tx, ctx, request)),
      assignee_id: assigneeId,
      author_id: memberOf(ctx),
      ...due,
      remind_at: request.remindAt ?? null,
    };
    await tx
      .insertInto("tasks")
      .values({ ...row, organization_id: ctx.organizationId })
      .execute();
    await remindLater(tx, ctx.organizationId, row.id, row.remind_at);
    await emitTask(tx, ctx, "task.created", row);
    return taskPage(tx, ctx.organizationId, row.id);
  });
};

/** Writes what differs. The reminder keeps its distance to the due time, unless it is given, too. */
export const changeTask = async (ctx: Ctx, taskId: string, change: z.output<typeof TaskChange>) => {
  const assignee = change.assigneeId === undefined ? memberOf(ctx) : change.assigneeId;
  const due = await dueColumns(ctx, change, assignee);
  return ctx.transaction(async (tx) => {
    await requireMember(tx, ctx, change.assigneeId, "assigneeId");
    const task = await lockTask(tx, ctx.organizationId, taskId);
    const remind = change.remindAt !== undefined ? change.remindAt : due ? shifted(task, due.due_at) : undefined;
    const fields = [
      change.title !== undefined && change.title !== task.title && "title",
      change.body !== undefined && change.body !== task.body && "body",
      change.assigneeId !== undefined && change.assigneeId !== task.assignee_id && "assigneeId",
      due && (due.due_at?.getTime() !== task.due_at?.getTime() || due.due_on !== task.due_day) && "dueAt",
      remind !== undefined && remind?.getTime() !== task.remind_at?.getTime() && "remindAt",
    ].filter((field) => typeof field === "string");
    if (fields.length > 0) {
      await tx
        .updateTable("tasks")
        .set({
          ...(change.title === undefined ? {} : { title: change.title }),
          ...(change.body === undefined ? {} : { body: change.body }),
          ...(change.assigneeId === undefined ? {} : { assignee_id: change.assigneeId }),
          ...(due ?? {}),
          ...(fields.includes("remindAt") ? { remind_at: remind ?? null, reminded_at: null, seen_at: null } : {}),
          updated_at: new Date(),
        })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", taskId)
        .execute();
      if (fields.includes("remindAt")) await remindLater(tx, ctx.organizationId, taskId, remind ?? null);
      await emitTask(
        tx,
        ctx,
        "task.changed",
        { ...task, assignee_id: change.assigneeId === undefined ? task.assignee_id : change.assigneeId },
        { fields },
      );
    }
    return taskPage(tx, ctx.organizationId, taskId);
  });
};

/** One job per task: a new time takes the place of the old one, and the job looks again at what holds when it runs. */
export const remindLater = async (tx: Tx, organizationId: string, taskId: string, at: Date | null) => {
  if (at) await enqueue(tx, "sales_remind", { organizationId, taskId }, { key: `task:${taskId}`, runAt: at });
};

type Due = { dueAt?: Date | null | undefined; dueOn?: string | null | undefined };

/** Undefined where nothing is said of it. */
const dueColumns = async (ctx: Ctx, { dueAt, dueOn }: Due, assigneeId: string | null) => {
  if (dueAt && dueOn) throw invalid("dueOn", "A task is due at a moment or on a day, not both.", "Give one of dueAt and dueOn.");
  if (dueAt) return { due_at: dueAt, due_on: null };
  if (dueOn) return { due_at: endOfDay(dueOn, await zoneOf(ctx, assigneeId)), due_on: dueOn };
  return dueAt === undefined && dueOn === undefined ? undefined : { due_at: null, due_on: null };
};

const shifted = (task: { due_at: Date | null; remind_at: Date | null; reminded_at: Date | null }, due: Date | null) => {
  if (!task.remind_at || task.reminded_at || !task.due_at) return undefined;
  return due && new Date(due.getTime() - (task.due_at.getTime() - task.remind_at.getTime()));
};
