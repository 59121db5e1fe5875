import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type MediaKind, requireFit } from "./limits-media.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-media-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const media = (name: string) => new URL(`../../../../../test/media/${name}`, import.meta.url).pathname;
const made = (name: string, bytes: Buffer) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const png = (bits: number, colour: number) =>
  Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(8), Buffer.from([bits, colour]), Buffer.alloc(8)]);
const jpeg = (components: number) =>
  Buffer.concat([Buffer.from("ffd8ffc0001108", "hex"), Buffer.from([0, 1, 0, 1, components]), Buffer.alloc(20)]);
const fit = (kind: MediaKind, mime: string, path: string) =>
  requireFit("fileId", kind, { state: "stored", mime, size: String(readFileSync(path).length) }, path);

test.each<[string, MediaKind, string, string, string]>([
  ["H.264 with AAC", "video", "video/mp4", media("h264.mp4"), "video/mp4"],
  ["AAC in MP4", "audio", "audio/x-m4a", media("aac.m4a"), "audio/mp4"],
  ["AAC in MP4 that calls itself a video", "audio", "video/mp4", media("aac.m4a"), "audio/mp4"],
  ["MP3", "audio", "audio/mpeg", media("sound.mp3"), "audio/mpeg"],
  ["stereo Opus as plain audio", "audio", "audio/ogg; codecs=opus", media("stereo.ogg"), "audio/ogg"],
  ["an animated sticker", "sticker", "image/webp", media("animated.webp"), "image/webp"],
  ["RGB", "image", "image/png", made("rgb.png", png(8, 2)), "image/png"],
  ["RGBA", "image", "image/png", made("rgba.png", png(8, 6)), "image/png"],
  ["a grey JPEG", "image", "image/jpeg", made("grey.jpg", jpeg(1)), "image/jpeg"],
])("%s is taken", async (_, kind, mime, path, as) => {
  expect(await fit(kind, mime, path)).toBe(as);
});

const box = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};
const empty = (type: string, count: number) => Buffer.alloc(8 * count, box(type, Buffer.alloc(0)));

test("a film of millions of empty parts is not read to its end", async () => {
  const since = Date.now();
  await expect(fit("video", "video/mp4", made("parts.mp4", empty("free", 1_900_000)))).rejects.toThrow("damaged");
  await expect(fit("video", "video/mp4", made("tracks.mp4", box("moov", empty("trak", 1_900_000))))).rejects.toThrow("H.264");
  expect(Date.now() - since).toBeLessThan(3000);
});

test.each<[string, MediaKind, string, string, string]>([
  ["H.265", "video", "video/mp4", media("hevc.mp4"), "H.264; this has hev1"],
  ["two sound tracks", "video", "video/mp4", media("two-sounds.mp4"), "at most one audio track; this has 2"],
  ["sound without a picture", "video", "video/mp4", media("aac.m4a"), "this has none"],
  ["a video", "audio", "video/mp4", media("h264.mp4"), "This file is a video"],
  ["Opus in MP4", "audio", "video/mp4", media("chromium-voice.mp4"), "this has Opus"],
  ["Vorbis", "audio", "audio/ogg", media("vorbis.ogg"), "only with one Opus stream"],
  ["two channels as a voice message", "voice", "audio/ogg", media("stereo.ogg"), "mono; this recording has 2 channels"],
  ["AAC as a voice message", "voice", "audio/x-m4a", media("aac.m4a"), "OGG with Opus as a voice message"],
  ["16 bits", "image", "image/png", made("16.png", png(16, 2)), "8 bits a colour; this one has 16"],
  ["a palette", "image", "image/png", made("palette.png", png(8, 3)), "palette"],
  ["grey with transparency", "image", "image/png", made("grey.png", png(8, 4)), "grey"],
  ["CMYK", "image", "image/jpeg", made("cmyk.jpg", jpeg(4)), "CMYK"],
  ["half a picture", "image", "image/png", made("half.png", png(8, 2).subarray(0, 20)), "damaged"],
  ["half a film", "video", "video/mp4", made("half.mp4", readFileSync(media("h264.mp4")).subarray(0, 400)), "damaged"],
  [
    "a still sticker of 100,001 bytes",
    "sticker",
    "image/webp",
    made("still.webp", Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBPVP8L", "latin1"), Buffer.alloc(99_985)])),
    "at most 100 kB of one that does not move",
  ],
  ["a sticker of 500,001 bytes", "sticker", "image/webp", made("large.webp", Buffer.alloc(500_001)), "at most 500 kB"],
])("%s is refused by what the bytes are", async (_, kind, mime, path, words) => {
  await expect(fit(kind, mime, path)).rejects.toMatchObject({ field: "fileId", message: expect.stringContaining(words) });
});
