import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { Contact } from "./contacts.api.ts";

const winner = z.enum(["this", "other"]);
/** `name`, `company`, `language`, `country`, `time_zone`, `stage`, `owner`, or `fields.<key>`. */
const field = z.string().max(80);

export const MergeRequest = z
  .object({
    otherContactId: z.uuid().describe("Becomes part of the contact in the path, and is no contact of its own any more"),
    winners: z
      .record(field, winner)
      .default({})
      .describe(
        "Whose value wins, by field: name, company, language, country, time_zone, stage, owner or fields.<key>. What is not named is decided as the preview suggests: what is known before what is not, else this contact's",
      ),
  })
  .meta({ id: "MergeRequest" });

export const MergePreviewQuery = z.object({ otherContactId: z.uuid() });
export const MergePreview = z
  .object({
    contact: Contact,
    other: Contact,
    fields: z.array(
      z.object({ field, suggested: winner, differs: z.boolean().describe("False where both say the same, or neither says anything") }),
    ),
    counts: z
      .object({ contact: z.record(z.string(), z.number().int()), other: z.record(z.string(), z.number().int()) })
      .describe("Rows of each table, at most 1,000"),
  })
  .meta({ id: "MergePreview" });

export const Merge = z
  .object({
    id: z.uuid(),
    contactId: z.uuid(),
    contactName: z.string(),
    otherContactId: z.uuid(),
    otherName: z.string().describe("What the other contact was called; empty when it does not exist any more"),
    counts: z.record(z.string(), z.number().int()).describe("What was moved, by table"),
    mergedBy: z.string().nullable(),
    mergedAt: z.date(),
    undoneBy: z.string().nullable(),
    undoneAt: z.date().nullable(),
    undoFirst: z.uuid().nullable().describe("A later merge into the same contact that has to be undone before this one"),
  })
  .meta({ id: "Merge" });
export const MergeQuery = PageQuery.extend({ contactId: z.uuid().optional().describe("Only merges of this contact") });
export const MergePath = z.object({ mergeId: z.uuid() });
