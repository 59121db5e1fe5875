import { expect, test } from "vitest";
import { mediaRefusal } from "./limits-media.ts";
import { numberPace, pairPace } from "./pacing.ts";

test.each<[string | null, boolean, number]>([
  [null, false, 80],
  ["STANDARD", false, 80],
  ["HIGH", false, 1000],
  ["HIGH", true, 20],
])("throughput %s, coexistence %s: at most %i in any second", (throughput, coexistence, limit) => {
  const { budget } = numberPace({ app_id: "a", phone_number_id: "1", throughput, coexistence });
  expect(budget.capacity + budget.perSecond).toBe(limit);
});

test("one person gets 45 at once, then one in six seconds", () => {
  expect(pairPace("1", "x").budget).toEqual({ capacity: 45, perSecond: 1 / 6 });
});

test.each<["image" | "document", string, number, string | null]>([
  ["image", "image/jpeg", 5_000_000, null],
  ["image", "image/jpeg", 5_000_001, "at most 5 MB"],
  ["image", "image/webp", 10, "JPEG or PNG"],
  ["document", "application/pdf", 100_000_000, null],
  ["document", "application/pdf", 100_000_001, "at most 100 MB"],
  ["document", "text/html", 10, "PDF"],
  ["document", "application/pdf", 0, "empty"],
])("a file sent as %s of type %s with %i bytes: %s", (kind, mime, size, words) => {
  const refusal = mediaRefusal("fileId", kind, { state: "stored", mime, size: String(size) });
  if (words === null) expect(refusal).toBeNull();
  else expect(refusal).toMatchObject({ field: "fileId", message: expect.stringContaining(words) });
});
