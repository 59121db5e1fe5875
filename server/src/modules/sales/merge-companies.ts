import type { Ctx } from "../../kernel/module.ts";
import { mergeCompany, requireCompany } from "../contacts/index.ts";

/** What refers to the company that is given up moves before its row goes. */
export const mergeCompanies = (ctx: Ctx, companyId: string, otherId: string) =>
  ctx.transaction(async (tx) => {
    for (const id of [companyId, otherId].sort()) await requireCompany(tx, ctx.organizationId, id);
    for (const table of ["deals", "tasks", "activities"] as const)
      await tx
        .updateTable(table)
        .set({ company_id: companyId })
        .where("organization_id", "=", ctx.organizationId)
        .where("company_id", "=", otherId)
        .execute();
    return mergeCompany(tx, ctx, companyId, otherId);
  });
