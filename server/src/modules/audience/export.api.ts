import { z } from "zod";
import { Condition } from "../contacts/condition.api.ts";

export const exportFormats = ["csv", "xlsx", "jsonl"] as const;
export const exportStates = ["waiting", "running", "done", "failed", "cancelled", "expired"] as const;
export const exportColumns = [
  "id",
  "name",
  "company",
  "phone",
  "email",
  "language",
  "country",
  "time_zone",
  "stage",
  "owner",
  "score",
  "tags",
  "created_at",
  "last_seen_at",
] as const;
const column = z.union([z.enum(exportColumns), z.string().regex(/^fields\.[a-z][a-z0-9_]{0,39}$/)]);

export const ExportPath = z.object({ exportId: z.uuid() });
export const ExportRequest = z
  .object({
    format: z.enum(exportFormats),
    filter: z.array(Condition).max(50).default([]).describe("All of them must hold, as in the list of contacts"),
    search: z.string().max(200).optional().describe("As in the list of contacts"),
    contactIds: z.array(z.uuid()).min(1).max(10_000).optional().describe("Only these, of those who match"),
    columns: z
      .array(column)
      .min(1)
      .max(100)
      .optional()
      .describe("In their order; missing: all, and the organization's own fields behind them. JSON lines always have everything"),
    byteOrderMark: z.boolean().default(true).describe("Of CSV: begins with the mark by which Excel knows UTF-8"),
  })
  .meta({ id: "ExportRequest" });

export const Export = z
  .object({
    id: z.uuid(),
    state: z.enum(exportStates),
    format: z.enum(exportFormats),
    fileName: z.string(),
    rows: z.number().int().describe("Contacts written so far"),
    total: z.number().int().nullable().describe("How many there were to write at the beginning; null where counting took too long"),
    fileSize: z.number().int().nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    createdBy: z.string(),
    createdAt: z.date(),
    finishedAt: z.date().nullable(),
    expiresAt: z.date().nullable().describe("When the file goes"),
  })
  .meta({ id: "Export" });
