import { type Selectable, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Companies } from "../../kernel/db/schema.types.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { Company } from "./companies.api.ts";

export type CompanyRow = Selectable<Companies>;
/** Nobody counts further: no list costs more because one company has many people. */
const mostPeople = 1000;

export const readCompany = (ctx: Ctx, companyId: string) => ctx.transaction((tx) => companyPage(tx, ctx.organizationId, companyId));

export const companyPage = async (tx: Tx, organizationId: string, companyId: string) => {
  const row = await tx
    .selectFrom("companies")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", companyId)
    .where("gone_at", "is", null)
    .executeTakeFirst();
  const [company] = row ? await presentCompanies(tx, organizationId, [row]) : [];
  if (!company) throw notFound("company");
  return company;
};

/** Refuses where there is no such company, or it is being deleted; holds it until the transaction ends. */
export const requireCompany = async (tx: Tx, organizationId: string, companyId: string): Promise<CompanyRow> => {
  const row = await tx
    .selectFrom("companies")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", companyId)
    .where("gone_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("company");
  return row;
};

export const presentCompanies = async (tx: Tx, organizationId: string, rows: CompanyRow[]): Promise<z.input<typeof Company>[]> => {
  if (rows.length === 0) return [];
  const { rows: counted } = await sql<{ id: string; people: number }>`
    select k.id, (select count(*)::int from (select from contacts c where c.organization_id = ${organizationId} and c.company_id = k.id limit ${mostPeople}) capped) as people
      from unnest(${rows.map((row) => row.id)}::uuid[]) as k (id)`.execute(tx);
  const people = new Map(counted.map((row) => [row.id, row.people]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    domain: row.domain,
    website: row.website,
    phone: row.phone,
    industry: row.industry,
    size: row.size as z.input<typeof Company>["size"],
    address: row.address,
    country: row.country,
    notes: row.notes,
    ownerId: row.owner_id,
    people: people.get(row.id) ?? 0,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
};
