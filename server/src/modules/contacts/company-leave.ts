import { sql } from "kysely";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { companyPage, requireCompany } from "./company.ts";
import { settlePeople } from "./company-people.ts";

/** The people stay, without a company. */
export const deleteCompany = (ctx: Ctx, companyId: string) =>
  ctx.transaction(async (tx) => {
    await requireCompany(tx, ctx.organizationId, companyId);
    await tx
      .updateTable("companies")
      .set({ gone_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", companyId)
      .execute();
    // Whoever was on the way into it is on the way to none.
    await tx
      .updateTable("companies")
      .set({ merged_into: null })
      .where("organization_id", "=", ctx.organizationId)
      .where("merged_into", "=", companyId)
      .execute();
    await audit(tx, ctx, "company.deleted", { companyId }, {});
    await emit(tx, ctx, "company.deleted", { companyId });
    await settlePeople(tx, ctx, companyId);
  });

/**
 * Gives up `otherId` for `companyId`: what the kept one does not know is taken over, its people follow. What higher layers keep of the other
 * one must have moved before, in the same transaction.
 */
export const mergeCompany = async (tx: Tx, ctx: Ctx, companyId: string, otherId: string) => {
  if (companyId === otherId) throw invalid("otherId", "A company cannot be merged with itself.", "Choose another one.");
  // In the order of ids, whoever asks which way around.
  const rows = new Map<string, Awaited<ReturnType<typeof requireCompany>>>();
  for (const id of [companyId, otherId].sort()) rows.set(id, await requireCompany(tx, ctx.organizationId, id));
  const [kept, other] = [rows.get(companyId), rows.get(otherId)];
  if (!kept || !other) throw notFound("company");
  const taken = Object.fromEntries(
    (["domain", "website", "phone", "industry", "size", "address", "country", "owner_id"] as const).flatMap((column) =>
      kept[column] === null && other[column] !== null ? [[column, other[column]]] : [],
    ),
  );
  const notes = [kept.notes, other.notes].filter(Boolean).join("\n\n").slice(0, 10_000) || null;
  await tx
    .updateTable("companies")
    .set({ ...taken, notes, updated_at: new Date() })
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", companyId)
    .execute();
  await tx
    .updateTable("companies")
    .set({ gone_at: sql`coalesce(gone_at, now())`, merged_into: companyId })
    .where("organization_id", "=", ctx.organizationId)
    .where((eb) => eb.or([eb("id", "=", otherId), eb("merged_into", "=", otherId)]))
    .execute();
  await audit(tx, ctx, "company.merged", { companyId }, { otherCompanyId: otherId });
  await emit(tx, ctx, "company.merged", { companyId, otherCompanyId: otherId });
  await settlePeople(tx, ctx, otherId);
  return companyPage(tx, ctx.organizationId, companyId);
};
