import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../kernel/module.ts";
import type { MonthOfCosts } from "./costs.api.ts";
import { today } from "./estimate.ts";
import { freeReplies } from "./free-replies.ts";

/** The months with costs, newest first, the running one always. Few: twelve a year. */
export const costMonths = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{ month: string }>`
      select distinct to_char(month, 'YYYY-MM') as month from cost_totals where organization_id = ${ctx.organizationId} and dimension = 'all' and messages > 0`.execute(
      tx,
    );
    const months = new Set([...rows.map((row) => row.month), (await today(tx, ctx.organizationId)).slice(0, 7)]);
    return {
      items: [...months]
        .sort()
        .reverse()
        .slice(0, 240)
        .map((month) => ({ month })),
      next: null,
    };
  });

/** A month at a glance, from sums kept on write. */
export const costMonth = (ctx: Ctx, month: string): Promise<z.input<typeof MonthOfCosts>> =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const first = `${month}-01`;
    const { rows } = await sql<SumRow & { dimension: string; key: string }>`
      select dimension, key, ${sumColumns} from cost_totals
       where organization_id = ${organizationId} and month = ${first}::date and dimension in ('all', 'day') and messages > 0 order by key, currency`.execute(
      tx,
    );
    const zone = await tx.selectFrom("organizations").select("time_zone").where("id", "=", organizationId).executeTakeFirstOrThrow();
    return {
      month,
      timeZone: zone.time_zone,
      totals: rows.filter((row) => row.dimension === "all").map(sumOf),
      days: rows
        .filter((row) => row.dimension === "day")
        .map((row) => ({ day: row.key, messages: row.messages, currency: row.currency, amountMicros: row.amount_micros })),
      freeReplies: await freeReplies(tx, organizationId, first),
    };
  });

export type SumRow = { currency: string; messages: number; charged: number; estimated: number; unpriced: number; amount_micros: string };
export const sumColumns = sql`currency, messages, charged, estimated, unpriced, amount_micros::text`;
export const sumOf = (row: SumRow) => ({
  currency: row.currency,
  messages: row.messages,
  charged: row.charged,
  estimated: row.estimated,
  unpriced: row.unpriced,
  amountMicros: row.amount_micros,
});
