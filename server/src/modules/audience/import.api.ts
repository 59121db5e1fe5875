import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { delimiters, encodings, mostColumns, mostRows } from "./source.ts";

export const importLimit = 500_000_000;
export const importStates = ["uploaded", "checking", "checked", "running", "done", "cancelled", "failed"] as const;

export const ImportPath = z.object({ importId: z.uuid() });

export const ImportReading = z
  .object({
    encoding: z.enum(encodings).describe("Of a text file; ignored for .xlsx"),
    delimiter: z.enum(delimiters).describe("What divides the cells of a text file"),
    sheet: z.string().max(100).describe("Which sheet of a workbook; empty for a text file"),
    headerRow: z.number().int().min(0).max(1000).describe("The row with the names of the columns, from 1; 0: there is none"),
  })
  .meta({ id: "ImportReading" });

const consentWords = {
  proof: z
    .string()
    .trim()
    .max(2000)
    .nullable()
    .default(null)
    .describe("What the people agreed to, in the words they saw; used where a row has none"),
  source: z
    .string()
    .trim()
    .max(200)
    .nullable()
    .default(null)
    .describe("Where they agreed, such as a form's address; used where a row has none"),
  date: z.iso.date().nullable().default(null).describe("When they agreed; used where a row has none"),
};

/** Where a column goes. `fields.<key>` is one of the organization's own fields. */
export const targets = [
  "id",
  "name",
  "first_name",
  "last_name",
  "company",
  "language",
  "country",
  "time_zone",
  "stage",
  "owner",
  "phone",
  "email",
  "tags",
  "consent",
  "consent_proof",
  "consent_source",
  "consent_date",
] as const;
const ownField = z.string().regex(/^fields\.[a-z][a-z0-9_]{0,39}$/);
export const ImportTarget = z.union([z.enum(targets), ownField]);

export const ImportSettings = z
  .object({
    reading: ImportReading.partial().default({}).describe("What differs from how the file was guessed to be written"),
    columns: z
      .array(
        z.object({
          column: z
            .number()
            .int()
            .min(0)
            .max(mostColumns - 1)
            .describe("From 0"),
          to: ImportTarget,
        }),
      )
      .min(1)
      .max(mostColumns)
      .describe("Which column goes where; a column not named is left out. phone, email and tags may be named several times"),
    match: z
      .array(z.union([z.enum(["id", "phone", "email"]), ownField]))
      .min(1)
      .max(4)
      .describe("What a contact is recognised by; of several, all that a row has must lead to the same contact"),
    found: z
      .enum(["update", "fill", "skip"])
      .default("update")
      .describe(
        "update: what the row has wins, its blank cells change nothing; fill: only what is not known yet; skip: leave the contact as it is",
      ),
    missing: z.enum(["create", "skip"]).default("create"),
    country: z
      .string()
      .length(2)
      .nullable()
      .default(null)
      .describe("Where numbers in national notation belong; null: the organization's country"),
    tagIds: z.array(z.uuid()).max(20).default([]).describe("Given to everybody in the file"),
    consent: z
      .object({ channel: z.enum(["whatsapp", "email"]), purpose: z.enum(["marketing"]).default("marketing"), ...consentWords })
      .nullable()
      .default(null)
      .describe(
        "How to read a column `consent`. A yes counts only with proof, source and date; without them the contact is taken in without consent",
      ),
  })
  .meta({ id: "ImportSettings" });

export const ImportCounts = z
  .object({
    rows: z.number().int().describe("Rows with something in them, without the head"),
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    skipped: z.number().int().describe("Left out as the settings say"),
    wrong: z.number().int(),
    duplicate: z.number().int().describe("The same person as an earlier row of the file"),
    consents: z.number().int().describe("Rows whose consent or withdrawal goes into the ledger"),
    unproven: z.number().int().describe("Rows that say yes to messages but lack proof, source or date: taken in without consent"),
  })
  .meta({ id: "ImportCounts" });
export type Counts = z.output<typeof ImportCounts>;

export const Import = z
  .object({
    id: z.uuid(),
    state: z.enum(importStates),
    fileName: z.string(),
    fileSize: z.number().int(),
    format: z.enum(["csv", "xlsx"]),
    reading: ImportReading,
    settings: ImportSettings.nullable(),
    checked: ImportCounts.nullable().describe("What the dry run counted"),
    counts: ImportCounts.nullable().describe("What became of the rows so far"),
    progress: z.number().describe("How much of the step under way is done, 0 to 1"),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    createdBy: z.string(),
    createdAt: z.date(),
    finishedAt: z.date().nullable(),
    undoneAt: z.date().nullable(),
    undoUntil: z.date().nullable().describe("Until when it can be undone; null where it cannot"),
    emptiedAt: z.date().nullable().describe("When the file and its rows were removed; what was counted stays"),
  })
  .meta({ id: "Import" });

export const ImportPreviewQuery = ImportReading.omit({ headerRow: true })
  .partial()
  .extend({ headerRow: z.coerce.number().int().min(0).max(1000).optional() });
export const ImportPreview = z
  .object({
    reading: ImportReading,
    sheets: z.array(z.string()).describe("Of a workbook, in their order"),
    columns: z.array(
      z.object({
        column: z.number().int(),
        name: z.string().describe("As in the head; a second one of the same name gets a number, a nameless one its letter"),
        samples: z.array(z.string()).describe("Up to three different values"),
        guess: ImportTarget.nullable(),
      }),
    ),
    rows: z.array(z.object({ row: z.number().int().describe("As the spreadsheet counts them"), cells: z.array(z.string()) })),
  })
  .meta({ id: "ImportPreview" });

export const ImportProblem = z
  .object({
    row: z.number().int(),
    kind: z.enum(["wrong", "duplicate"]),
    reasons: z.array(z.object({ column: z.string().nullable(), message: z.string(), remedy: z.string().nullable() })),
    cells: z.array(z.string()),
  })
  .meta({ id: "ImportProblem" });
export const ImportProblems = z.object({ columns: z.array(z.string()), items: z.array(ImportProblem), next: z.string().nullable() });
export const ImportProblemQuery = PageQuery;

export const ImportUndone = z.object({ removed: z.number().int(), kept: z.number().int() });
export { mostRows };
