import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid } from "../../kernel/errors.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import { type Actor, type Ctx, contextFor } from "../../kernel/module.ts";
import { oneAtATime, told } from "./pipelines.ts";
import { lockStage, openStages } from "./stages.ts";

const batch = 500;

/**
 * Takes a stage out; the deals in it go to `successorId`, many of them in the background. The row stays: the history of deals names it.
 * Won and lost stay for good, and so does the last open stage.
 */
export const removeStage = (ctx: Ctx, pipelineId: string, stageId: string, successorId: string) =>
  ctx.transaction(async (tx) => {
    await oneAtATime(tx, ctx);
    const stage = await lockStage(tx, ctx, stageId, pipelineId);
    if (stage.kind !== "open")
      throw conflict("deciding_stage", "Every pipeline has a stage for won and one for lost.", "Rename it instead.");
    const open = await openStages(tx, ctx, pipelineId);
    if (open.length < 2) throw conflict("last_stage", "This is the only open stage of the pipeline.", "Add another one first.");
    if (successorId === stageId || !open.includes(successorId))
      throw invalid("successorId", "This is no other open stage of the pipeline.", "Choose one of GET /pipelines.");
    await sql`update deal_stages set removed_at = coalesce(removed_at, now()), successor_id = ${successorId}
               where organization_id = ${ctx.organizationId} and (id = ${stageId} or successor_id = ${stageId})`.execute(tx);
    await moveOn(tx, ctx, stageId);
    return told(tx, ctx, pipelineId, "pipeline.stage_removed");
  });

/** As many as one short transaction bears, to the end of the successor's column, in the order they had. */
const moveOn = async (tx: Tx, ctx: Pick<Ctx, "organizationId" | "actor">, stageId: string) => {
  const { organizationId } = ctx;
  const found = await tx
    .selectFrom("deal_stages")
    .select("successor_id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", stageId)
    .executeTakeFirst();
  const to = found?.successor_id;
  if (!to) return;
  await sql`select from deal_stages where organization_id = ${organizationId} and id = ${to} for no key update`.execute(tx);
  const { rows } = await sql<{ id: string; pipeline_id: string; contact_id: string | null }>`
    with due as (select id, row_number() over (order by rank, id) as place from (
           select id, rank from deals where organization_id = ${organizationId} and stage_id = ${stageId} order by rank, id limit ${batch} for update) d),
         last as (select coalesce(max(rank), 0) as rank from deals where organization_id = ${organizationId} and stage_id = ${to})
    update deals d set stage_id = ${to}, rank = last.rank + due.place * 1024, stage_since = now(), updated_at = now()
      from due, last where d.organization_id = ${organizationId} and d.id = due.id
    returning d.id, d.pipeline_id, (select p.contact_id from deal_contacts p where p.organization_id = d.organization_id and p.deal_id = d.id
                                     order by p.position, p.contact_id limit 1) as contact_id`.execute(tx);
  if (rows.length > 0)
    await tx
      .insertInto("deal_moves")
      .values(
        rows.map((row) => ({
          organization_id: organizationId,
          id: newId(),
          deal_id: row.id,
          from_stage_id: stageId,
          to_stage_id: to,
          member_id: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
        })),
      )
      .execute();
  await emitMany(
    tx,
    rows.map((row) => ({
      organizationId,
      name: "deal.stage_changed",
      payload: { dealId: row.id, contactId: row.contact_id, pipelineId: row.pipeline_id, from: stageId, to },
      actor: ctx.actor,
    })),
  );
  if (rows.length === batch) await enqueue(tx, "sales_move_on", { organizationId, stageId, actor: ctx.actor }, { key: `stage:${stageId}` });
};

export const stageJobs: JobBodies = {
  sales_move_on: async (kernel, payload) => {
    const { organizationId, stageId, actor } = payload as { organizationId: string; stageId: string; actor: Actor };
    const ctx = contextFor(kernel, organizationId, actor);
    await ctx.transaction((tx) => moveOn(tx, ctx, stageId));
  },
};
