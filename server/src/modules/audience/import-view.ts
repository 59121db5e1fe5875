import type { Selectable } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Imports } from "../../kernel/db/schema.types.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import type { Import } from "./import.api.ts";

export const importColumns = [
  "id",
  "state",
  "file_name",
  "file_size",
  "format",
  "reading",
  "settings",
  "checked",
  "counts",
  "cursor",
  "share",
  "failure",
  "created_by",
  "created_at",
  "changed_at",
  "finished_at",
  "undone_at",
  "emptied_at",
] as const;

export type ImportRow = Pick<Selectable<Imports>, (typeof importColumns)[number]>;
type View = z.input<typeof Import>;

export const keepDays = 7;

/** Newest first. */
export const listImports = (ctx: Ctx, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const before = idCursor(query.after);
    const rows = await tx
      .selectFrom("imports")
      .select(importColumns)
      .where("organization_id", "=", ctx.organizationId)
      .$if(before !== undefined, (q) => q.where("id", "<", before ?? ""))
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    return toPage(rows, query.limit, presentImport, (row) => [row.id]);
  });

export const readImport = (ctx: Ctx, importId: string) =>
  ctx.transaction(async (tx) => presentImport(await requireImport(tx, ctx.organizationId, importId)));

export const requireImport = async (tx: Tx, organizationId: string, importId: string, lock = false): Promise<ImportRow> => {
  const row = await tx
    .selectFrom("imports")
    .select(importColumns)
    .where("organization_id", "=", organizationId)
    .where("id", "=", importId)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  if (!row) throw notFound("import");
  return row;
};

export const presentImport = (row: ImportRow): View => {
  const ended = row.finished_at ?? row.changed_at;
  const canUndo = ["done", "cancelled", "failed"].includes(row.state) && row.cursor > 0 && !row.undone_at && !row.emptied_at;
  return {
    id: row.id,
    state: row.state as View["state"],
    fileName: row.file_name,
    fileSize: Number(row.file_size),
    format: row.format as View["format"],
    reading: row.reading as View["reading"],
    settings: row.settings as View["settings"],
    checked: row.checked as View["checked"],
    counts: row.counts as View["counts"],
    progress: row.share,
    failure:
      row.failure === null ? null : { code: row.failure, message: failures[row.failure] ?? "Something went wrong here. It is logged." },
    createdBy: nameOf(row.created_by as Actor),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
    undoUntil: canUndo ? new Date(ended.getTime() + keepDays * 86_400_000) : null,
    emptiedAt: row.emptied_at,
  };
};

export const nameOf = (actor: Actor) => (actor.kind === "contact" ? "" : actor.name);

const failures: Record<string, string> = {
  too_many_rows: "The file has more than 1,000,000 rows. Divide it.",
  too_many_columns: "The file has more than 300 columns.",
  file_missing: "The file is not on this server any more.",
  file_unreadable: "The file is damaged.",
  file_encrypted: "The file is protected by a password.",
  file_bomb: "The file would grow beyond all measure when unpacked.",
  too_many_tags: "The file brings more than 300 new tags. Is that a column of tags? Otherwise map it to a field of your own.",
  settings_outdated: "A field, tag or stage the settings name is no more. Map the columns again.",
};
