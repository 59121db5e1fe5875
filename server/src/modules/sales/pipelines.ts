import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { mostPipelines, type Pipeline, type PipelineChange, type PipelineRequest } from "./pipelines.api.ts";

/** All of them whole: an organization has a handful. */
export const listPipelines = (ctx: Ctx) =>
  ctx.transaction(async (tx) => ({ items: await pipelinesOf(tx, ctx.organizationId), next: null }));

export const pipelinesOf = async (tx: Tx, organizationId: string): Promise<z.input<typeof Pipeline>[]> => {
  const rows = await tx
    .selectFrom("pipelines")
    .select(["id", "name", "currency"])
    .where("organization_id", "=", organizationId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const stages = await tx
    .selectFrom("deal_stages")
    .select(["id", "pipeline_id", "key", "name", "kind", "probability", "hue"])
    .where("organization_id", "=", organizationId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...row,
    stages: stages
      .filter((stage) => stage.pipeline_id === row.id)
      .map(({ pipeline_id: _, kind, ...stage }) => ({ ...stage, kind: kind as "open" })),
  }));
};

/** With three open stages to begin with. */
export const makePipeline = (ctx: Ctx, request: z.output<typeof PipelineRequest>) =>
  ctx.transaction(async (tx) => {
    await oneAtATime(tx, ctx);
    const all = await pipelinesOf(tx, ctx.organizationId);
    if (all.length >= mostPipelines)
      throw conflict("too_many", `There are ${mostPipelines} pipelines, and cannot be more.`, "Delete one that is not used.");
    const id = newId();
    await tx
      .insertInto("pipelines")
      .values({
        organization_id: ctx.organizationId,
        id,
        name: request.name,
        currency: request.currency ?? all[0]?.currency ?? "USD",
        position: all.length + 1,
      })
      .execute();
    const first = [
      { key: "new", kind: "open", probability: 10, hue: 1 },
      { key: "qualified", kind: "open", probability: 30, hue: 2 },
      { key: "proposal", kind: "open", probability: 60, hue: 4 },
      { key: "won", kind: "won", probability: 100, hue: 3 },
      { key: "lost", kind: "lost", probability: 0, hue: 6 },
    ];
    await tx
      .insertInto("deal_stages")
      .values(first.map((stage, at) => ({ ...stage, organization_id: ctx.organizationId, id: newId(), pipeline_id: id, position: at + 1 })))
      .execute();
    return told(tx, ctx, id, "pipeline.created");
  });

export const changePipeline = (ctx: Ctx, pipelineId: string, change: z.output<typeof PipelineChange>) =>
  ctx.transaction(async (tx) => {
    await oneAtATime(tx, ctx);
    const { position, ...facts } = change;
    await requirePipeline(tx, ctx, pipelineId);
    if (Object.values(facts).some((value) => value !== undefined))
      await tx.updateTable("pipelines").set(facts).where("organization_id", "=", ctx.organizationId).where("id", "=", pipelineId).execute();
    if (position !== undefined) {
      const others = (await pipelinesOf(tx, ctx.organizationId)).map((each) => each.id).filter((id) => id !== pipelineId);
      await number(tx, ctx, others.toSpliced(position - 1, 0, pipelineId));
    }
    return told(tx, ctx, pipelineId, "pipeline.changed");
  });

/** Only an empty one, and never the last. Its stages are locked first, so that no deal comes into them meanwhile. */
export const deletePipeline = (ctx: Ctx, pipelineId: string) =>
  ctx.transaction(async (tx) => {
    await oneAtATime(tx, ctx);
    await requirePipeline(tx, ctx, pipelineId);
    await sql`select from deal_stages where organization_id = ${ctx.organizationId} and pipeline_id = ${pipelineId} order by id for no key update`.execute(
      tx,
    );
    const deal = await tx
      .selectFrom("deals")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where("pipeline_id", "=", pipelineId)
      .limit(1)
      .executeTakeFirst();
    if (deal) throw conflict("pipeline_in_use", "There are deals in this pipeline.", "Move or delete them first.");
    const others = (await pipelinesOf(tx, ctx.organizationId)).map((each) => each.id).filter((id) => id !== pipelineId);
    if (others.length === 0) throw conflict("last_pipeline", "This is the only pipeline.", "Make another one first.");
    await sql`update pipelines set removed_at = now() where organization_id = ${ctx.organizationId} and id = ${pipelineId}`.execute(tx);
    await sql`update deal_stages set removed_at = coalesce(removed_at, now()) where organization_id = ${ctx.organizationId} and pipeline_id = ${pipelineId}`.execute(
      tx,
    );
    await number(tx, ctx, others);
    await audit(tx, ctx, "pipeline.deleted", { pipelineId });
    await emit(tx, ctx, "pipeline.changed", { pipelineId });
  });

/** Two who order or add at once would give two the same place. */
export const oneAtATime = (tx: Tx, ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`pipelines:${ctx.organizationId}`}, 0))`.execute(tx);

export const requirePipeline = async (tx: Tx, ctx: Ctx, pipelineId: string) => {
  const row = await tx
    .selectFrom("pipelines")
    .select(["id", "currency"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", pipelineId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!row) throw notFound("pipeline");
  return row;
};

/** The pipeline as it is now, after saying that it changed. */
export const told = async (tx: Tx, ctx: Ctx, pipelineId: string, action: string) => {
  await audit(tx, ctx, action, { pipelineId });
  await emit(tx, ctx, "pipeline.changed", { pipelineId });
  const pipeline = (await pipelinesOf(tx, ctx.organizationId)).find((each) => each.id === pipelineId);
  if (!pipeline) throw notFound("pipeline");
  return pipeline;
};

const number = (tx: Tx, ctx: Ctx, ids: string[]) =>
  sql`update pipelines p set position = o.position from unnest(${ids}::uuid[]) with ordinality as o (id, position)
       where p.organization_id = ${ctx.organizationId} and p.id = o.id`.execute(tx);
