import { z } from "zod";
import { Condition } from "../contacts/condition.api.ts";

export const mostChosen = 10_000;
const tagIds = z.array(z.uuid()).min(1).max(20);

export const BulkAction = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("add_tags"), tagIds }),
    z.object({ kind: z.literal("remove_tags"), tagIds }),
    z.object({
      kind: z.literal("set_field"),
      field: z.string().max(80).describe("company, language, country, time_zone, or fields.<key>"),
      value: z.unknown().describe("As in PATCH /contacts; null empties"),
    }),
    z.object({ kind: z.literal("set_stage"), stage: z.string().max(40) }),
    z.object({ kind: z.literal("set_owner"), ownerId: z.uuid().nullable() }),
    z.object({
      kind: z.literal("erase"),
      confirm: z.number().int().min(1).describe("How many people you expect to erase; another number of matches is refused"),
    }),
  ])
  .meta({ id: "BulkAction" });

export const BulkContacts = z
  .union([
    z.object({ ids: z.array(z.uuid()).min(1).max(mostChosen) }),
    z.object({ filter: z.array(Condition).max(20), search: z.string().max(200).optional() }),
  ])
  .meta({
    id: "BulkContacts",
    description: `Chosen one by one, at most ${mostChosen}, or all that match a filter and search at this moment`,
  });

export const BulkRequest = z.object({ action: BulkAction, contacts: BulkContacts }).meta({ id: "BulkRequest" });

const many = z.number().int();
export const BulkJob = z
  .object({
    id: z.uuid(),
    action: BulkAction,
    filter: z.array(Condition).nullable().describe("null: chosen one by one"),
    search: z.string().nullable(),
    state: z.enum(["preparing", "running", "done", "cancelled", "failed"]),
    failure: z.enum(["count_changed", "filter_broken"]).nullable(),
    total: many.describe("Contacts it is for; while preparing, found so far"),
    changed: many,
    unchanged: many.describe("Had it already"),
    skipped: many.describe("Did not match any more when their turn came, or were gone"),
    problems: many,
    undo: z
      .object({
        state: z.enum(["possible", "running", "done", "impossible"]),
        until: z.date().nullable(),
        undone: many,
        kept: many.describe("Were changed by somebody since, and left as they are"),
      })
      .describe("What was put there can be taken back for seven days"),
    by: z.object({ kind: z.string(), name: z.string().nullable() }),
    createdAt: z.date(),
    finishedAt: z.date().nullable(),
  })
  .meta({ id: "BulkJob" });
export const BulkPath = z.object({ bulkId: z.uuid() });
export const BulkProblem = z
  .object({
    contactId: z.uuid(),
    name: z.string(),
    problems: z.array(z.object({ field: z.string(), message: z.string(), remedy: z.string().optional() })),
  })
  .meta({ id: "BulkProblem" });
