import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "./csv.ts";
import { readMicros } from "./micros.ts";
import type { PriceRow } from "./price-book.ts";

const folder = join(import.meta.dirname, "tables");
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const once = <T>(make: () => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

type Rule = { validFrom: string; freeReplies: number | null; utilityInWindowFree: boolean };
type Rules = {
  rules: Rule[];
  freeEntryHours: number;
  freeEntryAnswerHours: number;
  /** What is priced like another category where it has no price of its own. */
  insteadOf: Record<string, string>;
};

/** The price table that comes with the program (tables/prices.csv). One row per price, newest last. */
export const shippedPrices = once((): PriceRow[] => {
  const [head, ...rows] = parseCsv(read("prices.csv"));
  const names = head?.cells ?? [];
  const sources = JSON.parse(read("sources.json")) as Record<string, string>;
  return rows.flatMap(({ cells }) => {
    const value = (name: string) => cells[names.indexOf(name)] ?? "";
    return names.slice(3, -2).flatMap((category): PriceRow[] => {
      const micros = readMicros(value(category));
      if (micros === null) return [];
      return [
        {
          id: null,
          currency: value("currency"),
          market: value("market"),
          category,
          micros,
          validFrom: value("valid_from"),
          exactness: value("exactness") === "published" ? "published" : "estimate",
          source: sources[value("source")] ?? value("source"),
        },
      ];
    });
  });
});

/** Country -> its markets, newest last as in the file (tables/markets.csv). */
export const shippedMarkets = once(() =>
  Map.groupBy(
    parseCsv(read("markets.csv"))
      .slice(1)
      .map(({ cells: [country = "", market = "", validFrom = ""] }) => ({ country, market, validFrom })),
    (row) => row.country,
  ),
);

export const costRules = once(() => JSON.parse(read("rules.json")) as Rules);

/** The rule of a day ("2026-11-22"); before the first one nothing is charged per message. */
export const ruleOf = (day: string): Rule => {
  const { rules } = costRules();
  return rules.findLast((rule) => rule.validFrom <= day) ?? { validFrom: day, freeReplies: null, utilityInWindowFree: true };
};
