import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { dealPage } from "./deal.ts";
import { requireCompanyOf, requireContacts, requireMember, requireReason } from "./deal-facts.ts";
import { emitDecision, memberOf } from "./deal-move.ts";
import type { DealRequest } from "./deals.api.ts";
import { pipelinesOf, requirePipeline } from "./pipelines.ts";
import { rankAt } from "./rank.ts";
import { lockStage, openStages } from "./stages.ts";

type Request = z.output<typeof DealRequest>;

/** At the top of its column. */
export const createDeal = (ctx: Ctx, request: Request) =>
  ctx.transaction(async (tx) => {
    const people = await requireContacts(tx, ctx, request.contactIds ?? [], "contactIds");
    await requireMember(tx, ctx, request.ownerId, "ownerId");
    await requireCompanyOf(tx, ctx, request.companyId);
    const stage = await stageFor(tx, ctx, request);
    await requireReason(tx, ctx, request.reasonId, stage.kind);
    const pipeline = await requirePipeline(tx, ctx, stage.pipelineId);
    const now = new Date();
    const deal = {
      id: newId(),
      value: request.value ?? "0",
      currency: request.currency ?? pipeline.currency,
      reason_id: request.reasonId ?? null,
    };
    await tx
      .insertInto("deals")
      .values({
        ...deal,
        organization_id: ctx.organizationId,
        pipeline_id: stage.pipelineId,
        stage_id: stage.id,
        rank: await rankAt(tx, ctx, stage.id, {}, null),
        title: request.title,
        probability: request.probability ?? null,
        expected_on: request.expectedOn ?? null,
        company_id: request.companyId === undefined ? (people[0]?.company_id ?? null) : request.companyId,
        owner_id: request.ownerId === undefined ? memberOf(ctx) : request.ownerId,
        reason_note: request.reasonNote || null,
        closed_at: stage.kind === "open" ? null : now,
        stage_since: now,
      })
      .execute();
    await setDealContacts(
      tx,
      ctx,
      deal.id,
      people.map((person) => person.id),
    );
    await tx
      .insertInto("deal_moves")
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        deal_id: deal.id,
        to_stage_id: stage.id,
        member_id: memberOf(ctx),
        at: now,
      })
      .execute();
    const contactId = people[0]?.id ?? null;
    const { value, currency } = deal;
    await emit(tx, ctx, "deal.created", { dealId: deal.id, contactId, pipelineId: stage.pipelineId, stageId: stage.id, value, currency });
    await emitDecision(tx, ctx, stage.kind, { ...deal, contactId });
    return dealPage(tx, ctx.organizationId, deal.id);
  });

const stageFor = async (tx: Tx, ctx: Ctx, request: Request) => {
  if (request.stageId) {
    const stage = await lockStage(tx, ctx, request.stageId, request.pipelineId).catch(() => null);
    if (!stage) throw invalid("stageId", "There is no such stage in this pipeline.", "Choose one of GET /pipelines.");
    return stage;
  }
  const pipelineId = request.pipelineId ?? (await pipelinesOf(tx, ctx.organizationId))[0]?.id;
  if (!pipelineId) throw notFound("pipeline");
  if (request.pipelineId) await requirePipeline(tx, ctx, pipelineId);
  const [first] = await openStages(tx, ctx, pipelineId);
  if (!first) throw notFound("stage");
  return lockStage(tx, ctx, first);
};

/** The whole list, the main person first. */
export const setDealContacts = async (tx: Tx, ctx: Ctx, dealId: string, contactIds: string[]) => {
  const ids = [...new Set(contactIds)];
  await tx
    .deleteFrom("deal_contacts")
    .where("organization_id", "=", ctx.organizationId)
    .where("deal_id", "=", dealId)
    .$if(ids.length > 0, (q) => q.where("contact_id", "not in", ids))
    .execute();
  if (ids.length === 0) return;
  await tx
    .insertInto("deal_contacts")
    .values(ids.map((id, position) => ({ organization_id: ctx.organizationId, deal_id: dealId, contact_id: id, position })))
    .onConflict((clash) =>
      clash.columns(["organization_id", "deal_id", "contact_id"]).doUpdateSet((eb) => ({ position: eb.ref("excluded.position") })),
    )
    .execute();
};
