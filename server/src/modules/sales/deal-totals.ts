import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../kernel/module.ts";
import { conditions } from "./deal-list.ts";
import type { TotalsQuery } from "./deals.api.ts";

type Sum = { stageId: string; currency: string; deals: number; value: string; weighted: string };
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * What stands above the columns. Read from the kept sums; only where days of expectation are chosen, which have none, from the deals
 * themselves by the index of that day.
 */
export const dealTotals = (ctx: Ctx, query: z.output<typeof TotalsQuery>) =>
  ctx.transaction(async (tx) => {
    const days = query.expectedFrom !== undefined || query.expectedTo !== undefined;
    const chance = sql`case s.kind when 'won' then 100 when 'lost' then 0 else s.probability end`;
    const { rows } = days
      ? await sql<Sum>`
          select d.stage_id as "stageId", d.currency, count(*)::int as deals, sum(d.value)::text as value,
                 round(sum(d.value::numeric * case when s.kind = 'open' then coalesce(d.probability, s.probability) else ${chance} end) / 100)::text as weighted
            from deals d join deal_stages s on s.organization_id = d.organization_id and s.id = d.stage_id
           where ${sql.join(conditions(ctx, query), sql` and `)} group by 1, 2 order by 1, 2`.execute(tx)
      : await sql<Sum>`
          select t.stage_id as "stageId", t.currency, sum(t.deals)::int as deals, sum(t.value)::text as value,
                 round((case s.kind when 'open' then sum(t.plain) * s.probability + sum(t.weighted) else sum(t.value) * ${chance} end) / 100)::text as weighted
            from deal_stages s join deal_totals t on t.organization_id = s.organization_id and t.stage_id = s.id
           where s.organization_id = ${ctx.organizationId} and s.pipeline_id = ${query.pipeline}
                 ${query.owner === undefined ? sql`` : sql`and t.owner_id = ${query.owner === "nobody" ? nobody : query.owner}`}
           group by t.stage_id, t.currency, s.kind, s.probability having sum(t.deals) > 0 order by 1, 2`.execute(tx);
    return { items: rows };
  });
