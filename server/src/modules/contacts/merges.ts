import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { toPage } from "../../kernel/page.ts";
import { cursorId } from "./cursor.ts";
import { namesOf } from "./display.ts";
import type { Merge, MergeQuery } from "./merge.api.ts";

/** Newest first, undone ones too. */
export const listMerges = (ctx: Ctx, query: z.output<typeof MergeQuery>) =>
  ctx.transaction(async (tx) => {
    const before = cursorId(query.after);
    const rows = await tx
      .selectFrom("merges")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .$if(query.contactId !== undefined, (q) => q.where("contact_id", "=", query.contactId ?? ""))
      .$if(before !== undefined, (q) => q.where("id", "<", before ?? ""))
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    const page = toPage(
      rows,
      query.limit,
      (row) => row.id,
      (row) => [row.id],
    );
    return { items: await presentMerges(tx, ctx.organizationId, page.items), next: page.next };
  });

/** A later merge into the same contact that still holds. */
export const laterMerge = async (tx: Tx, organizationId: string, contactId: string, mergeId: string): Promise<string | null> => {
  const found = await tx
    .selectFrom("merges")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("contact_id", "=", contactId)
    .where("id", ">", mergeId)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
};

type MergeRow = {
  id: string;
  contact_id: string;
  other_contact_id: string;
  other_name: string | null;
  counts: Record<string, number>;
  merged_by: Actor;
  merged_at: Date;
  undone_by: Actor | null;
  undone_at: Date | null;
  undo_first: string | null;
};

export const presentMerges = async (tx: Tx, organizationId: string, ids: string[]): Promise<z.input<typeof Merge>[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<MergeRow>`
    select m.id, m.contact_id, m.other_contact_id, m.contact ->> 'name' as other_name, m.counts, m.merged_by, m.merged_at, m.undone_by, m.undone_at,
           case when m.undone_at is null then (select l.id from merges l where l.organization_id = m.organization_id and l.contact_id = m.contact_id and l.id > m.id
             and l.undone_at is null order by l.id desc limit 1) end as undo_first
      from merges m where m.organization_id = ${organizationId} and m.id = any(${ids}::uuid[]) order by m.id desc`.execute(tx);
  const names = await namesOf(tx, organizationId, [...new Set(rows.flatMap((row) => [row.contact_id, row.other_contact_id]))]);
  const by = (actor: Actor | null) => (actor === null || actor.kind === "contact" ? null : actor.name);
  return rows.map((row) => ({
    id: row.id,
    contactId: row.contact_id,
    contactName: names.get(row.contact_id) ?? "",
    otherContactId: row.other_contact_id,
    otherName: names.get(row.other_contact_id) ?? row.other_name ?? "",
    counts: row.counts,
    mergedBy: by(row.merged_by),
    mergedAt: row.merged_at,
    undoneBy: by(row.undone_by),
    undoneAt: row.undone_at,
    undoFirst: row.undo_first,
  }));
};
