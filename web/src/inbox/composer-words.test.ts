import { expect, test } from "vitest";
import { cardIsWhole, cardOf, draftOf } from "./contact-draft.ts";
import { emojiGroups } from "./emoji-list.ts";
import { findEmoji } from "./emoji-names.ts";
import { pairIn } from "./place-draft.ts";
import { withOurs } from "./reaction-list.ts";
import { markLines, surround } from "./text-marks.ts";

test("marks go around what is chosen, lines get theirs in front", () => {
  expect(surround({ text: "so good", from: 3, to: 7 }, "*", "*")).toEqual({ text: "so *good*", from: 4, to: 8 });
  expect(markLines({ text: "one\ntwo\nthree", from: 1, to: 5 }, "- ").text).toBe("- one\n- two\nthree");
  expect(markLines({ text: "one\ntwo", from: 0, to: 7 }, "1. ").text).toBe("1. one\n2. two");
});

test("a pair of coordinates fills both fields, a number with a comma does not", () => {
  expect(pairIn("51.4545, -2.5879")).toEqual({ latitude: "51.4545", longitude: "-2.5879" });
  expect(pairIn("51.4545,-2.5879")).toEqual({ latitude: "51.4545", longitude: "-2.5879" });
  expect([pairIn("51,45"), pairIn("51.4545"), pairIn("95.1, 2.0")]).toEqual([null, null, null]);
});

test("every emoji is found by an English and an Arabic word", () => {
  expect(findEmoji("coffee")).toEqual(["☕"]);
  expect(findEmoji("قلب أحمر")).toEqual(["❤️"]);
  expect(findEmoji("thumbs d")).toEqual(["👎"]);
  const found = new Set(findEmoji(""));
  expect(
    Object.values(emojiGroups)
      .flat()
      .filter((emoji) => !found.has(emoji)),
  ).toEqual([]);
});

test("there is one reaction of ours, and an empty one takes it back", () => {
  const theirs = { emoji: "👍", by: "contact", at: "1" } as const;
  const ours = { emoji: "🙏", by: "business", at: "2" } as const;
  expect(withOurs([theirs, ours], "❤️", "3")).toEqual([theirs, { emoji: "❤️", by: "business", at: "3" }]);
  expect(withOurs([ours, theirs], "", "3")).toEqual([theirs]);
});

test("a contact becomes a card with what can be reached", () => {
  const card = draftOf({
    name: "Amara Okafor",
    company: null,
    identities: [
      { id: "1", kind: "phone", display: "+44 7700 900123", retired: false },
      { id: "2", kind: "phone", display: "+44 1", retired: true },
      { id: "3", kind: "whatsapp_user_id", display: "GB.1", retired: false },
    ],
  });
  expect(cardOf(card)).toEqual({ name: "Amara Okafor", phones: [{ phone: "+44 7700 900123" }], emails: [] });
  expect([cardIsWhole(card), cardIsWhole({ ...card, phones: [""] }), cardIsWhole({ ...card, emails: ["nobody"] })]).toEqual([
    true,
    false,
    false,
  ]);
});
