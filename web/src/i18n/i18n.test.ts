import { expect, test } from "vitest";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { formats } from "./format.ts";
import { formatMessage, formsOf } from "./message.ts";

const keys = Object.keys(en) as (keyof typeof en)[];
/** A plural's form of a single word, `one {today}`, looks like a placeholder and is none. */
const placeholders = (text: string) =>
  [
    ...new Set(
      [...text.replaceAll(/(?:=\d+|\b(?:zero|one|two|few|many|other))\s+\{\w+\}/g, "").matchAll(/\{(\w+)\s*[},]/g)].map(
        (match) => match[1],
      ),
    ),
  ].sort();
/** The inside of each plural of a message: one may hold several. */
const pluralsIn = (text: string): string[] =>
  [...text.matchAll(/\{\s*\w+\s*,\s*plural\s*,/g)].map((match) => {
    const from = match.index + match[0].length;
    let at = from;
    for (let depth = 1; depth > 0; at++) depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
    return text.slice(from, at - 1);
  });

test("every English message has an Arabic one with the same placeholders", () => {
  for (const key of keys) {
    expect(ar[key], key).toBeTruthy();
    expect(placeholders(ar[key]), key).toEqual(placeholders(en[key]));
  }
  expect(Object.keys(ar).sort()).toEqual([...keys].sort());
});

test("an Arabic message is written in Arabic", () => {
  const english = keys.filter((key) => !/[\u0600-\u06ff]/.test(ar[key]));
  expect(english).toEqual([]);
});

test("every plural names the categories its language distinguishes", () => {
  const needed = { en: ["one", "other"], ar: ["zero", "one", "two", "few", "many", "other"] };
  for (const [language, messages] of [
    ["en", en],
    ["ar", ar],
  ] as const) {
    for (const key of keys) {
      for (const plural of pluralsIn(messages[key]))
        expect(Object.keys(formsOf(plural)), key).toEqual(expect.arrayContaining(needed[language]));
    }
  }
});

test("plurals choose their form and may hold placeholders", () => {
  const text = "{count, plural, =0 {Nobody} one {# person at {place}} other {# people at {place}}}";
  expect(formatMessage(text, { count: 0, place: "home" }, "en")).toBe("Nobody");
  expect(formatMessage(text, { count: 1, place: "home" }, "en")).toBe("1 person at home");
  expect(formatMessage(text, { count: 1200, place: "home" }, "en")).toBe("1,200 people at home");
  expect(formatMessage(ar["common.selected"], { count: 2 }, "ar")).toBe("حُدِّد عنصران");
  expect(formatMessage(ar["common.selected"], { count: 11 }, "ar")).toContain("11");
});

test("a currency's sign stays together from right to left", () => {
  expect(formats("ar").number(1.5, { style: "currency", currency: "USD" })).toContain("\u2066US$\u2069");
  expect(formats("en", "UTC", "en-GB").number(1.5, { style: "currency", currency: "USD" })).toBe("US$1.50");
});

test("times follow the person's time zone", () => {
  const { time, short } = formats("en", "Asia/Tokyo", "en-GB");
  expect(time("2026-11-22T23:30:00Z")).toBe("08:30");
  expect(short("2026-11-22T23:30:00Z", "2026-11-24T01:00:00Z")).toBe("Yesterday");
});
