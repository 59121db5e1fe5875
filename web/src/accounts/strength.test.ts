import { expect, test } from "vitest";
import { strengthOf } from "./strength.ts";

test("nine characters are short, however wild", () => {
  expect(strengthOf("aB3$eF7!k")).toBe("short");
});

test("a row of one character and a password everybody tries are weak", () => {
  expect(strengthOf("aaaaaaaaaaaa")).toBe("weak");
  expect(strengthOf("password12345")).toBe("weak");
});

test("one's own name counts for nothing", () => {
  expect(strengthOf("MaraLindqvist1", ["Mara Lindqvist"])).toBe("weak");
});

test("four words are strong", () => {
  expect(strengthOf("correct horse battery staple")).toBe("strong");
});
