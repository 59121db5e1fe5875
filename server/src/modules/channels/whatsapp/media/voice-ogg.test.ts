import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markMono, writeOgg } from "./voice-ogg.ts";
import { OpusBroken, samplesOf } from "./voice-opus.ts";
import { readWebm } from "./voice-webm.ts";

const recorded = (name: string) => readFileSync(new URL(`../../../../../test/media/${name}`, import.meta.url));

type Page = { flags: number; granule: number; number: number; serial: number; packets: Buffer[]; sumIsRight: boolean };
/** Reads an Ogg file back by the letter of RFC 3533, with a checksum of its own making. */
const pagesOf = (ogg: Buffer): Page[] => {
  const pages: Page[] = [];
  for (let at = 0; at < ogg.length; ) {
    expect(ogg.toString("latin1", at, at + 4)).toBe("OggS");
    const laces = [...ogg.subarray(at + 27, at + 27 + ogg.readUInt8(at + 26))];
    const start = at + 27 + laces.length;
    const end = start + laces.reduce((sum, lace) => sum + lace, 0);
    const packets: Buffer[] = [];
    let [from, length] = [start, 0];
    for (const lace of laces) {
      length += lace;
      if (lace === 255) continue;
      packets.push(ogg.subarray(from, from + length));
      [from, length] = [from + length, 0];
    }
    const whole = Buffer.from(ogg.subarray(at, end));
    whole.writeUInt32LE(0, 22);
    pages.push({
      flags: ogg.readUInt8(at + 5),
      granule: Number(ogg.readBigUInt64LE(at + 6)),
      serial: ogg.readUInt32LE(at + 14),
      number: ogg.readUInt32LE(at + 18),
      packets,
      sumIsRight: bitwiseCrc(whole) === ogg.readUInt32LE(at + 22),
    });
    at = end;
  }
  return pages;
};
const bitwiseCrc = (bytes: Buffer): number => {
  let crc = 0n;
  for (const byte of bytes)
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carry = ((crc >> 31n) & 1n) ^ BigInt((byte >> bit) & 1);
      crc = ((crc << 1n) & 0xffffffffn) ^ (carry ? 0x04c11db7n : 0n);
    }
  return Number(crc);
};

test.each([
  ["chromium-voice.webm", 1.5],
  ["chromium-stereo.webm", 0.78],
])("what Chromium recorded as %s becomes an Ogg file with the same packets, %d s long", (name, seconds) => {
  const stream = readWebm(recorded(name));
  const pages = pagesOf(writeOgg(stream));
  expect(pages.every((page) => page.sumIsRight)).toBe(true);
  expect(pages.map((page) => page.number)).toEqual(pages.map((_, at) => at));
  expect(new Set(pages.map((page) => page.serial)).size).toBe(1);
  expect([pages[0]?.flags, pages.at(-1)?.flags]).toEqual([2, 4]);
  expect(pages[0]?.packets[0]?.toString("latin1", 0, 8)).toBe("OpusHead");
  expect(pages[0]?.packets[0]?.[9], "channels").toBe(1);
  expect(pages[1]?.packets[0]?.toString("latin1", 0, 8)).toBe("OpusTags");
  expect(Buffer.concat(pages.slice(2).flatMap((page) => page.packets)).equals(Buffer.concat(stream.packets))).toBe(true);
  expect(pages.at(-1)?.granule).toBe(seconds * 48_000);
});

test("the same recording always becomes the same bytes", () => {
  const stream = readWebm(recorded("chromium-voice.webm"));
  expect(writeOgg(stream).equals(writeOgg(stream))).toBe(true);
});

test("a recording that was cut off keeps what is whole of it; one of nothing is refused", () => {
  const whole = recorded("chromium-voice.webm");
  expect(readWebm(whole.subarray(0, whole.length - 20)).packets).toHaveLength(24);
  for (const bytes of [Buffer.alloc(0), whole.subarray(0, 60), Buffer.from("OggS"), recorded("h264.mp4")])
    expect(() => readWebm(bytes)).toThrow(OpusBroken);
});

test("whatever the bytes are, reading ends, with packets or with a reason", () => {
  const whole = recorded("chromium-voice.webm");
  const damaged = fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 })).map(([at, bytes]) => {
    const copy = Buffer.from(whole);
    copy.set(bytes.subarray(0, copy.length - at), at);
    return copy;
  });
  fc.assert(
    fc.property(damaged, (bytes) => {
      try {
        expect(pagesOf(writeOgg(readWebm(bytes))).every((page) => page.sumIsRight)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(OpusBroken);
      }
    }),
  );
});

const element = (id: number[], body: Buffer) =>
  Buffer.concat([Buffer.from([...id, 0x10, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff]), body]);
const anOpusTrack = Buffer.concat([
  Buffer.from([0xae, 0x80]),
  element([0xd7], Buffer.from([1])),
  element([0x83], Buffer.from([2])),
  element([0x86], Buffer.from("A_OPUS")),
]);
const aBlock = element([0xa3], Buffer.from([0x81, 0, 0, 0, 0x08]));

test.each([
  ["nothing but tracks", Buffer.alloc(1_000_000, Buffer.from([0xae, 0x80])), "damaged"],
  ["nothing but groups", Buffer.alloc(2_000_000, Buffer.from([0xa0, 0x80])), "too long"],
  ["more packets than any recording has", Buffer.concat([anOpusTrack, Buffer.alloc(aBlock.length * 600_000, aBlock)]), "too long"],
  [
    "a header larger than a page of Ogg",
    Buffer.concat([anOpusTrack, element([0x63, 0xa2], Buffer.concat([Buffer.from("OpusHead"), Buffer.alloc(100_000)])), aBlock]),
    "header is damaged",
  ],
])("a file of %s is refused", (_, bytes, words) => {
  const read = () => writeOgg(readWebm(bytes));
  expect(read).toThrow(OpusBroken);
  expect(read).toThrow(words);
});

// RFC 6716 §3.1, table 2.
test.each([
  ["SILK, 10 ms, one frame", [0x00], 480],
  ["SILK, 60 ms, one frame", [0x18], 2880],
  ["hybrid, 20 ms, two frames", [0x69], 1920],
  ["CELT, 2.5 ms, one frame", [0x80], 120],
  ["CELT, 20 ms, two frames of their own lengths", [0xfa], 1920],
  ["CELT, 20 ms, three frames", [0x7b, 0x03], 2880],
])("a packet of %s has its samples", (_, bytes, samples) => {
  expect(samplesOf(Buffer.from(bytes))).toBe(samples);
});

test("a packet of more than 120 ms is none", () => {
  expect(() => samplesOf(Buffer.from([0xfb, 0x07]))).toThrow(OpusBroken);
  expect(() => samplesOf(Buffer.alloc(0))).toThrow(OpusBroken);
});

test("an Ogg recording of two channels is marked as mono, its sound untouched", () => {
  const stereo = recorded("stereo.ogg");
  const [before, after] = [pagesOf(stereo), pagesOf(markMono(stereo))];
  expect(before[0]?.packets[0]?.[9]).toBe(2);
  expect(after[0]?.packets[0]?.[9]).toBe(1);
  expect(after.every((page) => page.sumIsRight)).toBe(true);
  expect(after.slice(1)).toEqual(before.slice(1));
});
