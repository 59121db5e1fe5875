import { expect, test } from "vitest";
import { checkKey, limitOf, speedOf } from "./channel-words.ts";

test("Meta's tiers are read as numbers of people", () => {
  expect([limitOf("TIER_250"), limitOf("TIER_2K"), limitOf("TIER_100K"), limitOf(null)]).toEqual([250, 2000, 100_000, null]);
  expect(limitOf("TIER_UNLIMITED")).toBe(Number.POSITIVE_INFINITY);
});

test("beside the phone app the speed is fixed, else it is what Meta names", () => {
  expect(speedOf({ throughput: "NOT_APPLICABLE", coexistence: true })).toBe(20);
  expect(speedOf({ throughput: "STANDARD", coexistence: false })).toBe(80);
  expect(speedOf({ throughput: "NOT_APPLICABLE", coexistence: false })).toBe(null);
});

test("a check the page has no words for is told in the server's", () => {
  const check = { ok: null, field: null, message: "Something new.", remedy: null };
  expect(checkKey({ ...check, check: "token" })).toBe("channels.check_token_unknown");
  expect(checkKey({ ...check, check: "something_new" })).toBeUndefined();
});
