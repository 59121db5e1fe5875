import { expect, test } from "vitest";
import { plainText } from "./rich-text.tsx";

test("WhatsApp's marks are taken off where there is one line only", () => {
  expect(plainText("It is *much finer* than I _asked_ for, ~fine~ `V60`")).toBe("It is much finer than I asked for, fine V60");
});

test("stars and underscores inside words and sums are not marks", () => {
  expect(plainText("2*3*4 and snake_case_name and * alone *")).toBe("2*3*4 and snake_case_name and * alone *");
});

test("an address keeps its underscores", () => {
  expect(plainText("See https://shop.example/a_b_c.")).toBe("See https://shop.example/a_b_c.");
});
