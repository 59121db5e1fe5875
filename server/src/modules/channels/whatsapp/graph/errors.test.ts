import { expect, test } from "vitest";
import { failureOf } from "./errors.ts";

test("a sentence of Meta's is kept in a form that the database takes, wherever it is cut", () => {
  const { detail } = failureOf({ code: 131009, error_data: { details: `\u0000${"x".repeat(498)}🫖` } });
  expect(detail).toBe(`\ufffd${"x".repeat(498)}\ufffd`);
});
