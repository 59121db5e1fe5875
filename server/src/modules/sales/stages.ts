import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { mostStages, type StageChange, type StageRequest } from "./pipelines.api.ts";
import { oneAtATime, requirePipeline, told } from "./pipelines.ts";

/** Behind the last open one: won and lost stay at the end. */
export const addStage = (ctx: Ctx, pipelineId: string, request: z.output<typeof StageRequest>) =>
  ctx.transaction(async (tx) => {
    await oneAtATime(tx, ctx);
    await requirePipeline(tx, ctx, pipelineId);
    const open = await openStages(tx, ctx, pipelineId);
    if (open.length >= mostStages - 2) throw conflict("too_many", `A pipeline has at most ${mostStages} stages.`, "Remove one first.");
    const id = newId();
    await tx
      .insertInto("deal_stages")
      .values({
        organization_id: ctx.organizationId,
        id,
        pipeline_id: pipelineId,
        name: request.name,
        kind: "open",
        probability: request.probability,
        hue: request.hue ?? (open.length % 6) + 1,
        position: open.length + 1,
      })
      .execute();
    await number(tx, ctx, pipelineId, [...open, id]);
    return told(tx, ctx, pipelineId, "pipeline.stage_added");
  });

export const changeStage = (ctx: Ctx, pipelineId: string, stageId: string, change: z.output<typeof StageChange>) =>
  ctx.transaction(async (tx) => {
    const stage = await lockStage(tx, ctx, stageId, pipelineId);
    if (change.probability !== undefined && change.probability !== stage.probability && stage.kind !== "open")
      throw invalid("probability", "What is won is sure, and what is lost is, too.", "Change it in open stages.");
    if (Object.values(change).some((value) => value !== undefined))
      await tx.updateTable("deal_stages").set(change).where("organization_id", "=", ctx.organizationId).where("id", "=", stageId).execute();
    return told(tx, ctx, pipelineId, "pipeline.stage_changed");
  });

export const orderStages = (ctx: Ctx, pipelineId: string, stageIds: string[]) =>
  ctx.transaction(async (tx) => {
    await oneAtATime(tx, ctx);
    await requirePipeline(tx, ctx, pipelineId);
    const open = new Set(await openStages(tx, ctx, pipelineId));
    if (new Set(stageIds).size !== open.size || stageIds.length !== open.size || stageIds.some((id) => !open.has(id)))
      throw invalid(
        "stageIds",
        "These are not the open stages of the pipeline.",
        "Name each of GET /pipelines once, without won and lost.",
      );
    await number(tx, ctx, pipelineId, stageIds);
    return told(tx, ctx, pipelineId, "pipeline.stages_ordered");
  });

/** A stage of today, held until the transaction ends: whoever puts a deal into it or orders its column comes one after the other. */
export const lockStage = async (tx: Tx, ctx: Ctx, stageId: string, pipelineId?: string) => {
  const stage = await tx
    .selectFrom("deal_stages")
    .select(["id", "pipeline_id", "kind", "probability"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", stageId)
    .$if(pipelineId !== undefined, (q) => q.where("pipeline_id", "=", pipelineId ?? ""))
    .where("removed_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!stage) throw notFound("stage");
  return { id: stage.id, pipelineId: stage.pipeline_id, kind: stage.kind as "open" | "won" | "lost", probability: stage.probability };
};

export const openStages = async (tx: Tx, ctx: Ctx, pipelineId: string) => {
  const rows = await tx
    .selectFrom("deal_stages")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("pipeline_id", "=", pipelineId)
    .where("kind", "=", "open")
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
};

const number = (tx: Tx, ctx: Ctx, pipelineId: string, ids: string[]) =>
  sql`update deal_stages s set position = coalesce(array_position(${ids}::uuid[], s.id), ${mostStages}::int + case s.kind when 'won' then 1 else 2 end)
       where s.organization_id = ${ctx.organizationId} and s.pipeline_id = ${pipelineId} and s.removed_at is null`.execute(tx);
