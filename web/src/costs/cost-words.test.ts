import { expect, test } from "vitest";
import { formats } from "../i18n/format.ts";
import { dayName, money, unitPrice } from "./cost-words.ts";
import { daysOf } from "./days.ts";

const format = formats("en", "America/New_York", "en-GB");

test("amounts keep the parts of a cent that matter, and no more", () => {
  expect(money(format, "22000", "USD")).toBe("US$0.0220");
  expect(money(format, "250000", "GBP")).toBe("£0.25");
  expect(money(format, "1202500", "EUR")).toBe("€1.20");
  expect(money(format, "0", "USD")).toBe("US$0.00");
});

test("the price of one message keeps every digit", () => {
  expect(unitPrice(format, "22000", "USD")).toBe("US$0.0220");
  expect(unitPrice(format, "1089500", "EUR")).toBe("€1.0895");
  expect(unitPrice(format, "34", "USD")).toBe("US$0.000034");
  expect(unitPrice(format, "250000", "GBP")).toBe("£0.25");
});

test("a day keeps its name in every reader's time zone", () => {
  expect(dayName(format, "2026-11-01")).toBe("1 November");
});

test("a month has all its days, each with its own currency's sum", () => {
  const days = daysOf(
    {
      month: "2028-02",
      days: [
        { day: "2028-02-29", messages: 3, currency: "USD", amountMicros: "66000" },
        { day: "2028-02-29", messages: 1, currency: "EUR", amountMicros: "9" },
      ],
    },
    "USD",
  );
  expect(days).toHaveLength(29);
  expect(days[28]).toEqual({ day: "2028-02-29", amount: 66000, messages: 3 });
  expect(days[0]).toEqual({ day: "2028-02-01", amount: 0, messages: 0 });
});
