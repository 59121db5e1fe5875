import type { Tx } from "../../kernel/db/pools.ts";
import { conflict } from "../../kernel/errors.ts";
import type { JobBodies, Schedule } from "../../kernel/jobs.ts";
import type { Ctx } from "../../kernel/module.ts";
import { keepDays, requireImport } from "./import-view.ts";

/** Removes the file and everything of its rows; an import that took nothing in goes as a whole, of the others the counts stay. */
export const removeImport = async (ctx: Ctx, importId: string) => {
  await ctx.transaction(async (tx) => {
    const row = await requireImport(tx, ctx.organizationId, importId, true);
    if (row.state === "checking" || row.state === "running") throw conflict("import_busy", "This import is under way.", "Cancel it first.");
    if (row.cursor > 0) await emptyOne(tx, ctx.organizationId, importId);
    else await tx.deleteFrom("imports").where("organization_id", "=", ctx.organizationId).where("id", "=", importId).execute();
  });
  await ctx.kernel.files.remove(ctx.organizationId, importId);
};

const emptyOne = async (tx: Tx, organizationId: string, importId: string) => {
  await tx.deleteFrom("import_problems").where("organization_id", "=", organizationId).where("import_id", "=", importId).execute();
  await tx.deleteFrom("import_contacts").where("organization_id", "=", organizationId).where("import_id", "=", importId).execute();
  await tx
    .updateTable("imports")
    .set({ emptied_at: new Date(), settings: null })
    .where("organization_id", "=", organizationId)
    .where("id", "=", importId)
    .execute();
};

export const importJobs: JobBodies = {
  /** What nobody has touched for 7 days: an upload that was never taken in is no different from one that was. */
  audience_empty_imports: async (kernel) => {
    const old = await kernel.db.system
      .selectFrom("imports")
      .select(["organization_id", "id"])
      .where("emptied_at", "is", null)
      .where("state", "not in", ["checking", "running"])
      .where("changed_at", "<", new Date(Date.now() - keepDays * 86_400_000))
      .limit(1000)
      .execute();
    for (const { organization_id, id } of old) {
      await kernel.files.remove(organization_id, id);
      await kernel.db.system.transaction().execute((tx) => emptyOne(tx, organization_id, id));
    }
  },
};

export const importSchedules: Schedule[] = [
  { job: "audience_empty_imports", cron: "23 * * * *", why: "Uploaded files of contacts and their rows go 7 days after the last step" },
];
