import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { z } from "zod";
import { conflict, invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type PageQuery, readCursor, toPage } from "../../kernel/page.ts";
import { disposition } from "../files/index.ts";
import { csvLine } from "./csv-write.ts";
import type { Reason } from "./import-row.ts";
import { type ImportRow, requireImport } from "./import-view.ts";
import type { Reading } from "./source.ts";
import { readTable } from "./source-open.ts";

type Problem = { row: number; kind: "wrong" | "duplicate"; reasons: Reason[]; cells: string[] };

/** In the order of the file. */
export const importProblems = async (ctx: Ctx, importId: string, query: z.output<typeof PageQuery>) => {
  const row = await ctx.transaction((tx) => requireImport(tx, ctx.organizationId, importId));
  const after = readCursor(query.after, 1)?.[0];
  if (after !== undefined && !/^\d{1,9}$/.test(after))
    throw invalid("after", "This is not a page cursor.", "Pass the `next` of the page before, unchanged.");
  const rows = await problemsAfter(ctx, importId, Number(after ?? 0), query.limit + 1);
  return {
    columns: rows.length > 0 ? await columnsOf(ctx, row) : [],
    ...toPage(
      rows,
      query.limit,
      (one) => one,
      (one) => [one.row],
    ),
  };
};

const problemsAfter = (ctx: Ctx, importId: string, after: number, limit: number): Promise<Problem[]> =>
  ctx.transaction(async (tx) => {
    const rows = await tx
      .selectFrom("import_problems")
      .select(["row_number", "kind", "reasons", "cells"])
      .where("organization_id", "=", ctx.organizationId)
      .where("import_id", "=", importId)
      .where("row_number", ">", after)
      .orderBy("row_number")
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      row: row.row_number,
      kind: row.kind as Problem["kind"],
      reasons: row.reasons as Reason[],
      cells: row.cells as string[],
    }));
  });

const columnsOf = async (ctx: Ctx, row: ImportRow): Promise<string[]> => {
  if (row.emptied_at) return [];
  const file = {
    path: ctx.kernel.files.path(ctx.organizationId, row.id),
    size: Number(row.file_size),
    format: row.format as "csv" | "xlsx",
  };
  for await (const { names } of readTable(file, row.reading as Reading)) return names;
  return [];
};

/**
 * The rows that were not taken with their columns as they were and why beside them: corrected and uploaded it goes where the file went. The
 * reason stands in a last column that no mapping takes.
 */
export const problemFile = async (ctx: Ctx, importId: string, reply: FastifyReply) => {
  const row = await ctx.transaction((tx) => requireImport(tx, ctx.organizationId, importId));
  if (row.emptied_at) throw conflict("import_emptied", "The rows of this import were removed after 7 days.");
  const columns = await columnsOf(ctx, row);
  reply.headers({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": disposition("attachment", `${row.file_name.replace(/\.[A-Za-z0-9]+$/, "")}-problems.csv`),
    "cache-control": "no-store",
  });
  return reply.send(Readable.from(lines(ctx, importId, columns)));
};

async function* lines(ctx: Ctx, importId: string, columns: string[]) {
  yield `\uFEFF${csvLine([...columns, "Row", "Why it was not taken"])}`;
  for (let after = 0; ; ) {
    const rows = await problemsAfter(ctx, importId, after, 500);
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map((row) => {
        const cells = Array.from({ length: columns.length }, (_, at) => row.cells[at] ?? "");
        return csvLine([...cells, String(row.row), row.reasons.map(said).join(" ")]);
      })
      .join("");
    after = last.row;
  }
}

const said = ({ column, message, remedy }: Reason) =>
  `${column === null ? "" : `${column}: `}${message}${remedy === null ? "" : ` ${remedy}`}`;
