import { expect, test } from "vitest";
import { codeOf, keyUri, newSecret, stepAt, stepOf } from "./totp.ts";

// RFC 6238, appendix B, SHA-1 (its eight digits cut to six); the secret is "12345678901234567890" in base32.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("the code of second %i is the one of the standard", (second, code) => {
  expect(codeOf(secret, stepAt(second * 1000))).toBe(code);
});

test("a clock half a minute off is fine, a minute and a half is not, and no code counts twice", () => {
  const now = 1_700_000_000_000;
  const at = (seconds: number) => codeOf(secret, stepAt(now + seconds * 1000));
  for (const off of [-30, 0, 30]) expect(stepOf(secret, at(off), now, 0)).toBe(stepAt(now + off * 1000));
  for (const off of [-90, 90]) expect(stepOf(secret, at(off), now, 0)).toBeNull();
  expect(stepOf(secret, at(0), now, stepAt(now))).toBeNull();
  for (const wrong of ["", "12345", "1234567", "abcdef", `${at(0)}0`]) expect(stepOf(secret, wrong, now, 0)).toBeNull();
});

test("secrets are 160 random bits, and the address for the app names them", () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  expect(keyUri(secret, "ada@shop.example", "Flower & Co")).toBe(
    `otpauth://totp/Flower%20%26%20Co:ada%40shop.example?secret=${secret}&issuer=Flower%20%26%20Co&algorithm=SHA1&digits=6&period=30`,
  );
});
