import { expect, test, vi } from "vitest";
import type { Upload } from "./upload.ts";

// outbox.ts listens to the window it lives in.
vi.stubGlobal("addEventListener", () => undefined);
const { hasLink, longestFor, messagesOf } = await import("./send-draft.ts");

const upload = (as: Upload["as"], name: string, more: Partial<Upload> = {}): Upload => ({
  id: name,
  source: new File(["x"], name),
  name,
  size: 1,
  mime: "",
  as,
  caption: "",
  preview: null,
  progress: 1,
  file: { id: `file of ${name}`, state: "stored", name, mime: "", size: 1, width: null, height: null, failure: null },
  cancel: () => undefined,
  ...more,
});
const bodies = (draft: Partial<Parameters<typeof messagesOf>[0]>) =>
  messagesOf({ text: "", replyTo: null, uploads: [], linkPreview: true, ...draft }).map(({ body }) => body);

test("several files are several messages in order, the words under the first that can have any", () => {
  expect(
    bodies({
      text: " Both bags ",
      uploads: [upload("sticker", "a.webp"), upload("image", "b.jpg"), upload("document", "c.pdf", { caption: "Prices" })],
    }),
  ).toEqual([
    { type: "sticker", fileId: "file of a.webp" },
    { type: "image", fileId: "file of b.jpg", text: "Both bags" },
    { type: "document", fileId: "file of c.pdf", text: "Prices" },
  ]);
});

test("words that no file can have follow as a text", () => {
  const voice = upload("audio", "v.webm", { recorded: { voice: true, seconds: 3, peaks: [] } });
  expect(bodies({ text: "Listen", uploads: [voice, upload("audio", "song.mp3")] })).toEqual([
    { type: "audio", fileId: "file of v.webm", voice: true },
    { type: "audio", fileId: "file of song.mp3" },
    { type: "text", text: "Listen" },
  ]);
});

test("the first message quotes, the others do not", () => {
  const replyTo = { id: "m1", direction: "inbound", type: "text", text: "Which?" } as Parameters<typeof messagesOf>[0]["replyTo"];
  expect(bodies({ replyTo, uploads: [upload("image", "a.png"), upload("image", "b.png")] })).toEqual([
    { type: "image", fileId: "file of a.png", replyTo: "m1" },
    { type: "image", fileId: "file of b.png" },
  ]);
});

test("an address is sent with a preview unless it is switched off", () => {
  const text = "See https://shop.example/kenya";
  expect(bodies({ text })).toEqual([{ type: "text", text, previewUrl: true }]);
  expect(bodies({ text, linkPreview: false })).toEqual([{ type: "text", text }]);
  expect(bodies({ text: "No address" })).toEqual([{ type: "text", text: "No address" }]);
  expect([hasLink("http://a.example"), hasLink("https://"), hasLink("a.example")]).toEqual([true, false, false]);
});

test("a caption may be a quarter of a text", () => {
  expect([longestFor([]), longestFor([upload("audio", "a.mp3")]), longestFor([upload("image", "a.png")])]).toEqual([4096, 4096, 1024]);
});
