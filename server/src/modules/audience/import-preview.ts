import type { z } from "zod";
import { conflict } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { fieldsOf } from "../contacts/index.ts";
import type { ImportPreview, ImportPreviewQuery } from "./import.api.ts";
import { guessColumns } from "./import-guess.ts";
import { requireImport } from "./import-view.ts";
import type { Reading, SourceRow } from "./source.ts";
import { guessReading, readTable, type SourceFile } from "./source-open.ts";
import { sheetsOf } from "./xlsx-read.ts";

const shown = 10;
const looked = 100;
const longestCell = 300;

/** The first rows as they are read, and where each column seems to go. Other ways of reading can be tried; they are kept with the settings. */
export const previewImport = async (
  ctx: Ctx,
  importId: string,
  query: z.output<typeof ImportPreviewQuery>,
): Promise<z.input<typeof ImportPreview>> => {
  const { row, fields } = await ctx.transaction(async (tx) => ({
    row: await requireImport(tx, ctx.organizationId, importId),
    fields: await fieldsOf(tx, ctx.organizationId),
  }));
  if (row.emptied_at) throw conflict("import_emptied", "The file of this import was removed.", "Upload it again.");
  const file: SourceFile = {
    path: ctx.kernel.files.path(ctx.organizationId, importId),
    size: Number(row.file_size),
    format: row.format as SourceFile["format"],
  };
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  const reading: Reading = { ...(row.reading as Reading), ...asked };
  // Another sheet has its own head.
  if (query.sheet !== undefined && query.headerRow === undefined && query.sheet !== (row.reading as Reading).sheet)
    reading.headerRow = (await guessReading(file, query.sheet)).reading.headerRow;
  let names: string[] = [];
  const rows: SourceRow[] = [];
  for await (const stretch of readTable(file, reading)) {
    names = stretch.names;
    rows.push(...stretch.rows.slice(0, looked - rows.length));
    if (rows.length >= looked) break;
  }
  const samples = names.map((_, at) => [
    ...new Set(rows.map((one) => (one.cells[at] ?? "").trim().slice(0, longestCell)).filter((cell) => cell !== "")),
  ]);
  const guesses = guessColumns(names, samples, fields);
  return {
    reading: reading as z.input<typeof ImportPreview>["reading"],
    sheets: file.format === "xlsx" ? await sheetsOf(file.path) : [],
    columns: names.map((name, column) => ({
      column,
      name,
      samples: samples[column]?.slice(0, 3) ?? [],
      guess: (guesses[column] ?? null) as z.input<typeof ImportPreview>["columns"][number]["guess"],
    })),
    rows: rows
      .slice(0, shown)
      .map((one) => ({ row: one.number, cells: names.map((_, at) => (one.cells[at] ?? "").slice(0, longestCell)) })),
  };
};
