import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { dealPage, lockDeal, mainContact } from "./deal.ts";
import { requireReason } from "./deal-facts.ts";
import type { DealMove } from "./deals.api.ts";
import { rankAt } from "./rank.ts";
import { lockStage } from "./stages.ts";

/**
 * To a stage, and a place in its column. The stage is held before the deal, everywhere in one order: moves at once come one after the
 * other, and the later one sees what the earlier did. Moving where it already stands changes nothing and tells nobody.
 */
export const moveDeal = (ctx: Ctx, dealId: string, move: z.output<typeof DealMove>) =>
  ctx.transaction(async (tx) => {
    const stage = await lockStage(tx, ctx, move.stageId);
    const deal = await lockDeal(tx, ctx, dealId);
    const from = deal.stage_id;
    if (move.fromStageId !== undefined && move.fromStageId !== from && from !== stage.id)
      throw conflict("deal_moved", "Somebody has moved this deal meanwhile.", "Look where it is now, and move it again.", "fromStageId");
    await requireReason(tx, ctx, move.reasonId, stage.kind);
    const stays = from === stage.id;
    const placed = move.beforeId !== undefined || move.afterId !== undefined;
    const rank = stays && !placed ? deal.rank : await rankAt(tx, ctx, stage.id, move, dealId);
    const now = new Date();
    const reason_id = move.reasonId === undefined ? (stays ? deal.reason_id : null) : move.reasonId;
    const reason_note = move.reasonNote === undefined ? (stays ? deal.reason_note : null) : move.reasonNote || null;
    await tx
      .updateTable("deals")
      .set({
        rank,
        reason_id,
        reason_note,
        updated_at: now,
        ...(stays
          ? {}
          : { stage_id: stage.id, pipeline_id: stage.pipelineId, stage_since: now, closed_at: stage.kind === "open" ? null : now }),
      })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", dealId)
      .execute();
    if (!stays) {
      await tx
        .insertInto("deal_moves")
        .values({
          organization_id: ctx.organizationId,
          id: newId(),
          deal_id: dealId,
          from_stage_id: from,
          to_stage_id: stage.id,
          member_id: memberOf(ctx),
          at: now,
        })
        .execute();
      const contactId = await mainContact(tx, ctx.organizationId, dealId);
      await emit(tx, ctx, "deal.stage_changed", { dealId, contactId, pipelineId: stage.pipelineId, from, to: stage.id });
      await emitDecision(tx, ctx, stage.kind, { id: dealId, value: deal.value, currency: deal.currency, reason_id, contactId });
    }
    return dealPage(tx, ctx.organizationId, dealId);
  });

export const memberOf = (ctx: Pick<Ctx, "actor">): string | null => (ctx.actor.kind === "member" ? ctx.actor.memberId : null);

type Decided = { id: string; value: string; currency: string; reason_id: string | null; contactId: string | null };

export const emitDecision = async (tx: Tx, ctx: Ctx, kind: "open" | "won" | "lost", deal: Decided) => {
  if (kind === "open") return;
  const { id: dealId, contactId, value, currency, reason_id: reasonId } = deal;
  await emit(tx, ctx, `deal.${kind}`, { dealId, contactId, value, currency, reasonId });
};
