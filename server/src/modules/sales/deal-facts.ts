import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";

/** Refuses whom or what a deal or task may not name; the same words for a foreign organization's and for one that never was. */
export const requireMember = async (tx: Tx, ctx: Ctx, memberId: string | null | undefined, field: string) => {
  if (!memberId) return;
  const member = await tx
    .selectFrom("members")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", memberId)
    .where("deactivated_at", "is", null)
    .executeTakeFirst();
  if (!member) throw invalid(field, "This is no active member of the organization.", "Choose one of GET /members who is active.");
};

export const requireCompanyOf = async (tx: Tx, ctx: Ctx, companyId: string | null | undefined) => {
  if (!companyId) return;
  const company = await tx
    .selectFrom("companies")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", companyId)
    .where("gone_at", "is", null)
    .forKeyShare()
    .executeTakeFirst();
  if (!company) throw invalid("companyId", "There is no such company.", "Choose one of GET /companies.");
};

/** Held, so that nobody is erased or merged away in between. */
export const requireContacts = async (
  tx: Tx,
  ctx: Ctx,
  contactIds: string[],
  field: string,
): Promise<{ id: string; company_id: string | null }[]> => {
  const ids = [...new Set(contactIds)];
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("contacts")
    .select(["id", "company_id"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "in", ids)
    .orderBy("id")
    .forKeyShare()
    .execute();
  if (rows.length < ids.length) throw invalid(field, "There is no such contact.", "Choose from GET /contacts.");
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
};

export const requireReason = async (tx: Tx, ctx: Ctx, reasonId: string | null | undefined, kind: "open" | "won" | "lost") => {
  if (!reasonId) return;
  if (kind === "open") throw invalid("reasonId", "The deal is still open.", "Give a reason when it is won or lost.");
  const reason = await tx
    .selectFrom("deal_reasons")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", reasonId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (!reason) throw invalid("reasonId", `There is no such reason for a deal that is ${kind}.`, "Choose one of GET /deal-reasons.");
};
