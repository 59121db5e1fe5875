import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import { type Ctx, type Kernel, systemContext } from "../../kernel/module.ts";
import { memberOf } from "./deal-move.ts";
import { reminderLetter } from "./reminder-letter.ts";
import { emitTask, lockTask, presentTasks, taskColumns } from "./task.ts";

/** What a member was reminded of and has not waved away: shown to them wherever they are, and still there when they come back. */
export const listReminders = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const memberId = memberOf(ctx);
    const rows =
      memberId === null
        ? []
        : await tx
            .selectFrom("tasks")
            .select(taskColumns)
            .where("organization_id", "=", ctx.organizationId)
            .where("assignee_id", "=", memberId)
            .where("reminded_at", "is not", null)
            .where("seen_at", "is", null)
            .where("done_at", "is", null)
            .orderBy("reminded_at", "desc")
            .limit(20)
            .execute();
    return { items: await presentTasks(tx, ctx.organizationId, rows), next: null };
  });

/** Only the assignee waves a reminder away; for others it is not there. */
export const seeReminder = (ctx: Ctx, taskId: string) =>
  ctx.transaction(async (tx) => {
    const task = await lockTask(tx, ctx.organizationId, taskId);
    if (task.assignee_id === null || task.assignee_id !== memberOf(ctx)) return;
    await sql`update tasks set seen_at = coalesce(seen_at, now()) where organization_id = ${ctx.organizationId} and id = ${taskId}`.execute(
      tx,
    );
  });

type Payload = { organizationId: string; taskId: string; letterId?: string };

/**
 * Tells once: the mark, the event and the letter's job are one transaction, and the row is held. A job that comes again, too early (the
 * time was moved) or too late (the task is done) finds nothing to tell.
 */
const remind = async (kernel: Kernel, { organizationId, taskId }: Payload) => {
  const ctx = systemContext(kernel, organizationId, "reminders");
  await ctx.transaction(async (tx) => {
    const task = await lockTask(tx, organizationId, taskId).catch(() => null);
    if (!task || task.done_at || task.reminded_at || !task.remind_at || task.remind_at.getTime() > Date.now()) return;
    await tx
      .updateTable("tasks")
      .set({ reminded_at: new Date() })
      .where("organization_id", "=", organizationId)
      .where("id", "=", taskId)
      .execute();
    await emitTask(tx, ctx, "task.reminded", task);
    if (task.assignee_id === null) return;
    const wishes = await tx
      .selectFrom("task_preferences")
      .select("mail")
      .where("organization_id", "=", organizationId)
      .where("member_id", "=", task.assignee_id)
      .executeTakeFirst();
    if (wishes?.mail) await enqueue(tx, "sales_remind_by_mail", { organizationId, taskId, letterId: newId() });
  });
};

/** The letter's id is given with the job: however often it runs, one letter is kept, and at most one leaves. */
const remindByMail = async (kernel: Kernel, { organizationId, taskId, letterId }: Payload) => {
  const { rows } = await sql<{
    title: string;
    due_at: Date | null;
    due_day: string | null;
    email: string;
    name: string;
    language: string;
    zone: string;
  }>`
    select t.title, t.due_at, t.due_on::text as due_day, m.email, m.name, coalesce(u.language, o.language) as language, coalesce(u.time_zone, o.time_zone) as zone
      from tasks t join members m on m.organization_id = t.organization_id and m.id = t.assignee_id and m.deactivated_at is null
      join organizations o on o.id = t.organization_id left join users u on u.id = m.user_id
     where t.organization_id = ${organizationId} and t.id = ${taskId} and t.done_at is null`.execute(kernel.db.system);
  const [task] = rows;
  if (!task || !letterId) return;
  const letter = reminderLetter({ ...task, link: `${kernel.publicUrl()}/tasks?task=${taskId}` });
  await kernel.mail.send({ id: letterId, to: task.email, organizationId, ...letter });
};

export const reminderJobs: JobBodies = {
  sales_remind: (kernel, payload) => remind(kernel, payload as Payload),
  sales_remind_by_mail: (kernel, payload) => remindByMail(kernel, payload as Payload),
};
