import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type ContactRow, conditionSql, countMatching, knownNow, matchingIds } from "../contacts/index.ts";
import type { ExportRequest } from "./export.api.ts";

export type Request = z.output<typeof ExportRequest>;
export type ExportRow = ContactRow & { phones: string[]; emails: string[]; tags: string[] };

const pageSize = 1000;

/**
 * The contacts asked for, newest first, a page at a time, each in a short transaction. Ids grow with time: whoever comes after the beginning
 * is not among them, and everybody is met once and as they are when their page is read.
 */
export async function* exportPages(ctx: Ctx, request: Request, begin: string): AsyncGenerator<ExportRow[]> {
  if (request.contactIds) return yield* chosenPages(ctx, request, request.contactIds);
  for (let before: string | null = begin; before !== null; ) {
    const from: string = before;
    const { reached, rows } = await ctx.transaction(async (tx) => {
      const piece = await matchingIds(tx, ctx.organizationId, request, from, pageSize);
      return { reached: piece.reached, rows: await rowsOf(tx, ctx.organizationId, piece.ids) };
    });
    if (rows.length > 0) yield rows;
    before = reached;
  }
}

async function* chosenPages(ctx: Ctx, request: Request, chosen: string[]): AsyncGenerator<ExportRow[]> {
  const ids = [...new Set(chosen)].sort().reverse();
  for (let at = 0; at < ids.length; at += pageSize) {
    const rows = await ctx.transaction(async (tx) => {
      const known = await knownNow(tx, ctx.organizationId);
      const where = [
        sql`c.organization_id = ${ctx.organizationId}`,
        sql`c.id = any(${ids.slice(at, at + pageSize)}::uuid[])`,
        ...request.filter.map((condition) => conditionSql(condition, known)),
      ];
      const found = await sql<{ id: string }>`select c.id from contacts c where ${sql.join(where, sql` and `)}`.execute(tx);
      return rowsOf(
        tx,
        ctx.organizationId,
        found.rows.map((row) => row.id),
      );
    });
    if (rows.length > 0) yield rows;
  }
}

/** By contact alone: told the kind as well, the planner without fresh statistics walks all numbers of the organization for each of them. */
const rowsOf = async (tx: Tx, organizationId: string, ids: string[]): Promise<ExportRow[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<ContactRow>`
    select * from contacts where organization_id = ${organizationId} and id = any(${ids}::uuid[]) order by id desc`.execute(tx);
  const { rows: identities } = await sql<{ contact_id: string; kind: string; value: string }>`
    select contact_id, kind, value from identities
     where organization_id = ${organizationId} and contact_id = any(${ids}::uuid[]) and retired_at is null order by id`.execute(tx);
  const { rows: tags } = await sql<{ contact_id: string; name: string }>`
    select g.contact_id, t.name from contact_tags g join tags t on t.organization_id = g.organization_id and t.id = g.tag_id
     where g.organization_id = ${organizationId} and g.contact_id = any(${ids}::uuid[]) order by lower(t.name)`.execute(tx);
  const identitiesOf = Map.groupBy(identities, (one) => one.contact_id);
  const tagsOf = Map.groupBy(tags, (one) => one.contact_id);
  return rows.map((row) => {
    const own = identitiesOf.get(row.id) ?? [];
    const values = (kind: string) => own.filter((one) => one.kind === kind).map((one) => one.value);
    return { ...row, phones: values("phone"), emails: values("email"), tags: (tagsOf.get(row.id) ?? []).map((one) => one.name) };
  });
};

/** For the bar of progress; null where it takes longer than it is worth. */
export const countOf = async (ctx: Ctx, request: Request): Promise<number | null> => {
  if (request.contactIds) return request.contactIds.length;
  try {
    return await ctx.transaction(async (tx) => {
      await sql`set local statement_timeout = '2s'`.execute(tx);
      return countMatching(tx, ctx.organizationId, request);
    });
  } catch {
    return null;
  }
};
