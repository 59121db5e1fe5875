import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { CompanyChange, CompanyRequest } from "./companies.api.ts";
import { companyPage, requireCompany } from "./company.ts";
import { companyColumns } from "./company-facts.ts";
import { settlePeople } from "./company-people.ts";

export const createCompany = (ctx: Ctx, request: z.output<typeof CompanyRequest>) =>
  ctx.transaction(async (tx) => {
    const id = newId();
    const columns = await companyColumns(tx, ctx.organizationId, request);
    const made = await tx
      .insertInto("companies")
      .values({ ...columns, organization_id: ctx.organizationId, id, name: request.name })
      .onConflict((clash) => clash.columns(["organization_id", "folded"]).where("gone_at", "is", null).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made) throw await nameTaken(tx, ctx, request.name);
    await emit(tx, ctx, "company.created", { companyId: id });
    return companyPage(tx, ctx.organizationId, id);
  });

/** Writes what differs. Its people carry the name beside the id: they follow a new one, many of them in the background. */
export const changeCompany = (ctx: Ctx, companyId: string, change: z.output<typeof CompanyChange>) =>
  ctx.transaction(async (tx) => {
    const row: Record<string, unknown> = await requireCompany(tx, ctx.organizationId, companyId);
    const columns = await companyColumns(tx, ctx.organizationId, change);
    const changed = Object.entries(columns).filter(([column, value]) => row[column] !== value);
    if (changed.length > 0) {
      const renamed = changed.some(([column]) => column === "name");
      if (renamed && columns.name !== undefined) await requireFreeName(tx, ctx, companyId, columns.name);
      await tx
        .updateTable("companies")
        .set({ ...Object.fromEntries(changed), updated_at: new Date() })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", companyId)
        .execute();
      const fields = changed.map(([column]) => (column === "owner_id" ? "ownerId" : column));
      await emit(tx, ctx, "company.updated", { companyId, fields });
      if (renamed) await settlePeople(tx, ctx, companyId);
    }
    return companyPage(tx, ctx.organizationId, companyId);
  });

const twinOf = (tx: Tx, ctx: Ctx, name: string) =>
  tx
    .selectFrom("companies")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("folded", "=", sql<string>`candor_fold(${name})`)
    .where("gone_at", "is", null)
    .executeTakeFirst();

const nameTaken = async (tx: Tx, ctx: Ctx, name: string) => {
  const twin = await twinOf(tx, ctx, name);
  return conflict(
    "company_exists",
    "There is a company of this name.",
    twin ? `Use company ${twin.id}, or merge the two.` : undefined,
    "name",
  );
};

const requireFreeName = async (tx: Tx, ctx: Ctx, companyId: string, name: string) => {
  const twin = await twinOf(tx, ctx, name);
  if (twin && twin.id !== companyId) throw await nameTaken(tx, ctx, name);
};
