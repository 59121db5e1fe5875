import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import { type Ctx, type Kernel, systemContext } from "../../kernel/module.ts";
import { defaultStage } from "./facts.ts";
import { keyFor } from "./field-options.ts";
import { maximumStages, type StageChange, type StageRequest } from "./stage.api.ts";
import { writeContacts } from "./write.ts";

export const listStages = (ctx: Ctx) => ctx.transaction(async (tx) => ({ items: await stagesOf(tx, ctx.organizationId) }));

/** In their order, without those taken away. */
export const stagesOf = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom("stages")
    .select(["key", "name", "hue"])
    .where("organization_id", "=", organizationId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("key")
    .execute();

export const makeStage = (ctx: Ctx, request: z.output<typeof StageRequest>) =>
  ctx.transaction(async (tx) => {
    const all = await lockStages(tx, ctx.organizationId);
    if (all.filter((stage) => stage.removed_at === null).length >= maximumStages)
      throw conflict("too_many_stages", `An organization has at most ${maximumStages} stages.`, "Remove one first.");
    requireOwnName(all, request.name);
    const taken = all.map((stage) => stage.key);
    if (request.key !== undefined && taken.includes(request.key))
      throw conflict("stage_exists", "There is or was a stage of this key.", "Choose another key.", "key");
    const stage = {
      key: request.key ?? keyFor(request.name, taken, "stage"),
      name: request.name,
      hue: request.hue ?? (all.length % 6) + 1,
    };
    await tx
      .insertInto("stages")
      .values({ organization_id: ctx.organizationId, ...stage, position: Math.max(0, ...all.map((each) => each.position)) + 1 })
      .execute();
    await emit(tx, ctx, "stage.created", { key: stage.key });
    return stage;
  });

export const changeStage = (ctx: Ctx, key: string, change: z.output<typeof StageChange>) =>
  ctx.transaction(async (tx) => {
    const all = await lockStages(tx, ctx.organizationId);
    const { name, hue } = requireStage(all, key);
    if (change.name !== undefined) requireOwnName(all, change.name, key);
    const after = { name: change.name ?? name, hue: change.hue ?? hue };
    if (after.name !== name || after.hue !== hue) {
      await tx.updateTable("stages").set(after).where("organization_id", "=", ctx.organizationId).where("key", "=", key).execute();
      await emit(tx, ctx, "stage.changed", { key });
    }
    return { key, ...after };
  });

export const orderStages = (ctx: Ctx, keys: string[]) =>
  ctx.transaction(async (tx) => {
    const there = (await lockStages(tx, ctx.organizationId)).filter((stage) => stage.removed_at === null);
    if (keys.length !== there.length || there.some((stage) => !keys.includes(stage.key)))
      throw invalid("keys", "The order names every stage once.", "Read GET /stages again: another member may have added one.");
    for (const [at, key] of keys.entries())
      await tx
        .updateTable("stages")
        .set({ position: at + 1 })
        .where("organization_id", "=", ctx.organizationId)
        .where("key", "=", key)
        .execute();
    return { items: await stagesOf(tx, ctx.organizationId) };
  });

/** Whoever is in it goes to the successor, by a job; its row stays for the history to name it. */
export const removeStage = (ctx: Ctx, key: string, successor: string) =>
  ctx.transaction(async (tx) => {
    const all = await lockStages(tx, ctx.organizationId);
    requireStage(all, key);
    if (key === defaultStage) throw conflict("stage_needed", "New contacts begin in this stage.", "Rename it instead.");
    if (successor === key || !all.some((stage) => stage.key === successor && stage.removed_at === null))
      throw invalid("successor", "There is no such stage to go to.", "Name another stage of GET /stages.");
    await tx
      .updateTable("stages")
      .set({ removed_at: new Date(), successor })
      .where("organization_id", "=", ctx.organizationId)
      .where("key", "=", key)
      .execute();
    await enqueue(
      tx,
      "contacts_leave_stage",
      { organizationId: ctx.organizationId, stage: key },
      { key: `stage:${ctx.organizationId}:${key}` },
    );
    await audit(tx, ctx, "stage.removed", { key }, { successor });
    await emit(tx, ctx, "stage.removed", { key, successor });
  });

type Row = { key: string; name: string | null; hue: number; position: number; removed_at: Date | null; successor: string | null };
/** Held against writers too: nobody is put into a stage while it is taken away. */
const lockStages = (tx: Tx, organizationId: string): Promise<Row[]> =>
  tx
    .selectFrom("stages")
    .select(["key", "name", "hue", "position", "removed_at", "successor"])
    .where("organization_id", "=", organizationId)
    .orderBy("key")
    .forUpdate()
    .execute();

const requireStage = (all: Row[], key: string): Row => {
  const found = all.find((stage) => stage.key === key && stage.removed_at === null);
  if (!found) throw notFound("stage");
  return found;
};

const requireOwnName = (all: Row[], name: string, key?: string) => {
  const twin = all.find((stage) => stage.key !== key && stage.removed_at === null && stage.name?.toLowerCase() === name.toLowerCase());
  if (twin) throw conflict("stage_exists", "There is a stage of this name.", `See the stage ${twin.key}.`, "name");
};

const batch = 500;
/** Each batch is a change like any other: told, kept in the history, and done once however often the job begins. */
const leaveStage = async (kernel: Kernel, organizationId: string, key: string): Promise<void> => {
  const ctx = systemContext(kernel, organizationId, "stages");
  for (let moved = batch; moved === batch; )
    moved = await ctx.transaction(async (tx) => {
      const rows = await tx
        .selectFrom("contacts")
        .select("id")
        .where("organization_id", "=", organizationId)
        .where("stage", "=", key)
        .orderBy("id")
        .limit(batch)
        .execute();
      const stage = await standing(tx, organizationId, key);
      await writeContacts(
        tx,
        ctx,
        rows.map((row) => ({ contactId: row.id, facts: { stage } })),
      );
      return rows.length;
    });
};

/** The successor may have been taken away meanwhile: then its own counts. */
const standing = async (tx: Tx, organizationId: string, key: string): Promise<string> => {
  const rows = await tx
    .selectFrom("stages")
    .select(["key", "removed_at", "successor"])
    .where("organization_id", "=", organizationId)
    .execute();
  const next = (at: string, steps: number): string => {
    const row = rows.find((stage) => stage.key === at);
    return row?.removed_at && row.successor && steps > 0 ? next(row.successor, steps - 1) : (row?.key ?? defaultStage);
  };
  return next(key, rows.length);
};

export const stageJobs: JobBodies = {
  contacts_leave_stage: (kernel, payload) => leaveStage(kernel, String(payload.organizationId), String(payload.stage)),
};
