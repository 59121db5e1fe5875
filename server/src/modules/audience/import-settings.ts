import { isSupportedCountry } from "libphonenumber-js/max";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { fieldsOf } from "../contacts/index.ts";
import type { ImportSettings } from "./import.api.ts";
import { checkAgainst } from "./import-known.ts";
import { type ImportRow, importColumns, presentImport, requireImport } from "./import-view.ts";
import type { Reading } from "./source.ts";
import { firstRows, readTable } from "./source-open.ts";

export type Settings = z.output<typeof ImportSettings>;

/** Keeps where the columns go and begins the dry run: every row is read and judged, nothing is written. */
export const checkImport = async (ctx: Ctx, importId: string, settings: Settings) => {
  const before = await ctx.transaction((tx) => requireImport(tx, ctx.organizationId, importId));
  requireUntouched(before);
  if (settings.country && !isSupportedCountry(settings.country.toUpperCase()))
    throw invalid("country", "There is no such country.", "Use two letters such as GB.");
  const reading: Reading = { ...(before.reading as Reading), ...settings.reading };
  const width = await widthOf(ctx, before, reading);
  return ctx.transaction(async (tx) => {
    const row = await requireImport(tx, ctx.organizationId, importId, true);
    requireUntouched(row);
    await requireTags(tx, ctx.organizationId, settings.tagIds);
    checkAgainst(settings, await fieldsOf(tx, ctx.organizationId), width);
    return presentImport(
      await tx
        .updateTable("imports")
        .set({
          state: "checking",
          reading: JSON.stringify(reading),
          settings: JSON.stringify({ ...settings, reading: {}, country: settings.country?.toUpperCase() ?? null }),
          checked: null,
          failure: null,
          share: 0,
          changed_at: new Date(),
        })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", importId)
        .returning(importColumns)
        .executeTakeFirstOrThrow(),
    );
  });
};

/** Once rows are in, other settings would make another import of it. */
const requireUntouched = (row: ImportRow) => {
  if (row.emptied_at) throw conflict("import_emptied", "The file of this import was removed.", "Upload it again.");
  if (row.state === "checking" || row.state === "running")
    throw conflict("import_busy", "This import is under way.", "Wait for it, or cancel it.");
  if (row.state === "done" || row.cursor > 0)
    throw conflict("import_begun", "Rows of this file were taken in already.", "Upload the file again.");
};

const widthOf = async (ctx: Ctx, row: ImportRow, reading: Reading): Promise<number> => {
  const file = {
    path: ctx.kernel.files.path(ctx.organizationId, row.id),
    size: Number(row.file_size),
    format: row.format as "csv" | "xlsx",
  };
  for await (const { names } of readTable(file, reading)) return names.length;
  return (await firstRows(file, reading, 1))[0]?.cells.length ?? 0;
};

const requireTags = async (tx: Tx, organizationId: string, tagIds: string[]) => {
  if (tagIds.length === 0) return;
  const found = await tx.selectFrom("tags").select("id").where("organization_id", "=", organizationId).where("id", "in", tagIds).execute();
  if (found.length < new Set(tagIds).size) throw invalid("tagIds", "One of these tags does not exist.", "Choose from GET /tags.");
};
