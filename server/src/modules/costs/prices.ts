import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { readCursor, toPage } from "../../kernel/page.ts";
import { lockCosts } from "./cost-row.ts";
import type { NewPrice, PriceQuery, PriceRowView } from "./costs.api.ts";
import { today } from "./estimate.ts";
import { allMarkets, marketOf } from "./market.ts";
import { readMicros } from "./micros.ts";
import { ownPrices, type PriceRow, priceBook, settingsOf } from "./price-book.ts";
import { recalculateSince } from "./recalculate.ts";
import { shippedMarkets, shippedPrices } from "./shipped.ts";

type Listed = PriceRow & { retiredAt?: Date | null };

/** The organization's rows and the shipped ones, by market and category. A few hundred rows: sorted in memory. */
export const prices = (ctx: Ctx, query: z.output<typeof PriceQuery>) =>
  ctx.transaction(async (tx) => {
    const own = await ownPrices(tx, ctx.organizationId, { retired: true });
    const { currency } = await settingsOf(tx, ctx.organizationId);
    const day = await today(tx, ctx.organizationId);
    const book = priceBook(
      own.filter((row) => row.retiredAt === null),
      currency,
    );
    const inForce = (row: Listed) => {
      if (row.retiredAt) return false;
      const price = book({ day, market: row.market, category: row.category });
      return (
        price?.currency === row.currency &&
        price.validFrom === row.validFrom &&
        price.exactness === row.exactness &&
        row.micros === price.micros
      );
    };
    const [after] = readCursor(query.after, 1) ?? [];
    const rows = ([...own, ...shippedPrices()] as Listed[])
      .filter(
        (row) =>
          (query.market === undefined || row.market === query.market) && (query.category === undefined || row.category === query.category),
      )
      .map((row) => ({ row, key: sortKey(row), inForce: inForce(row) }))
      .filter((one) => query.show === "all" || one.inForce)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .filter((one) => after === undefined || one.key > after)
      .slice(0, query.limit + 1);
    return toPage(rows, query.limit, view, (one) => [one.key]);
  });

const categoryOrder = ["marketing", "marketing_lite", "utility", "authentication", "authentication_international", "service"];
const newestFirst = (day: string) => String(99999999 - Number(day.replaceAll("-", "")));
const sortKey = (row: Listed) =>
  [
    // Countries by name, then the groups.
    /^[A-Z]{2}$/.test(row.market) ? `0${english.of(row.market)}` : `1${row.market}`,
    String(1 + categoryOrder.indexOf(row.category)),
    row.category,
    row.currency,
    newestFirst(row.validFrom),
    row.id === null ? "1" : "0",
    row.id ?? "",
  ].join(" ");

const view = ({ row, key, inForce }: { row: Listed; key: string; inForce: boolean }): z.input<typeof PriceRowView> => ({
  key,
  id: row.id,
  currency: row.currency,
  market: row.market,
  category: row.category,
  priceMicros: String(row.micros),
  validFrom: row.validFrom,
  exactness: row.exactness,
  source: row.source,
  inForce,
  retired: Boolean(row.retiredAt),
});

export const markets = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const day = await today(tx, ctx.organizationId);
    const byMarket = Map.groupBy(shippedMarkets().keys(), (country) => marketOf(country, day));
    return { items: allMarkets().map((market) => ({ market, countries: byMarket.get(market) ?? [] })), next: null };
  });

export type Given = { currency: string; market: string; category: string; micros: bigint; validFrom: string };

/** A price by hand. The row it corrects (same currency, market, category and day) stays, taken out of force. */
export const addPrice = (ctx: Ctx, body: z.output<typeof NewPrice>) =>
  ctx.transaction(async (tx) => {
    const micros = readMicros(body.price);
    if (micros === null) throw invalid("price", "A price is a number from 0 to 1,000 with at most six decimals, such as 0.0534.");
    const market = readMarket(body.market, body.validFrom);
    if (market === null)
      throw invalid(
        "market",
        "There is no such market or country.",
        "Use a country's two letters, such as GB, or a market of GET /costs/markets.",
      );
    const given = { currency: body.currency, market, category: body.category, micros, validFrom: body.validFrom };
    const [id] = await storePrices(tx, ctx, [given], "hand");
    await changed(tx, ctx, "added", 1, { market, category: given.category, currency: given.currency, validFrom: given.validFrom });
    if (id !== undefined) await recalculateSince(tx, ctx.organizationId, given.validFrom);
    return { market, category: given.category, currency: given.currency, priceMicros: String(micros), validFrom: given.validFrom };
  });

