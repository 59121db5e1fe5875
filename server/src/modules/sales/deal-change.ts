import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { dealPage, lockDeal, mainContact } from "./deal.ts";
import { setDealContacts } from "./deal-create.ts";
import { requireCompanyOf, requireContacts, requireMember, requireReason } from "./deal-facts.ts";
import type { DealChange } from "./deals.api.ts";

type Change = z.output<typeof DealChange>;

/** Writes what differs. A change to what already holds changes nothing and tells nobody. */
export const changeDeal = (ctx: Ctx, dealId: string, change: Change) =>
  ctx.transaction(async (tx) => {
    const people = change.contactIds && (await requireContacts(tx, ctx, change.contactIds, "contactIds"));
    await requireMember(tx, ctx, change.ownerId, "ownerId");
    await requireCompanyOf(tx, ctx, change.companyId);
    const deal = await lockDeal(tx, ctx, dealId);
    if (change.reasonId) await requireReason(tx, ctx, change.reasonId, await kindOf(tx, ctx, deal.stage_id));
    const wanted: Record<string, unknown> = {
      title: change.title,
      value: change.value,
      currency: change.currency,
      probability: change.probability,
      expected_on: change.expectedOn,
      company_id: change.companyId,
      owner_id: change.ownerId,
      reason_id: change.reasonId,
      reason_note: change.reasonNote === undefined ? undefined : change.reasonNote || null,
    };
    const before: Record<string, unknown> = deal;
    const changed = Object.entries(wanted).filter(([column, value]) => value !== undefined && before[column] !== value);
    const fields = changed.map(([column]) => nameOf[column] ?? column);
    if (
      people &&
      (await contactsDiffer(
        tx,
        ctx,
        dealId,
        people.map((person) => person.id),
      ))
    ) {
      await setDealContacts(
        tx,
        ctx,
        dealId,
        people.map((person) => person.id),
      );
      fields.push("contactIds");
    }
    if (fields.length > 0) {
      await tx
        .updateTable("deals")
        .set({ ...Object.fromEntries(changed), updated_at: new Date() })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", dealId)
        .execute();
      await emit(tx, ctx, "deal.changed", { dealId, contactId: await mainContact(tx, ctx.organizationId, dealId), fields });
    }
    return dealPage(tx, ctx.organizationId, dealId);
  });

/** With its tasks and activities. */
export const deleteDeal = (ctx: Ctx, dealId: string) =>
  ctx.transaction(async (tx) => {
    await lockDeal(tx, ctx, dealId);
    const contactId = await mainContact(tx, ctx.organizationId, dealId);
    await tx.deleteFrom("deals").where("organization_id", "=", ctx.organizationId).where("id", "=", dealId).execute();
    await audit(tx, ctx, "deal.deleted", { dealId });
    await emit(tx, ctx, "deal.deleted", { dealId, contactId });
  });

const nameOf: Record<string, string> = {
  expected_on: "expectedOn",
  company_id: "companyId",
  owner_id: "ownerId",
  reason_id: "reasonId",
  reason_note: "reasonNote",
};

const kindOf = async (tx: Tx, ctx: Ctx, stageId: string) => {
  const stage = await tx
    .selectFrom("deal_stages")
    .select("kind")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", stageId)
    .executeTakeFirstOrThrow();
  return stage.kind as "open" | "won" | "lost";
};

const contactsDiffer = async (tx: Tx, ctx: Ctx, dealId: string, ids: string[]) => {
  const rows = await tx
    .selectFrom("deal_contacts")
    .select("contact_id")
    .where("organization_id", "=", ctx.organizationId)
    .where("deal_id", "=", dealId)
    .orderBy("position")
    .orderBy("contact_id")
    .execute();
  return rows.map((row) => row.contact_id).join() !== ids.join();
};
