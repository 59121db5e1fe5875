import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { costRules, shippedPrices } from "./shipped.ts";

export type Exactness = "published" | "estimate" | "own";
/** A price from its day on. `micros`: millionths of the currency's unit. */
export type PriceRow = {
  /** Null: it ships with the program. */
  id: string | null;
  currency: string;
  market: string;
  category: string;
  micros: bigint;
  validFrom: string;
  exactness: Exactness;
  source: string;
};
export type Price = Pick<PriceRow, "currency" | "micros" | "validFrom" | "exactness" | "source">;
export type PriceBook = (asked: { day: string; market: string; category: string }) => Price | null;

/**
 * Answers what a message costs on a day. The organization's own rows come before the shipped ones, its currency before US dollars; of
 * several rows the latest that has begun. A category without a price takes that of the category it is priced like, as an estimate.
 */
export const priceBook = (own: PriceRow[], currency: string): PriceBook => {
  const index = new Map<string, PriceRow[]>();
  for (const row of [...shippedPrices(), ...own]) {
    const key = keyOf(row, row.id !== null);
    const rows = index.get(key);
    if (rows) rows.push(row);
    else index.set(key, [row]);
  }
  for (const rows of index.values()) rows.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const { insteadOf } = costRules();
  const currencies = currency === "USD" ? ["USD"] : [currency, "USD"];
  return ({ day, market, category }) => {
    const alike = insteadOf[category];
    for (const money of currencies)
      for (const name of alike ? [category, alike] : [category])
        for (const ours of [true, false]) {
          const row = index.get(keyOf({ currency: money, market, category: name }, ours))?.findLast((each) => each.validFrom <= day);
          if (row) return name === category ? row : { ...row, exactness: "estimate" };
        }
    return null;
  };
};

const keyOf = (row: Pick<PriceRow, "currency" | "market" | "category">, own: boolean) =>
  `${own ? "own" : "shipped"} ${row.currency} ${row.market} ${row.category}`;

export type CostSettings = { currency: string; showReplyCost: boolean };
export const defaultSettings: CostSettings = { currency: "USD", showReplyCost: true };

export const settingsOf = async (tx: Tx, organizationId: string): Promise<CostSettings> => {
  const row = await tx
    .selectFrom("cost_settings")
    .select(["currency", "show_reply_cost"])
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  return row ? { currency: row.currency, showReplyCost: row.show_reply_cost } : defaultSettings;
};

export const ownPrices = async (
  tx: Tx,
  organizationId: string,
  more: { retired?: boolean } = {},
): Promise<(PriceRow & { retiredAt: Date | null })[]> => {
  const rows = await tx
    .selectFrom("price_rows")
    .select([
      "id",
      "currency",
      "market",
      "category",
      "price_micros",
      "source",
      "retired_at",
      sql<string>`valid_from::text`.as("valid_from"),
    ])
    .where("organization_id", "=", organizationId)
    .$if(!more.retired, (query) => query.where("retired_at", "is", null))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    currency: row.currency,
    market: row.market,
    category: row.category,
    micros: BigInt(row.price_micros),
    validFrom: row.valid_from,
    exactness: "own" as const,
    source: row.source,
    retiredAt: row.retired_at,
  }));
};

export const bookOf = async (tx: Tx, organizationId: string): Promise<{ book: PriceBook; settings: CostSettings }> => {
  const settings = await settingsOf(tx, organizationId);
  return { book: priceBook(await ownPrices(tx, organizationId), settings.currency), settings };
};
