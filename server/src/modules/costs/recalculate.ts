import { sql } from "kysely";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import type { Ctx } from "../../kernel/module.ts";
import { costsOfMonth, lockCosts, writeCosts } from "./cost-row.ts";
import { bookOf } from "./price-book.ts";
import { priceMessage } from "./price-message.ts";
import { changeTotals } from "./totals.ts";

const stretch = 500;

/** Asks for a month to be priced anew by today's price table. Asked twice before it begins it is done once. */
export const recalculateMonth = (ctx: Ctx, month: string) =>
  ctx.transaction(async (tx) => {
    await queueRecalculation(tx, ctx.organizationId, `${month}-01`);
    await audit(tx, ctx, "costs.recalculated", {}, { month });
  });

/** Every month with costs from a day on: prices of that day and later have changed. */
export const recalculateSince = async (tx: Tx, organizationId: string, day: string): Promise<void> => {
  const { rows } = await sql<{ month: string }>`
    select month::text from cost_totals where organization_id = ${organizationId} and dimension = 'all' and month >= date_trunc('month', ${day}::date) group by month`.execute(
    tx,
  );
  for (const { month } of rows) await queueRecalculation(tx, organizationId, month);
};

const queueRecalculation = (tx: Tx, organizationId: string, month: string) =>
  enqueue(tx, "costs_recalculate", { organizationId, month }, { key: `costs:${organizationId}:${month}` });

export const costJobs: JobBodies = {
  costs_recalculate: async (kernel, payload) => {
    const { organizationId, month } = payload as { organizationId: string; month: string };
    let place: Place = null;
    let [seen, changed] = [0, 0];
    do {
      const from: Place = place;
      const done: Stretch = await kernel.db.system.transaction().execute((tx) => recalculateStretch(tx, organizationId, month, from));
      place = done.last;
      seen += done.seen;
      changed += done.changed;
    } while (place);
    await kernel.db.system.transaction().execute((tx) =>
      emitMany(tx, [
        {
          organizationId,
          name: "costs.recalculated",
          payload: { month: month.slice(0, 7), messages: seen, changed },
          actor: { kind: "system", name: "costs" },
        },
      ]),
    );
    kernel.live.wake();
  },
};

type Place = { day: string; messageId: string } | null;
type Stretch = { seen: number; changed: number; last: Place };

const recalculateStretch = async (tx: Tx, organizationId: string, month: string, after: Place): Promise<Stretch> => {
  await lockCosts(tx, organizationId);
  const { book, settings } = await bookOf(tx, organizationId);
  const rows = await costsOfMonth(tx, organizationId, month, after, stretch);
  const anew = rows.map((row) => ({ ...row, ...priceMessage(book, row, settings.currency) }));
  const differs = anew.map(
    (row, at) =>
      row.amount !== rows[at]?.amount ||
      row.currency !== rows[at]?.currency ||
      row.exactness !== rows[at]?.exactness ||
      row.priceValidFrom !== rows[at]?.priceValidFrom ||
      row.market !== rows[at]?.market,
  );
  const changed = anew.filter((_, at) => differs[at]);
  await writeCosts(tx, organizationId, changed);
  await changeTotals(tx, organizationId, { before: rows.filter((_, at) => differs[at]), after: changed });
  const last = rows.length === stretch ? rows.at(-1) : undefined;
  return { seen: rows.length, changed: changed.length, last: last ? { day: last.day, messageId: last.messageId } : null };
};
