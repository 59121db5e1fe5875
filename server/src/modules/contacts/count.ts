import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { checkConditions } from "./condition-check.ts";
import type { ContactCount, ContactCountQuery } from "./contacts.api.ts";
import { homeCountry } from "./country.ts";
import { indexesNow } from "./field-index.ts";
import { indexesFor, lookUpWords } from "./filter.ts";
import { conditionsOf } from "./list.ts";
import { readNeedle } from "./needle.ts";

const most = 10_000;
const quickMs = 3000;
const patientMs = 20_000;
type Query = z.output<typeof ContactCountQuery>;

/** How many there are: to 10,000, or to the end where that is asked for. What takes too long is left unanswered instead of being guessed. */
export const countContacts = async (ctx: Ctx, query: Query): Promise<z.input<typeof ContactCount>> => {
  try {
    return await ctx.transaction(async (tx) => {
      await sql`select set_config('statement_timeout', ${String(query.exact ? patientMs : quickMs)}, true)`.execute(tx);
      const count = await counted(tx, ctx.organizationId, query);
      return !query.exact && count > most ? { count: most, more: true } : { count, more: false };
    });
  } catch (error) {
    // 57014: the time was up.
    if ((error as { code?: unknown }).code === "57014") return { count: null, more: true };
    throw error;
  }
};

const counted = async (tx: Tx, organizationId: string, query: Query): Promise<number> => {
  const conditions = conditionsOf(query);
  const known = await checkConditions(tx, organizationId, conditions);
  const where = await lookUpWords(tx, organizationId, conditions, known, await indexesNow(tx, indexesFor(conditions, known)));
  if (!where) return 0;
  const needle = query.search === undefined ? null : readNeedle(query.search, await homeCountry(tx, organizationId));
  const limit = query.exact ? sql`` : sql`limit ${most + 1}`;
  const found = needle
    ? sql`candor_search_contacts(${organizationId}, ${needle.words}::text[], ${needle.handle}, ${needle.keys}::text[], ${needle.ending},
        null, null, 'ffffffff-ffff-ffff-ffff-ffffffffffff', ${query.exact ? 1_000_000_000 : most + 1}) as s (id) join contacts c on c.id = s.id`
    : sql`contacts c`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from ${found} where ${sql.join([sql`c.organization_id = ${organizationId}`, ...where], sql` and `)} ${limit}) f`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};
