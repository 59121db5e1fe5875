import { expect, test } from "vitest";
import { kindOf, mediaRefusal, mimeOf } from "./media-limits.ts";

test("a photo that is too large says the limit and offers a smaller one", () => {
  expect(mediaRefusal("image", { mime: "image/jpeg", size: 5_000_001 })).toEqual({
    because: "size",
    kind: "image",
    limit: 5_000_000,
    redraw: true,
  });
  expect(mediaRefusal("image", { mime: "image/jpeg", size: 5_000_000 })).toBeNull();
  expect(mediaRefusal("image", { mime: "image/heic", size: 900 })).toMatchObject({ because: "type", redraw: true });
  expect(mediaRefusal("document", { mime: "application/zip", size: 900 })).toMatchObject({ because: "type", redraw: false });
  expect(mediaRefusal("document", { mime: "application/pdf", size: 0 })).toMatchObject({ because: "empty" });
});

test("a sticker that does not move may have a fifth of one that does", () => {
  expect(mediaRefusal("sticker", { mime: "image/webp", size: 100_001, animated: false })).toMatchObject({ limit: 100_000 });
  expect(mediaRefusal("sticker", { mime: "image/webp", size: 100_001, animated: true })).toBeNull();
});

test("a file whose type the browser does not know is known by its ending", () => {
  expect(mimeOf({ name: "clip.3gp", type: "" })).toBe("video/3gpp");
  expect(mimeOf({ name: "note.opus", type: "" })).toBe("audio/ogg");
  expect(mimeOf({ name: "song.m4a", type: "audio/x-m4a" })).toBe("audio/mp4");
  expect(mimeOf({ name: "plain", type: "" })).toBe("application/octet-stream");
  expect([
    kindOf("image/png"),
    kindOf("video/mp4"),
    kindOf("audio/mpeg"),
    kindOf("image/webp"),
    kindOf("application/pdf"),
    kindOf("image/gif"),
  ]).toEqual(["image", "video", "audio", "sticker", "document", "image"]);
});
