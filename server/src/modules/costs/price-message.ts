import type { CostRow } from "./cost-row.ts";
import { marketOf } from "./market.ts";
import type { PriceBook } from "./price-book.ts";

type Priced = Pick<CostRow, "market" | "currency" | "amount" | "exactness" | "priceValidFrom">;

/**
 * The amount of a message by the price table of its day. What WhatsApp says is free costs nothing. Prices per conversation (the model
 * before July 2025) are not per message, so such a message is charged without an amount, as is one whose country is not known.
 */
export const priceMessage = (
  book: PriceBook,
  row: Pick<CostRow, "charged" | "pricingModel" | "category" | "country" | "day">,
  currency: string,
): Priced => {
  const market = row.country === null ? null : marketOf(row.country, row.day);
  if (!row.charged) return { market, currency, amount: 0n, exactness: null, priceValidFrom: null };
  const price = market === null || row.pricingModel !== "PMP" ? null : book({ day: row.day, market, category: row.category });
  if (!price) return { market, currency, amount: null, exactness: null, priceValidFrom: null };
  return { market, currency: price.currency, amount: price.micros, exactness: price.exactness, priceValidFrom: price.validFrom };
};
