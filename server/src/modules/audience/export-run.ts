import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { JobBodies, Schedule } from "../../kernel/jobs.ts";
import { type Actor, type Ctx, contextFor } from "../../kernel/module.ts";
import { columnsOfExport } from "./export.ts";
import { tableOf } from "./export-cells.ts";
import { countOf, type ExportRow, exportPages, type Request } from "./export-rows.ts";
import { mimes, writeExport } from "./export-write.ts";
import type { Work } from "./work.ts";

const limit = 10_000_000_000;
const keepDays = 7;

/** A file is written from beginning to end or not at all: one that was interrupted is begun anew. */
export const exportWork: Work = {
  name: "export",
  find: async (kernel) =>
    (
      await kernel.db.system
        .selectFrom("exports")
        .select(["organization_id", "id"])
        .where("state", "in", ["waiting", "running"])
        .orderBy("id")
        .limit(50)
        .execute()
    ).map((row) => ({ organizationId: row.organization_id, id: row.id })),
  run: async (kernel, task, isStopping) => {
    const row = await kernel.db.system
      .selectFrom("exports")
      .select(columnsOfExport)
      .where("organization_id", "=", task.organizationId)
      .where("id", "=", task.id)
      .where("state", "in", ["waiting", "running"])
      .executeTakeFirst();
    if (!row) return;
    const ctx = contextFor(kernel, task.organizationId, row.created_by as Actor);
    const request = row.request as Request;
    const begin = newId();
    const total = await countOf(ctx, request);
    if (!(await change(ctx, task.id, { state: "running", rows: 0, total }))) return;
    const table = await ctx.transaction((tx) => tableOf(tx, task.organizationId, request.columns));
    const format = row.format as keyof typeof mimes;
    try {
      const pages = counted(ctx, task.id, exportPages(ctx, request, begin), isStopping);
      const stored = await kernel.files.write(
        task.organizationId,
        task.id,
        writeExport(format, table, pages, request.byteOrderMark),
        limit,
        mimes[format],
      );
      await finish(ctx, task.id, stored.size);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  },
  fail: async (kernel, task, code) => {
    await kernel.db.system
      .updateTable("exports")
      .set({ state: "failed", failure: code, finished_at: new Date() })
      .where("organization_id", "=", task.organizationId)
      .where("id", "=", task.id)
      .where("state", "in", ["waiting", "running"])
      .execute();
  },
};

class Stopped extends Error {}

async function* counted(
  ctx: Ctx,
  exportId: string,
  pages: AsyncGenerator<ExportRow[]>,
  isStopping: () => boolean,
): AsyncGenerator<ExportRow[]> {
  let rows = 0;
  for await (const page of pages) {
    rows += page.length;
    if (isStopping() || !(await change(ctx, exportId, { rows }))) throw new Stopped();
    yield page;
  }
}

/** False where it was cancelled meanwhile. */
const change = (ctx: Ctx, exportId: string, values: { state?: string; rows?: number; total?: number | null }): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const updated = await tx
      .updateTable("exports")
      .set(values)
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", exportId)
      .where("state", "in", ["waiting", "running"])
      .returning("id")
      .executeTakeFirst();
    return updated !== undefined;
  });

const finish = async (ctx: Ctx, exportId: string, size: number) => {
  const isThere = await ctx.transaction(async (tx) => {
    const done = await tx
      .updateTable("exports")
      .set({ state: "done", file_size: String(size), finished_at: new Date(), expires_at: new Date(Date.now() + keepDays * 86_400_000) })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", exportId)
      .where("state", "=", "running")
      .returning("rows")
      .executeTakeFirst();
    if (done) await emit(tx, ctx, "export.finished", { exportId, rows: done.rows });
    return done !== undefined;
  });
  if (!isThere) await ctx.kernel.files.remove(ctx.organizationId, exportId);
};

export const exportJobs: JobBodies = {
  audience_expire_exports: async (kernel) => {
    const old = await kernel.db.system
      .selectFrom("exports")
      .select(["organization_id", "id"])
      .where("state", "=", "done")
      .where("expires_at", "<", new Date())
      .limit(1000)
      .execute();
    for (const { organization_id, id } of old) {
      await kernel.files.remove(organization_id, id);
      await kernel.db.system
        .updateTable("exports")
        .set({ state: "expired" })
        .where("organization_id", "=", organization_id)
        .where("id", "=", id)
        .execute();
    }
  },
};

export const exportSchedules: Schedule[] = [
  { job: "audience_expire_exports", cron: "41 * * * *", why: "Files of contacts that were given out go after 7 days" },
];
