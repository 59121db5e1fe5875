import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Pace } from "../../../../kernel/deliveries.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { ChannelLimits } from "../../health.api.ts";
import { accountPace, callLimit, callPace, numberPace, pairPace, throughputOf } from "../sending/pacing.ts";
import { peopleOf, portfolioKey, portfolioLimit } from "../sending/portfolio.ts";
import { requireNumber } from "./channel-view.ts";
import type { NumberRow } from "./number.ts";

type View = z.input<typeof ChannelLimits>;
type Limit = View["limits"][number];

/** What Meta lets a channel do, how much of it is used just now, and what waits because of it. */
export const channelLimits = async (ctx: Ctx, channelId: string): Promise<View> => {
  const { number, waiting, shared } = await ctx.transaction(async (tx) => {
    const row = await requireNumber(tx, ctx, channelId);
    return { number: row, waiting: await waitingOf(tx, row), shared: await numbersBeside(tx, row) };
  });
  const paces = {
    number: numberPace(number),
    account: accountPace(number.app_id, number.account_id),
    calls: callPace(number.app_id ?? "", number.account_id, number.display_phone_number !== ""),
  };
  const levels = await levelsOf(ctx, Object.values(paces));
  const throughput = throughputOf(number.throughput, number.coexistence);
  const plain = { usedByMeta: null, restsUntil: null, nextFreeAt: null, sharedWith: [] };
  const fast = levels(paces.number);
  const calls = levels(paces.calls);
  const pair = pairPace("", "").budget;
  return {
    at: new Date(),
    pacing: ctx.kernel.config.pacing,
    waiting,
    limits: [
      {
        ...plain,
        scope: "number",
        limit: throughput,
        windowSeconds: 1,
        used: Math.round((1 - fast.level / paces.number.budget.capacity) * throughput),
        source: number.throughput && !number.coexistence ? "graph" : "documented",
        toldAt: number.throughput && !number.coexistence ? number.checked_at : null,
        restsUntil: later(fast.restsUntil, levels(paces.account).restsUntil),
      },
      {
        ...plain,
        scope: "person",
        limit: pair.capacity,
        windowSeconds: pair.capacity / pair.perSecond,
        used: null,
        source: "documented",
        toldAt: null,
      },
      {
        ...plain,
        scope: "account",
        limit: callLimit(number.display_phone_number !== ""),
        windowSeconds: 3600,
        used: Math.max(0, Math.round(paces.calls.budget.capacity - calls.level)),
        usedByMeta: number.usage_percent,
        source: "documented",
        toldAt: number.usage_at,
        restsUntil: calls.restsUntil,
        sharedWith: shared
          .filter((one) => one.app_id === number.app_id && one.account_id === number.account_id)
          .map(({ id, name }) => ({ id, name })),
      },
      await portfolio(
        ctx,
        number,
        shared.filter((one) => portfolioKey(one) === portfolioKey(number)).map(({ id, name }) => ({ id, name })),
      ),
    ],
  };
};

const later = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b));

const numbersBeside = (tx: Tx, number: NumberRow) =>
  tx
    .selectFrom("whatsapp_numbers")
    .innerJoin("channels", (join) =>
      join
        .onRef("channels.organization_id", "=", "whatsapp_numbers.organization_id")
        .onRef("channels.id", "=", "whatsapp_numbers.channel_id"),
    )
    .select(["channels.id", "channels.name", "app_id", "account_id", "portfolio_id"])
    .where("whatsapp_numbers.organization_id", "=", number.organization_id)
    .where("app_id", "is not", null)
    .where("channel_id", "<>", number.channel_id)
    .execute();

/** Buckets belong to the installation; these are named by the channel's own ids. */
const levelsOf = async (ctx: Ctx, paces: Pace[]) => {
  const { rows } = await sql<{ key: string; tokens: number; age: number }>`
    select key, tokens, greatest(0, extract(epoch from clock_timestamp() - updated_at))::float8 as age from rate_buckets
     where key = any(${paces.map((pace) => pace.key)}::text[])`.execute(ctx.kernel.db.system);
  const found = new Map(rows.map((row) => [row.key, row]));
  return ({ key, budget }: Pace): { level: number; restsUntil: Date | null } => {
    const row = found.get(key);
    const level = row ? Math.min(budget.capacity, row.tokens + row.age * budget.perSecond) : budget.capacity;
    return { level, restsUntil: level < 0 ? new Date(Date.now() + (-level / budget.perSecond) * 1000) : null };
  };
};

const portfolio = async (ctx: Ctx, number: NumberRow, sharedWith: Limit["sharedWith"]): Promise<Limit> => {
  const { rows } = await sql<{
    tier: string | null;
    people_limit: number | null;
    told_by: "graph" | "webhook" | null;
    told_at: Date | null;
    used: number;
    next: Date | null;
  }>`
    select p.tier, p.people_limit, p.told_by, p.told_at,
           p.used - (select count(*) from whatsapp_portfolio_people h
                      where h.organization_id = p.organization_id and h.portfolio_id = p.portfolio_id and h.expires_at <= now())::int as used,
           (select min(h.expires_at) from whatsapp_portfolio_people h
             where h.organization_id = p.organization_id and h.portfolio_id = p.portfolio_id and h.expires_at > now()) as next
      from whatsapp_portfolios p where p.organization_id = ${number.organization_id} and p.portfolio_id = ${portfolioKey(number)}`.execute(
    ctx.kernel.db.system,
  );
  const row = rows[0];
  const tier = row?.tier ?? number.messaging_limit;
  const limit = row ? row.people_limit : peopleOf(number.messaging_limit);
  return {
    scope: "portfolio",
    limit,
    windowSeconds: 86_400,
    used: row?.used ?? 0,
    usedByMeta: null,
    source: limit !== null ? (row?.told_by ?? "graph") : tier === "TIER_UNLIMITED" ? "unlimited" : "unknown",
    toldAt: row?.told_at ?? (tier ? number.checked_at : null),
    restsUntil: null,
    nextFreeAt: limit !== null && (row?.used ?? 0) >= limit ? (row?.next ?? null) : null,
    sharedWith,
  };
};

const mostCounted = 10_000;
const waitingOf = async (tx: Tx, number: NumberRow): Promise<View["waiting"]> => {
  const { rows } = await sql<{ code: string | null; provider_code: number | null; count: number; until: Date }>`
    select w.failure ->> 'code' as code, (w.failure ->> 'providerCode')::int as provider_code, count(*)::int as count, max(w.due_at) as until
      from (select failure, due_at from deliveries
             where organization_id = ${number.organization_id} and channel_id = ${number.channel_id} and state = 'queued'
             order by due_at limit ${mostCounted}) w
     group by 1, 2 order by 3 desc`.execute(tx);
  return rows.map((row) => ({
    code: row.code,
    scope: row.code === portfolioLimit ? "portfolio" : (scopes[row.provider_code ?? 0] ?? null),
    count: row.count,
    until: row.until > new Date() ? row.until : null,
  }));
};

const scopes: Record<number, Limit["scope"]> = { 4: "account", 80007: "account", 130429: "number", 131056: "person" };
