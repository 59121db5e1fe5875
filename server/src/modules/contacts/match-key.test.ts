import fc from "fast-check";
import { expect, test } from "vitest";
import { type IdentityKind, matchKey } from "./match-key.ts";
import { displayPhone, readPhone } from "./phone.ts";

const digits = (min: number, max = min) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const kinds = fc.constantFrom<IdentityKind>("phone", "email", "whatsapp_username", "whatsapp_user_id");

test("the key of a key is the key", () => {
  fc.assert(
    fc.property(
      kinds,
      fc.oneof(
        fc.string(),
        digits(6, 15),
        digits(8, 12).map((rest) => `54${rest}`),
        digits(8, 12).map((rest) => `55${rest}`),
      ),
      (kind, value) => {
        const key = matchKey(kind, value);
        expect(matchKey(kind, key)).toBe(key);
      },
    ),
    { numRuns: 1000 },
  );
});

test("a Brazilian mobile meets itself with and without the ninth digit", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]{2}$/), fc.stringMatching(/^[6-9]\d{7}$/), (area, number) => {
      expect(matchKey("phone", `+55 ${area} 9 ${number}`)).toBe(matchKey("phone", `55${area}${number}`));
    }),
  );
});

test("a Brazilian landline never meets a mobile", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]{2}$/), fc.stringMatching(/^[2-5]\d{7}$/), (area, number) => {
      expect(matchKey("phone", `55${area}9${number}`)).not.toBe(matchKey("phone", `55${area}${number}`));
    }),
  );
});

test("an Argentine mobile meets itself with 9, without it, and with 15", () => {
  const number = fc.oneof(
    fc.tuple(fc.constant("11"), digits(8)),
    fc.tuple(fc.constantFrom("351", "221", "341"), digits(7)),
    fc.tuple(fc.constantFrom("2966", "3837"), digits(6)),
  );
  fc.assert(
    fc.property(number, ([area, local]) => {
      const key = matchKey("phone", `54${area}${local}`);
      expect(matchKey("phone", `+54 9 ${area} ${local}`)).toBe(key);
      expect(matchKey("phone", `+54 ${area} 15 ${local}`)).toBe(key);
      expect(matchKey("phone", `0054 9 ${area} 15-${local}`)).toBe(key);
    }),
  );
});

test("a Mexican mobile meets itself with and without 1", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[2-9]\d{9}$/), (number) => {
      expect(matchKey("phone", `+521${number}`)).toBe(matchKey("phone", `52 ${number}`));
    }),
  );
});

test("two different numbers of one notation never share a key", () => {
  for (const [prefix, length] of [
    ["5511", 9],
    ["54911", 8],
    ["521", 10],
    ["4420", 8],
    ["1212", 7],
  ] as const) {
    fc.assert(
      fc.property(digits(length), digits(length), (a, b) => {
        fc.pre(a !== b);
        expect(matchKey("phone", prefix + a)).not.toBe(matchKey("phone", prefix + b));
      }),
    );
  }
});

test("notation does not matter, letters' case neither, except in user ids", () => {
  expect(
    new Set(["+44 (0)20 7946 0018", "0044 20 7946-0018", "442079460018", "+44.20.7946.0018"].map((value) => matchKey("phone", value))),
  ).toEqual(new Set(["442079460018"]));
  expect(matchKey("email", " Ada@Example.TEST ")).toBe("ada@example.test");
  expect(matchKey("whatsapp_username", "@Ada.L")).toBe("ada.l");
  expect(matchKey("whatsapp_user_id", "US.13aB")).toBe("US.13aB");
});

test("national notation is read where the country is known, and only there", () => {
  expect(readPhone("020 7946 0018", "GB")).toBe("442079460018");
  expect(readPhone("020 7946 0018", null)).toBeNull();
  expect(readPhone("+44 (0)20 7946 0018", "BR")).toBe("442079460018");
  expect(readPhone("0044 20 7946 0018", null)).toBe("442079460018");
  expect(readPhone("447911123456", null)).toBe("447911123456");
  expect(readPhone("+39 (0)6 6982 1234", null)).toBe("390669821234");
  expect(matchKey("phone", readPhone("11 8765-4321", "BR") ?? "")).toBe("5511987654321");
  expect(readPhone("Ada", "GB")).toBeNull();
  expect(readPhone("12", "GB")).toBeNull();
});

test("a number is shown in international notation, an unknown one as it is", () => {
  expect(displayPhone("442079460018")).toBe("+44 20 7946 0018");
  expect(displayPhone("999000111")).toBe("+999000111");
});