/** Takes a price of one's own out of force: what held before it, or the shipped table, holds again. */
export const retirePrice = (ctx: Ctx, priceId: string) =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{ market: string; category: string; currency: string; valid_from: string }>`
      update price_rows set retired_at = now() where organization_id = ${ctx.organizationId} and id = ${priceId} and retired_at is null
      returning market, category, currency, valid_from::text`.execute(tx);
    const row = rows[0];
    if (!row) throw notFound("price of your own");
    await changed(tx, ctx, "retired", 1, { market: row.market, category: row.category, currency: row.currency, validFrom: row.valid_from });
    await recalculateSince(tx, ctx.organizationId, row.valid_from);
  });

/** Stores what is not there already; answers the new rows' ids. Of several rows for the same day the last one holds. */
export const storePrices = async (tx: Tx, ctx: Ctx, given: Given[], source: "hand" | "csv"): Promise<string[]> => {
  const { organizationId } = ctx;
  // Two who add at once follow one another; and what is being counted just now is seen by the recalculation.
  await lockCosts(tx, organizationId);
  const keyOf = (row: Omit<Given, "micros">) => `${row.currency} ${row.market} ${row.category} ${row.validFrom}`;
  const there = new Map((await ownPrices(tx, organizationId)).map((row) => [keyOf(row), row]));
  const wanted = [...new Map(given.map((row) => [keyOf(row), row])).values()].filter((row) => there.get(keyOf(row))?.micros !== row.micros);
  const replaced = wanted.flatMap((row) => there.get(keyOf(row))?.id ?? []);
  await sql`update price_rows set retired_at = now() where organization_id = ${organizationId} and id = any(${replaced}::uuid[])`.execute(
    tx,
  );
  const rows = wanted.map((row) => ({ ...row, id: newId(), micros: String(row.micros) }));
  await sql`
    insert into price_rows (organization_id, id, currency, market, category, price_micros, valid_from, source, created_by)
    select ${organizationId}, p.id, p.currency, p.market, p.category, p.micros, p."validFrom", ${source}, ${JSON.stringify(ctx.actor)}::jsonb
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, currency text, market text, category text, micros bigint, "validFrom" date)`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

export const changed = async (tx: Tx, ctx: Ctx, what: "added" | "imported" | "retired", count: number, facts: Record<string, unknown>) => {
  await audit(tx, ctx, `costs.prices_${what}`, {}, facts);
  await emit(tx, ctx, "costs.prices_changed", { what, prices: count });
};

const simple = (text: string) =>
  text
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/\band\b/g, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
const english = new Intl.DisplayNames("en", { type: "region" });
const byName = (() => {
  let made: Map<string, string> | undefined;
  return () => {
    made ??= new Map<string, string>([
      ...allMarkets().map((market) => [simple(market.replaceAll("_", " ")), market] as const),
      ...[...shippedMarkets().keys()].map((country) => [simple(english.of(country) ?? country), country] as const),
      ["usa", "US"],
      ["uk", "GB"],
      ["uae", "AE"],
      ["turkey", "TR"],
      ["hong kong", "HK"],
      ["all other countries", "other"],
      ["usa canada", "north_america"],
    ]);
    return made;
  };
})();

/** A market by its id, by a country (two letters or its English name), or as Meta's card writes it. A country stands for its market of that day. */
export const readMarket = (text: string, day: string): string | null => {
  const given = text.trim();
  const id = given.toLowerCase().replace(/[\s-]+/g, "_");
  if (allMarkets().includes(id)) return id;
  const code = /^[A-Za-z]{2}$/.test(given) ? given.toUpperCase() : byName().get(simple(given));
  if (code === undefined) return null;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return shippedMarkets().has(code) ? marketOf(code, day) : english.of(code) === code ? null : "other";
};
