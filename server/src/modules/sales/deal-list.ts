import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cursorOf, readCursor } from "../../kernel/page.ts";
import { dealsOf } from "./deal.ts";
import type { DealQuery } from "./deals.api.ts";

type Query = z.output<typeof DealQuery>;
type Sort = { key: RawBuilder<unknown>; type: RawBuilder<unknown>; down: boolean; reads: RegExp };

/** Each order is that of one index (migration 0034). */
const sorts: Record<Query["sort"], Sort> = {
  newest: { key: sql`d.id`, type: sql`uuid`, down: true, reads: /^[0-9a-f-]{36}$/ },
  expected: { key: sql`coalesce(d.expected_on, 'infinity')`, type: sql`date`, down: false, reads: /^(infinity|\d{4,6}-\d\d-\d\d)$/ },
  value: { key: sql`d.value`, type: sql`bigint`, down: true, reads: /^\d{1,16}$/ },
  board: { key: sql`d.rank`, type: sql`float8`, down: false, reads: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/ },
};
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One page in the chosen order: ids from one index, then everything else for these ids only. */
export const listDeals = (ctx: Ctx, query: Query) =>
  ctx.transaction(async (tx) => {
    const sort = sorts[query.sort];
    if (query.sort === "board" && query.stage === undefined)
      throw invalid("sort", "The order of the board is that of one column.", "Name its stage, too.");
    const { rows } = await sql<{ id: string; place: string }>`
      select d.id, (${sort.key})::text as place from deals d ${query.contact === undefined ? sql`` : sql`join deal_contacts p on p.organization_id = d.organization_id and p.deal_id = d.id and p.contact_id = ${query.contact}`}
       where ${sql.join([...conditions(ctx, query), ...beyond(sort, query.after)], sql` and `)}
       order by ${sort.key} ${sort.down ? sql`desc` : sql`asc`}, d.id ${sort.down ? sql`desc` : sql`asc`} limit ${query.limit + 1}`.execute(
      tx,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: await dealsOf(
        tx,
        ctx.organizationId,
        page.map((row) => row.id),
      ),
      next: last && rows.length > query.limit ? cursorOf([last.place, last.id]) : null,
    };
  });

type Filters = Partial<Pick<Query, "pipeline" | "owner" | "expectedFrom" | "expectedTo" | "stage" | "state" | "company">>;

export const conditions = (ctx: Ctx, query: Filters): RawBuilder<unknown>[] => [
  sql`d.organization_id = ${ctx.organizationId}`,
  ...(query.pipeline === undefined ? [] : [sql`d.pipeline_id = ${query.pipeline}`]),
  ...(query.stage === undefined ? [] : [sql`d.stage_id = ${query.stage}`]),
  ...(query.company === undefined ? [] : [sql`d.company_id = ${query.company}`]),
  ...(query.owner === undefined ? [] : [query.owner === "nobody" ? sql`d.owner_id is null` : sql`d.owner_id = ${query.owner}`]),
  ...(query.expectedFrom === undefined
    ? []
    : [sql`coalesce(d.expected_on, 'infinity') >= ${query.expectedFrom}::date and d.expected_on is not null`]),
  ...(query.expectedTo === undefined ? [] : [sql`coalesce(d.expected_on, 'infinity') <= ${query.expectedTo}::date`]),
  ...(query.state === undefined || query.state === "all"
    ? []
    : [sql`d.stage_id in (select s.id from deal_stages s where s.organization_id = ${ctx.organizationId} and s.kind = ${query.state})`]),
];

const beyond = (sort: Sort, after: string | undefined): RawBuilder<unknown>[] => {
  const [place, id] = readCursor(after, 2) ?? [];
  if (place === undefined || id === undefined) return [];
  if (!sort.reads.test(place) || !uuid.test(id))
    throw invalid("after", "This is not a page cursor of this list.", "Pass the `next` of the page before, unchanged.");
  return [sql`(${sort.key}, d.id) ${sort.down ? sql`<` : sql`>`} (${place}::text::${sort.type}, ${id}::uuid)`];
};
