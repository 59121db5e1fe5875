import { audit } from "../../kernel/audit.ts";
import { conflict } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { type Actor, type Ctx, contextFor } from "../../kernel/module.ts";
import { clearProblems, goThrough } from "./import-pass.ts";
import { importColumns, presentImport, requireImport } from "./import-view.ts";
import type { Work } from "./work.ts";

/** Begins what the dry run has shown, or goes on with what was cancelled or failed. */
export const runImport = (ctx: Ctx, importId: string) =>
  ctx.transaction(async (tx) => {
    const row = await requireImport(tx, ctx.organizationId, importId, true);
    if (row.state === "running") return presentImport(row);
    const goesOn = (row.state === "cancelled" || row.state === "failed") && row.counts !== null;
    if (row.emptied_at || row.undone_at) throw conflict("import_emptied", "The file of this import was removed.", "Upload it again.");
    if (row.state !== "checked" && !goesOn)
      throw conflict(
        "import_not_checked",
        "This import was not checked yet, or is done.",
        "POST /imports/{importId}/check shows first what would happen.",
      );
    if (!goesOn) await clearProblems(tx, ctx.organizationId, importId);
    await audit(tx, ctx, "import.started", { importId }, { goesOn });
    await emit(tx, ctx, "import.started", { importId });
    return presentImport(
      await tx
        .updateTable("imports")
        .set({
          state: "running",
          failure: null,
          changed_at: new Date(),
          ...(goesOn ? {} : { counts: JSON.stringify(emptied(row.checked)), share: 0, cursor: 0, created_by: JSON.stringify(ctx.actor) }),
        })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", importId)
        .returning(importColumns)
        .executeTakeFirstOrThrow(),
    );
  });

const emptied = (counts: unknown) => Object.fromEntries(Object.keys((counts ?? {}) as object).map((key) => [key, 0]));

/** Stops after the rows in hand. What is in stays; a dry run is forgotten. */
export const cancelImport = (ctx: Ctx, importId: string) =>
  ctx.transaction(async (tx) => {
    const row = await requireImport(tx, ctx.organizationId, importId, true);
    if (row.state !== "checking" && row.state !== "running") return presentImport(row);
    return presentImport(
      await tx
        .updateTable("imports")
        .set({
          state: row.state === "checking" ? "uploaded" : "cancelled",
          changed_at: new Date(),
          ...(row.state === "checking" ? { checked: null, share: 0 } : {}),
        })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", importId)
        .returning(importColumns)
        .executeTakeFirstOrThrow(),
    );
  });

export const importWork: Work = {
  name: "import",
  find: async (kernel) =>
    (
      await kernel.db.system
        .selectFrom("imports")
        .select(["organization_id", "id"])
        .where("state", "in", ["checking", "running"])
        .orderBy("id")
        .limit(50)
        .execute()
    ).map((row) => ({ organizationId: row.organization_id, id: row.id })),
  run: async (kernel, task, isStopping) => {
    const row = await kernel.db.system
      .selectFrom("imports")
      .select(importColumns)
      .where("organization_id", "=", task.organizationId)
      .where("id", "=", task.id)
      .where("state", "in", ["checking", "running"])
      .executeTakeFirst();
    if (row) await goThrough(contextFor(kernel, task.organizationId, row.created_by as Actor), row, isStopping);
  },
  fail: async (kernel, task, code) => {
    await kernel.db.system
      .updateTable("imports")
      .set({ state: "failed", failure: code, changed_at: new Date() })
      .where("organization_id", "=", task.organizationId)
      .where("id", "=", task.id)
      .where("state", "in", ["checking", "running"])
      .execute();
  },
};
