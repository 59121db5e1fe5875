import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { ContactCondition } from "./condition.api.ts";
import { checkConditions } from "./condition-check.ts";
import { homeCountry } from "./country.ts";
import { whereOf } from "./filter.ts";
import { readNeedle } from "./needle.ts";

/** Whom a list shows: conditions that all hold, and a search. */
export type Matching = { filter: readonly ContactCondition[]; search?: string | null | undefined };

const none = "00000000-0000-0000-0000-000000000000";
const newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Ids of all that match, a piece at a time, whatever their number: `reached` of one piece is `from` of the next, null after the last. Newest
 * first. As candor_app: the search is the caller's own organization's.
 */
export const matchingIds = async (
  tx: Tx,
  organizationId: string,
  { filter, search }: Matching,
  from: string | null,
  limit: number,
): Promise<{ ids: string[]; reached: string | null }> => {
  const where = whereOf(filter, await checkConditions(tx, organizationId, filter));
  const before = from === null || from === none ? newest : from;
  const needle = search ? readNeedle(search, await homeCountry(tx, organizationId)) : null;
  const all = [sql`c.organization_id = ${organizationId}`, ...where];
  if (!needle) {
    const { rows } = await sql<{ id: string }>`
      select c.id from contacts c where ${sql.join([...all, sql`c.id < ${before}::uuid`], sql` and `)} order by c.id desc limit ${limit}`.execute(
      tx,
    );
    return { ids: rows.map((row) => row.id), reached: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
  }
  const { rows } = await sql<{ id: string; last: string; n: number; holds: boolean }>`
    with found as materialized (select id from candor_search_contacts(${organizationId}, ${needle.words}::text[], ${needle.handle}, ${needle.keys}::text[], ${needle.ending},
      null, null, ${before}::uuid, ${limit}) as id)
    select c.id, (${sql.join([sql`true`, ...where], sql` and `)}) as holds from found f join contacts c on c.organization_id = ${organizationId} and c.id = f.id order by c.id desc`.execute(
    tx,
  );
  return { ids: rows.filter((row) => row.holds).map((row) => row.id), reached: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
};

/** How many match, to the end. */
export const countMatching = async (tx: Tx, organizationId: string, matching: Matching): Promise<number> => {
  let count = 0;
  let from: string | null = null;
  do {
    const piece = await matchingIds(tx, organizationId, matching, from, 20_000);
    count += piece.ids.length;
    from = piece.reached;
  } while (from !== null);
  return count;
};
