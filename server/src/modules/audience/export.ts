import type { Selectable } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Exports } from "../../kernel/db/schema.types.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import { checkConditions, fieldsOf } from "../contacts/index.ts";
import type { Export } from "./export.api.ts";
import type { Request } from "./export-rows.ts";
import { nameOf } from "./import-view.ts";

export const columnsOfExport = [
  "id",
  "state",
  "format",
  "request",
  "rows",
  "total",
  "file_name",
  "file_size",
  "failure",
  "created_by",
  "created_at",
  "finished_at",
  "expires_at",
] as const;
type Row = Pick<Selectable<Exports>, (typeof columnsOfExport)[number]>;

/** Asks for a file; it is written in the background and stays for 7 days. The audit log keeps who asked for what. */
export const askExport = (ctx: Ctx, request: Request) =>
  ctx.transaction(async (tx) => {
    await checkConditions(tx, ctx.organizationId, request.filter);
    const own = new Set((await fieldsOf(tx, ctx.organizationId)).filter((field) => !field.archived).map((field) => `fields.${field.key}`));
    for (const [at, column] of (request.columns ?? []).entries())
      if (column.startsWith("fields.") && !own.has(column))
        throw invalid(`columns.${at}`, "There is no such field.", "Use a key of GET /fields.");
    const id = newId();
    const row = await tx
      .insertInto("exports")
      .values({
        organization_id: ctx.organizationId,
        id,
        format: request.format,
        request: JSON.stringify(request),
        file_name: `contacts-${new Date().toISOString().slice(0, 10)}.${request.format}`,
        created_by: JSON.stringify(ctx.actor),
      })
      .returning(columnsOfExport)
      .executeTakeFirstOrThrow();
    const { format, filter, search, contactIds, columns } = request;
    await audit(
      tx,
      ctx,
      "contacts.exported",
      { exportId: id },
      {
        format,
        columns: columns ?? "all",
        filters: filter.length,
        searched: search !== undefined,
        ...(contactIds ? { chosen: contactIds.length } : {}),
      },
    );
    return presentExport(row);
  });

export const listExports = (ctx: Ctx, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const before = idCursor(query.after);
    const rows = await tx
      .selectFrom("exports")
      .select(columnsOfExport)
      .where("organization_id", "=", ctx.organizationId)
      .$if(before !== undefined, (q) => q.where("id", "<", before ?? ""))
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    return toPage(rows, query.limit, presentExport, (row) => [row.id]);
  });

export const readExport = (ctx: Ctx, exportId: string) =>
  ctx.transaction(async (tx) => presentExport(await requireExport(tx, ctx.organizationId, exportId)));

export const requireExport = async (tx: Tx, organizationId: string, exportId: string): Promise<Row> => {
  const row = await tx
    .selectFrom("exports")
    .select(columnsOfExport)
    .where("organization_id", "=", organizationId)
    .where("id", "=", exportId)
    .executeTakeFirst();
  if (!row) throw notFound("export");
  return row;
};

/** Stops one under way; the file of one that is done goes at once instead of after 7 days. */
export const removeExport = async (ctx: Ctx, exportId: string) => {
  await ctx.transaction(async (tx) => {
    const row = await requireExport(tx, ctx.organizationId, exportId);
    const state = row.state === "waiting" || row.state === "running" ? "cancelled" : row.state === "done" ? "expired" : row.state;
    await tx.updateTable("exports").set({ state }).where("organization_id", "=", ctx.organizationId).where("id", "=", exportId).execute();
  });
  await ctx.kernel.files.remove(ctx.organizationId, exportId);
};

export const presentExport = (row: Row): z.input<typeof Export> => ({
  id: row.id,
  state: row.state as z.input<typeof Export>["state"],
  format: row.format as z.input<typeof Export>["format"],
  fileName: row.file_name,
  rows: row.rows,
  total: row.total,
  fileSize: row.file_size === null ? null : Number(row.file_size),
  failure:
    row.failure === null ? null : { code: row.failure, message: failures[row.failure] ?? "Something went wrong here. It is logged." },
  createdBy: nameOf(row.created_by as Actor),
  createdAt: row.created_at,
  finishedAt: row.finished_at,
  expiresAt: row.expires_at,
});

const failures: Record<string, string> = {
  too_many_rows: "A workbook has at most 1,048,576 rows. Export as CSV instead, or filter.",
  file_too_large: "The file would be larger than 10 GB. Filter, or choose fewer columns.",
};
