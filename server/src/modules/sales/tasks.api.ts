import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";

const about = {
  contactId: z.uuid().nullable(),
  companyId: z.uuid().nullable(),
  dealId: z.uuid().nullable(),
  conversationId: z.uuid().nullable(),
};
const Named = z.object({ id: z.uuid(), name: z.string() });

export const Task = z
  .object({
    id: z.uuid(),
    title: z.string(),
    body: z.string(),
    contact: Named.nullable(),
    company: Named.nullable(),
    deal: Named.nullable(),
    conversationId: z.uuid().nullable(),
    assigneeId: z.uuid().nullable(),
    authorId: z.uuid().nullable(),
    dueAt: z.date().nullable().describe("The moment it is late"),
    dueOn: z.iso.date().nullable().describe("The day it is for, where it has no hour: late when that day is over"),
    remindAt: z.date().nullable(),
    remindedAt: z.date().nullable(),
    doneAt: z.date().nullable(),
    doneBy: z.uuid().nullable(),
    createdAt: z.date(),
  })
  .meta({ id: "Task" });

const facts = {
  title: z.string().trim().min(1).max(300),
  body: z.string().trim().max(10_000),
  assigneeId: z.uuid().nullable().describe("Who does it; whoever asks, where it is missing"),
  dueAt: z.coerce.date().nullable().describe("A moment, such as 2026-11-22T15:00:00Z; or give dueOn"),
  dueOn: z.iso.date().nullable().describe("A whole day in the assignee's time zone, else the organization's; or give dueAt"),
  remindAt: z.coerce.date().nullable().describe("Once, to the assignee; a time that is over reminds at once"),
};
export const TaskRequest = z
  .object({ ...facts, ...about })
  .partial()
  .required({ title: true })
  .describe("May be about nothing. Of a deal it is about its main person, of a conversation about whom it is with")
  .meta({ id: "TaskRequest" });
export const TaskChange = z
  .object(facts)
  .partial()
  .describe("A new due time without a new reminder moves the reminder with it")
  .meta({ id: "TaskChange" });
export const TaskPath = z.object({ taskId: z.uuid() });

const whose = z
  .union([z.uuid(), z.literal("me"), z.literal("nobody")])
  .optional()
  .describe("A member, `me`, or `nobody`; everybody's where it is missing");
export const TaskQuery = PageQuery.extend({
  show: z
    .enum(["open", "overdue", "today", "upcoming", "done"])
    .default("open")
    .describe(
      "today: due before the day is over and not overdue; upcoming: later, and those without a time; by when they are due, done ones by when they were done, latest first",
    ),
  assignee: whose,
  contact: z.uuid().optional(),
  company: z.uuid().optional(),
  deal: z.uuid().optional(),
  conversation: z.uuid().optional(),
});
export const TaskCountsQuery = z.object({ assignee: whose });
export const TaskCounts = z
  .object({ overdue: z.number().int(), today: z.number().int(), upcoming: z.number().int() })
  .describe("Counted up to 1,000")
  .meta({ id: "TaskCounts" });
export const TaskPreferences = z.object({ mail: z.boolean().describe("Reminders by mail, too") }).meta({ id: "TaskPreferences" });
export const Reminders = z.object({ items: z.array(Task), next: z.null() });

export const activityKinds = ["call", "meeting", "note"] as const;
export const Activity = z
  .object({
    id: z.uuid(),
    kind: z.enum(activityKinds),
    body: z.string(),
    minutes: z.number().int().nullable(),
    contact: Named.nullable(),
    company: Named.nullable(),
    deal: Named.nullable(),
    conversationId: z.uuid().nullable(),
    authorId: z.uuid().nullable(),
    authorName: z.string().nullable(),
    at: z.date(),
  })
  .meta({ id: "Activity" });
export const ActivityRequest = z
  .object({
    kind: z.enum(activityKinds),
    body: z.string().trim().min(1).max(10_000),
    minutes: z.number().int().min(1).max(1440).nullable().optional().describe("How long it took"),
    at: z.coerce.date().optional().describe("When it was; now, where it is missing"),
    contactId: z.uuid().nullable().optional(),
    companyId: z.uuid().nullable().optional(),
    dealId: z.uuid().nullable().optional(),
    conversationId: z.uuid().nullable().optional(),
  })
  .describe("About at least one of contact, company, deal and conversation")
  .meta({ id: "ActivityRequest" });
export const ActivityPath = z.object({ activityId: z.uuid() });
export const ActivityQuery = PageQuery.extend({
  contact: z.uuid().optional(),
  company: z.uuid().optional(),
  deal: z.uuid().optional(),
  conversation: z.uuid().optional(),
}).describe("One of contact, company, deal and conversation");
