import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

const text = "market;price\nCôte d’Ivoire;0,05";
const utf16 = [0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])];
const western = [...text].map((sign) => (sign === "’" ? 0x92 : sign.charCodeAt(0)));

test.each([
  ["UTF-8", new TextEncoder().encode(text)],
  ["UTF-8 with its mark", new TextEncoder().encode(`\uFEFF${text}`)],
  ["UTF-16, as spreadsheets' Unicode text", new Uint8Array(utf16)],
  ["the Western code page", new Uint8Array(western)],
])("%s is read as it was written", (_, bytes) => {
  expect(csvText(bytes.buffer as ArrayBuffer)).toBe(text);
});
