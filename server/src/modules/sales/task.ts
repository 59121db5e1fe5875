import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Tasks } from "../../kernel/db/schema.types.ts";
import { notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { namesOf } from "../contacts/index.ts";
import { named, namesAbout } from "./subject.ts";
import type { Task } from "./tasks.api.ts";

/** The day as text: a date of the database has no time zone, one of JavaScript has. */
export const taskColumns = [
  "id",
  "title",
  "body",
  "contact_id",
  "company_id",
  "deal_id",
  "conversation_id",
  "assignee_id",
  "author_id",
  "due_at",
  sql<string | null>`due_on::text`.as("due_day"),
  "remind_at",
  "reminded_at",
  "done_at",
  "done_by",
  "created_at",
] as const;
export type TaskRow = Omit<Selectable<Tasks>, "organization_id" | "due_on" | "seen_at" | "updated_at"> & { due_day: string | null };

export const readTask = (ctx: Ctx, taskId: string) => ctx.transaction((tx) => taskPage(tx, ctx.organizationId, taskId));

export const taskPage = async (tx: Tx, organizationId: string, taskId: string) => {
  const row = await tx
    .selectFrom("tasks")
    .select(taskColumns)
    .where("organization_id", "=", organizationId)
    .where("id", "=", taskId)
    .executeTakeFirst();
  const [task] = row ? await presentTasks(tx, organizationId, [row]) : [];
  if (!task) throw notFound("task");
  return task;
};

export const lockTask = async (tx: Tx, organizationId: string, taskId: string): Promise<TaskRow> => {
  const row = await tx
    .selectFrom("tasks")
    .select(taskColumns)
    .where("organization_id", "=", organizationId)
    .where("id", "=", taskId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("task");
  return row;
};

export const presentTasks = async (tx: Tx, organizationId: string, rows: TaskRow[]): Promise<z.input<typeof Task>[]> => {
  const people = await namesOf(tx, organizationId, [...new Set(rows.flatMap((row) => row.contact_id ?? []))]);
  const { companies, deals } = await namesAbout(tx, organizationId, rows);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    body: row.body,
    contact: named(row.contact_id, people),
    company: named(row.company_id, companies),
    deal: named(row.deal_id, deals),
    conversationId: row.conversation_id,
    assigneeId: row.assignee_id,
    authorId: row.author_id,
    dueAt: row.due_at,
    dueOn: row.due_day,
    remindAt: row.remind_at,
    remindedAt: row.reminded_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
    createdAt: row.created_at,
  }));
};

type Told = Pick<TaskRow, "id" | "contact_id" | "deal_id" | "assignee_id" | "conversation_id">;
export const emitTask = (tx: Tx, ctx: Ctx, name: `task.${string}`, task: Told, more: Record<string, unknown> = {}) =>
  emit(tx, ctx, name, {
    taskId: task.id,
    contactId: task.contact_id,
    conversationId: task.conversation_id,
    dealId: task.deal_id,
    assigneeId: task.assignee_id,
    ...more,
  });
