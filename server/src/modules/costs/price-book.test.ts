import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "./csv.ts";
import { allMarkets, countryOf, marketOf } from "./market.ts";
import { readMicros, writeMicros } from "./micros.ts";
import { type PriceRow, priceBook } from "./price-book.ts";
import { ruleOf, shippedMarkets, shippedPrices } from "./shipped.ts";

const own = (row: Partial<PriceRow>): PriceRow => ({
  id: "own",
  currency: "USD",
  market: "GB",
  category: "marketing",
  micros: 1n,
  validFrom: "2026-01-01",
  exactness: "own",
  source: "hand",
  ...row,
});
const dayOf = (offset: number) => new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

test("of dated rows the latest that has begun holds, whatever their order: every day has exactly one price", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: -50, max: 800 }),
      (starts, day) => {
        const rows = starts.map((start) => own({ market: "XX", micros: BigInt(start), validFrom: dayOf(start) }));
        const price = priceBook(rows, "USD")({ day: dayOf(day), market: "XX", category: "marketing" });
        const begun = starts.filter((start) => start <= day);
        expect(price?.micros ?? null).toBe(begun.length === 0 ? null : BigInt(Math.max(...begun)));
      },
    ),
  );
});

test("an organization's own price goes before the shipped one, its currency before dollars", () => {
  const asked = { day: "2026-11-22", market: "GB", category: "utility" };
  expect(priceBook([], "USD")(asked)).toMatchObject({ micros: 22000n, currency: "USD", exactness: "published", validFrom: "2026-01-01" });
  const rows = [own({ category: "utility", micros: 18000n, currency: "GBP", validFrom: "2026-10-01" })];
  expect(priceBook(rows, "GBP")(asked)).toMatchObject({ micros: 18000n, currency: "GBP", exactness: "own" });
  expect(priceBook(rows, "USD")(asked)).toMatchObject({ micros: 22000n, currency: "USD" });
  // Before it begins, and where it says nothing, the shipped table in its own currency.
  expect(priceBook(rows, "GBP")({ ...asked, day: "2026-09-30" })).toMatchObject({ currency: "USD" });
  expect(priceBook(rows, "GBP")({ ...asked, category: "marketing" })).toMatchObject({ currency: "USD" });
});

test("a category without a price of its own is an estimate by the one it is like, or unknown", () => {
  const book = priceBook([], "USD");
  expect(book({ day: "2026-11-22", market: "DE", category: "marketing_lite" })).toMatchObject({ micros: 136500n, exactness: "estimate" });
  expect(book({ day: "2026-11-22", market: "IN", category: "authentication_international" })).toMatchObject({
    micros: 30400n,
    exactness: "published",
  });
  expect(book({ day: "2026-11-22", market: "DE", category: "group_marketing" })).toBeNull();
  expect(book({ day: "2025-01-01", market: "DE", category: "marketing" })).toBeNull();
});

test("the shipped table has a price for every market and usual category today, and says which are estimates", () => {
  const book = priceBook([], "USD");
  for (const market of allMarkets())
    for (const category of ["marketing", "utility", "authentication", "service"]) {
      const price = book({ day: "2026-11-22", market, category });
      expect(price, `${market} ${category}`).not.toBeNull();
      expect(price?.source.length).toBeGreaterThan(20);
    }
  expect(book({ day: "2026-11-22", market: "HK", category: "marketing" })?.exactness).toBe("estimate");
  expect(shippedPrices().every((row) => /^\d{4}-\d\d-\d\d$/.test(row.validFrom) && row.micros <= 200_000n)).toBe(true);
});

test("replies cost nothing before October 2026, and the utility price of their market since", () => {
  const book = priceBook([], "USD");
  expect(book({ day: "2026-09-30", market: "GB", category: "service" })?.micros).toBe(0n);
  expect(book({ day: "2026-10-01", market: "GB", category: "service" })?.micros).toBe(22000n);
  for (const market of allMarkets())
    expect(book({ day: "2026-11-22", market, category: "service" })?.micros, market).toBe(
      book({ day: "2026-11-22", market, category: "utility" })?.micros,
    );
  expect([ruleOf("2026-09-30").freeReplies, ruleOf("2026-10-01").freeReplies, ruleOf("2020-01-01").freeReplies]).toEqual([
    null,
    1000,
    null,
  ]);
});

test.each([
  ["447700900123", "GB", "GB"],
  ["441534500123", "JE", "GB"],
  ["14155552671", "US", "north_america"],
  ["18095550100", "DO", "rest_of_latin_america"],
  ["12425550100", "BS", "other"],
  ["77011234567", "KZ", "KZ"],
  ["79161234567", "RU", "RU"],
  ["351912345678", "PT", "rest_of_western_europe"],
  ["4915112345678", "DE", "DE"],
])("the number %s belongs to %s and is priced as %s", (value, country, market) => {
  expect(countryOf([{ kind: "phone", value }])).toBe(country);
  expect(marketOf(country, "2026-11-22")).toBe(market);
});

test("countries move between markets on a day, and somebody without a number has the country of their id", () => {
  expect([marketOf("PL", "2026-06-30"), marketOf("PL", "2026-07-01")]).toEqual(["rest_of_central_eastern_europe", "PL"]);
  expect([marketOf("KZ", "2026-09-30"), marketOf("KZ", "2026-10-01")]).toEqual(["RU", "KZ"]);
  expect(countryOf([{ kind: "whatsapp_user_id", value: "AU.1349" }])).toBe("AU");
  expect(countryOf([{ kind: "whatsapp_username", value: "mei" }])).toBeNull();
  expect(shippedMarkets().size).toBeGreaterThan(120);
});

test("micros are read and written without loss", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1_000_000_000n }), (micros) => {
      expect(readMicros(writeMicros(micros))).toBe(micros);
    }),
  );
  expect(readMicros(".0534")).toBe(53400n);
  expect([readMicros("0,0534"), readMicros(" 12 "), readMicros("1000")]).toEqual([53400n, 12_000_000n, 1_000_000_000n]);
  expect(["", "-1", "1e3", "1001", "0.1234567", "1.2.3", "abc"].map(readMicros)).toEqual([null, null, null, null, null, null, null]);
});

test("CSV is read with quotes, several lines in a cell, either separator and any line end", () => {
  expect(parseCsv('\uFEFFa;b\r\n"x;1";"say ""hi"""\n# a remark\n\n"two\nlines";2')).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["x;1", 'say "hi"'] },
    { line: 5, cells: ["two\nlines", "2"] },
  ]);
});
