import type { z } from "zod";
import type { Ctx } from "../../kernel/module.ts";
import { Category, type PriceImport, type PriceImported } from "./costs.api.ts";
import { parseCsv } from "./csv.ts";
import { readMicros } from "./micros.ts";
import { changed, type Given, readMarket, storePrices } from "./prices.ts";
import { recalculateSince } from "./recalculate.ts";

type Problem = { line: number; column: string; message: string };
type Defaults = { currency: string | undefined; validFrom: string | undefined };
const mostProblems = 100;

/** Names of columns as people and Meta's cards write them. */
const columns: Record<string, RegExp> = {
  market: /^(market|country|region)$/,
  category: /^(category|type)$/,
  price: /^(price|rate|amount)$/,
  currency: /^currency$/,
  validFrom: /^(valid.?from|effective.*|from|since)$/,
};
const priced = /^(marketing|marketing_lite|utility|authentication|authentication_international|service)$/;

/**
 * Takes a table either with one price a row (market or country, category, price, currency, valid from) or as Meta's rate card has it, a
 * column for each category. All or nothing: with one error nothing is stored, and every error names its line and column.
 */
export const importPrices = (ctx: Ctx, body: z.output<typeof PriceImport>): Promise<z.input<typeof PriceImported>> =>
  ctx.transaction(async (tx) => {
    const { given, problems } = readTable(body.csv, { currency: body.currency, validFrom: body.validFrom });
    if (problems.length > 0) return { stored: false, prices: given.length, unchanged: 0, errors: problems.slice(0, mostProblems) };
    if (body.dryRun) return { stored: false, prices: given.length, unchanged: 0, errors: [] };
    const ids = await storePrices(tx, ctx, given, "csv");
    if (ids.length > 0) {
      await changed(tx, ctx, "imported", ids.length, { prices: ids.length });
      await recalculateSince(tx, ctx.organizationId, given.map((row) => row.validFrom).toSorted()[0] ?? "9999-12-31");
    }
    return { stored: true, prices: given.length, unchanged: given.length - ids.length, errors: [] };
  });

export const readTable = (csv: string, defaults: Defaults): { given: Given[]; problems: Problem[] } => {
  const [head, ...rows] = parseCsv(csv);
  const names = (head?.cells ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
  const at = Object.fromEntries(Object.entries(columns).map(([key, pattern]) => [key, names.findIndex((name) => pattern.test(name))]));
  const wide = names.flatMap((name, place) => (priced.test(name) ? [{ category: name, place }] : []));
  const line = head?.line ?? 1;
  const long = at.category !== -1 && at.price !== -1;
  if (at.market === -1) return { given: [], problems: [{ line, column: "market", message: "There is no column market or country." }] };
  if (!long && wide.length === 0)
    return {
      given: [],
      problems: [
        {
          line,
          column: "category",
          message: "There are neither columns category and price, nor one for each category such as marketing and utility.",
        },
      ],
    };
  if (rows.length === 0)
    return { given: [], problems: [{ line, column: "market", message: "There is no row below the names of the columns." }] };
  const given: Given[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const cell = (key: string) => row.cells[at[key] ?? -1] ?? "";
    const problem = (column: string, message: string) => void problems.push({ line: row.line, column, message });
    const currency = (cell("currency") || defaults.currency || "").replace(/^\$?US\$?$/i, "USD").toUpperCase();
    const validFrom = readDay(cell("validFrom") || defaults.validFrom || "");
    const market = readMarket(cell("market"), validFrom ?? "9999-12-31");
    if (market === null) problem("market", `“${shown(cell("market"))}” is no market and no country.`);
    if (!/^[A-Z]{3}$/.test(currency))
      problem("currency", currency === "" ? "No currency is given." : `“${shown(currency)}” is no currency of three letters.`);
    if (validFrom === null)
      problem(
        "valid_from",
        cell("validFrom") === ""
          ? "No day is given from which the price holds."
          : `“${shown(cell("validFrom"))}” is no day such as 2026-10-01.`,
      );
    const parts = long
      ? [{ name: cell("category"), price: cell("price"), column: "price" }]
      : wide.map((one) => ({ name: one.category, price: row.cells[one.place] ?? "", column: one.category }));
    for (const part of parts) {
      // Meta's card has n/a where a market has no such price.
      if (!long && /^(n\/?a|-|–|)$/i.test(part.price)) continue;
      const category = Category.safeParse(part.name);
      // A currency's sign before it is left out, a minus is not.
      const micros = readMicros(part.price.replace(/^[^\d.,+\u2212-]{1,4}(?=[\d.,])/, ""));
      if (!category.success)
        problem("category", `“${shown(part.name)}” is no category such as marketing, utility, authentication or service.`);
      if (micros === null) problem(part.column, `“${shown(part.price)}” is no price from 0 to 1,000 with at most six decimals.`);
      if (category.success && micros !== null && market !== null && validFrom !== null && /^[A-Z]{3}$/.test(currency))
        given.push({ currency, market, category: category.data, micros, validFrom });
    }
  }
  return { given, problems };
};

const shown = (text: string) => text.slice(0, 40);

const readDay = (text: string): string | null => {
  const day = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim());
  if (!day) return null;
  const written = `${day[1]}-${(day[2] ?? "").padStart(2, "0")}-${(day[3] ?? "").padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
};
