import { z } from "zod";

const contactId = z.uuid().nullable();
const deal = { dealId: z.uuid(), contactId };
const move = { ...deal, pipelineId: z.uuid(), from: z.uuid().nullable(), to: z.uuid() };
const conversationId = z.uuid().nullable();
const task = { taskId: z.uuid(), contactId, conversationId, dealId: z.uuid().nullable(), assigneeId: z.uuid().nullable() };

/** Public event names of this module: ids and facts. `contactId` is the deal's main person, in whose timeline it stands. */
export const salesEvents = {
  "deal.created": z.object({ ...deal, pipelineId: z.uuid(), stageId: z.uuid(), value: z.string(), currency: z.string() }),
  "deal.changed": z.object({ ...deal, fields: z.array(z.string()) }),
  "deal.stage_changed": z.object(move),
  "deal.won": z.object({ ...deal, value: z.string(), currency: z.string(), reasonId: z.uuid().nullable() }),
  "deal.lost": z.object({ ...deal, value: z.string(), currency: z.string(), reasonId: z.uuid().nullable() }),
  "deal.deleted": z.object(deal),
  "pipeline.changed": z.object({ pipelineId: z.uuid().nullable() }),
  "task.created": z.object(task),
  "task.changed": z.object({ ...task, fields: z.array(z.string()) }),
  "task.done": z.object(task),
  "task.reopened": z.object(task),
  "task.reminded": z.object(task),
  "task.deleted": z.object(task),
  "activity.logged": z.object({
    activityId: z.uuid(),
    contactId,
    conversationId,
    dealId: z.uuid().nullable(),
    kind: z.enum(["call", "meeting", "note"]),
  }),
  "activity.deleted": z.object({ activityId: z.uuid(), contactId, dealId: z.uuid().nullable() }),
};
