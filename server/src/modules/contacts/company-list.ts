import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type PageQuery, readCursor, toPage } from "../../kernel/page.ts";
import type { CompanyQuery } from "./companies.api.ts";
import { presentCompanies, requireCompany } from "./company.ts";
import { cursorId } from "./cursor.ts";
import { presentSummaries } from "./present.ts";

type Query = z.output<typeof CompanyQuery>;
type Place = { folded: string; id: string };

/** By name. */
export const listCompanies = (ctx: Ctx, query: Query) =>
  ctx.transaction(async (tx) => {
    const after = placeOf(query.after);
    const found = query.search?.trim() ? await searchIds(tx, ctx.organizationId, query, after) : null;
    const rows = await tx
      .selectFrom("companies")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where("gone_at", "is", null)
      .$if(query.owner !== undefined && found === null, (q) => q.where("owner_id", "=", query.owner ?? ""))
      .$if(found !== null, (q) => q.where("id", "in", found?.length ? found : ["00000000-0000-0000-0000-000000000000"]))
      .$if(found === null && after !== null, (q) => q.where(sql<boolean>`(folded, id) > (${after?.folded}, ${after?.id}::uuid)`))
      .orderBy("folded")
      .orderBy("id")
      .limit(query.limit + 1)
      .execute();
    const items = await presentCompanies(tx, ctx.organizationId, rows);
    const places = new Map(rows.map((row) => [row.id, row.folded ?? ""]));
    return toPage(
      items,
      query.limit,
      (item) => item,
      (item) => [places.get(item.id) ?? "", item.id],
    );
  });

const searchIds = async (tx: Tx, organizationId: string, query: Query, after: Place | null): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from candor_search_companies(${organizationId}, ${(query.search ?? "").replaceAll("\u0000", "")}, ${after?.folded ?? null}, ${after?.id ?? null}::uuid, ${query.owner ?? null}::uuid, ${query.limit + 1}::int) as id`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

const placeOf = (after: string | undefined): Place | null => {
  const [folded, id] = readCursor(after, 2) ?? [];
  if (folded === undefined || id === undefined) return null;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || folded.includes("\u0000"))
    throw invalid("after", "This is not a page cursor of this list.", "Pass the `next` of the page before, unchanged.");
  return { folded, id };
};

/** The contacts that belong to it, newest first. */
export const listPeople = (ctx: Ctx, companyId: string, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    await requireCompany(tx, ctx.organizationId, companyId);
    const before = cursorId(query.after);
    const rows = await tx
      .selectFrom("contacts")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where("company_id", "=", companyId)
      .$if(before !== undefined, (q) => q.where("id", "<", before ?? ""))
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    return toPage(
      await presentSummaries(tx, ctx.organizationId, rows),
      query.limit,
      (item) => item,
      (item) => [item.id],
    );
  });
