import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { Refusal } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { fieldsOf, IdentityRaced } from "../contacts/index.ts";
import { type Counts, mostRows } from "./import.api.ts";
import { checkAgainst, type Known, knownOf } from "./import-known.ts";
import { longMemory, type Memory, shortMemory } from "./import-memory.ts";
import { type Draft, readRow } from "./import-row.ts";
import type { Settings } from "./import-settings.ts";
import type { ImportRow } from "./import-view.ts";
import { noCounts, type Outcome, type Problem, takeIn } from "./import-write.ts";
import type { Reading } from "./source.ts";
import { readTable, type SourceFile } from "./source-open.ts";

/** Enough for the statements to be worth it, few enough that nobody who writes the same contacts waits long: 0.1 to 0.3 s. */
const batchSize = 1000;

/** One going through the file: a dry run, or the import itself from where it stands. */
export const goThrough = async (ctx: Ctx, row: ImportRow, isStopping: () => boolean): Promise<"done" | "stopped"> => {
  const settings = row.settings as Settings;
  const isDry = row.state === "checking";
  const file: SourceFile = {
    path: ctx.kernel.files.path(ctx.organizationId, row.id),
    size: Number(row.file_size),
    format: row.format as SourceFile["format"],
  };
  if ((await ctx.kernel.files.size(ctx.organizationId, row.id)) === null) throw new Refusal(404, "file_missing", "The file is not here.");
  const known = await ctx.transaction((tx) => knownOf(tx, ctx.organizationId, settings));
  const memory = isDry ? longMemory() : null;
  let counts = isDry ? noCounts() : ((row.counts as Counts | null) ?? noCounts());
  let cursor = isDry ? 0 : row.cursor;
  let checkedNames = false;
  let read = 0;

  const flush = async (drafts: Draft[], share: number): Promise<boolean> => {
    if (drafts.length === 0) return true;
    const last = drafts.at(-1)?.row ?? cursor;
    const pass = { importId: row.id, settings, known, isDry };
    const next = isDry
      ? await tryBatch(ctx, row.id, { ...pass, memory: memory as Memory }, drafts, counts, share)
      : await takeBatch(ctx, row.id, pass, drafts, { counts, cursor, last, share });
    if (!next) return false;
    [counts, cursor] = [next, last];
    return true;
  };

  if (isDry) await ctx.transaction((tx) => clearProblems(tx, ctx.organizationId, row.id));
  let waiting: Draft[] = [];
  for await (const { names, rows, share } of readTable(file, row.reading as Reading)) {
    if (!checkedNames) {
      await ctx.transaction(async (tx) => requireSettings(settings, await fieldsOf(tx, ctx.organizationId), names.length));
      checkedNames = true;
    }
    for (const source of rows) {
      read += 1;
      if (read > mostRows) throw new Refusal(400, "too_many_rows", "The file has too many rows.");
      if (!isDry && source.number <= cursor) continue;
      waiting.push(readRow(source, names, settings, known));
      if (waiting.length < batchSize) continue;
      if (isStopping() || !(await flush(waiting, share))) return "stopped";
      waiting = [];
    }
  }
  if (isStopping() || !(await flush(waiting, 1))) return "stopped";
  return (await finish(ctx, row.id, isDry, counts)) ? "done" : "stopped";
};

const requireSettings = (settings: Settings, definitions: Known["definitions"], width: number) => {
  try {
    checkAgainst(settings, definitions, width);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(409, "settings_outdated", error.message);
    throw error;
  }
};

type Place = { counts: Counts; cursor: number; last: number; share: number };

/** Rows, counts, problems and the cursor in one transaction: whatever ends the process, none of them is there without the others. */
const takeBatch = async (
  ctx: Ctx,
  importId: string,
  pass: { importId: string; settings: Settings; known: Known; isDry: boolean },
  drafts: Draft[],
  place: Place,
): Promise<Counts | null> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ctx.transaction(async (tx) => {
        const now = await tx
          .selectFrom("imports")
          .select(["state", "cursor"])
          .where("organization_id", "=", ctx.organizationId)
          .where("id", "=", importId)
          .forUpdate()
          .executeTakeFirst();
        if (now?.state !== "running" || now.cursor !== place.cursor) return null;
        const outcome = await takeIn(tx, ctx, { ...pass, memory: shortMemory() }, drafts);
        const counts = sum(place.counts, outcome.counts);
        await keepProblems(tx, ctx.organizationId, importId, outcome.problems);
        await tx
          .updateTable("imports")
          .set({ cursor: place.last, counts: JSON.stringify(counts), share: place.share, changed_at: new Date() })
          .where("organization_id", "=", ctx.organizationId)
          .where("id", "=", importId)
          .execute();
        return counts;
      });
    } catch (error) {
      // Somebody wrote to us under a number of this batch between our look and our insert: now they are there.
      if (!(error instanceof IdentityRaced) || tries === 10) throw error;
    }
  }
};

class Undone extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super("a dry run is undone");
    this.outcome = outcome;
  }
}

const tryBatch = async (
  ctx: Ctx,
  importId: string,
  pass: { importId: string; settings: Settings; known: Known; isDry: boolean; memory: Memory },
  drafts: Draft[],
  before: Counts,
  share: number,
): Promise<Counts | null> => {
  const outcome = await ctx
    .transaction(async (tx): Promise<Outcome> => {
      throw new Undone(await takeIn(tx, ctx, pass, drafts));
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return error.outcome;
      throw error;
    });
  const counts = sum(before, outcome.counts);
  return ctx.transaction(async (tx) => {
    const updated = await tx
      .updateTable("imports")
      .set({ share, checked: JSON.stringify(counts) })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", importId)
      .where("state", "=", "checking")
      .returning("id")
      .executeTakeFirst();
    if (!updated) return null;
    await keepProblems(tx, ctx.organizationId, importId, outcome.problems);
    return counts;
  });
};

const finish = (ctx: Ctx, importId: string, isDry: boolean, counts: Counts) =>
  ctx.transaction(async (tx) => {
    const updated = await tx
      .updateTable("imports")
      .set({
        state: isDry ? "checked" : "done",
        share: 1,
        changed_at: new Date(),
        ...(isDry ? { checked: JSON.stringify(counts) } : { counts: JSON.stringify(counts), finished_at: new Date() }),
      })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", importId)
      .where("state", "=", isDry ? "checking" : "running")
      .returning("id")
      .executeTakeFirst();
    const { created, changed, unchanged, wrong, duplicate } = counts;
    if (updated && !isDry) await emit(tx, ctx, "import.finished", { importId, created, changed, unchanged, wrong, duplicate });
    return updated !== undefined;
  });

export const clearProblems = (tx: Tx, organizationId: string, importId: string) =>
  tx.deleteFrom("import_problems").where("organization_id", "=", organizationId).where("import_id", "=", importId).execute();

const keepProblems = async (tx: Tx, organizationId: string, importId: string, problems: Problem[]) => {
  if (problems.length === 0) return;
  await sql`
    insert into import_problems (organization_id, import_id, row_number, kind, reasons, cells)
    select ${organizationId}::uuid, ${importId}::uuid, * from unnest(${problems.map((one) => one.row)}::int[], ${problems.map((one) => one.kind)}::text[],
      ${problems.map((one) => JSON.stringify(one.reasons))}::jsonb[], ${problems.map((one) => JSON.stringify(one.cells))}::jsonb[])
    on conflict (organization_id, import_id, row_number) do nothing`.execute(tx);
};

const sum = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(Object.entries(a).map(([key, count]) => [key, count + b[key as keyof Counts]])) as Counts;
