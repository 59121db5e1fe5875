import { expect, test } from "vitest";
import { readMoney, writeMoney } from "./money.ts";

test("an amount is read as people of many countries write it", () => {
  for (const text of ["1250.50", "1,250.50", "1.250,50", "1 250,50", "1250,5", "١٢٥٠٫٥"])
    expect(readMoney(text, "EUR"), text).toBe("125050");
  expect(readMoney("1.250", "EUR")).toBe("125000");
  expect(readMoney("1,250,000", "USD")).toBe("125000000");
  expect(readMoney("1250", "JPY")).toBe("1250");
  expect(readMoney("1.250", "KWD")).toBe("1250");
  expect(readMoney("0.05", "USD")).toBe("5");
  expect(readMoney("", "USD")).toBe("0");
});

test("what is no amount is not guessed", () => {
  for (const text of ["twelve", "-5", "12.5.", "1.2345", "9".repeat(20)]) expect(readMoney(text, "EUR"), text).toBeNull();
});

test("an amount goes back into its field as it was", () => {
  expect(writeMoney("125050", "EUR")).toBe("1250.50");
  expect(writeMoney("5", "EUR")).toBe("0.05");
  expect(writeMoney("125000", "EUR")).toBe("1250");
  expect(writeMoney("1250", "JPY")).toBe("1250");
});
