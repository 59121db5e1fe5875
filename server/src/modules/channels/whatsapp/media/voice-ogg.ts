import { createHash } from "node:crypto";
import { OpusBroken, samplesOf } from "./voice-opus.ts";
import type { OpusStream } from "./voice-webm.ts";

const [first, last] = [0x02, 0x04];
/** About a second a page: players seek by pages. */
const samplesPerPage = 48_000;

/**
 * Opus packets as an Ogg file (RFC 3533, RFC 7845), none of them touched. The stream is marked as mono, which WhatsApp wants of a voice
 * message: a decoder mixes packets of two channels down by itself (RFC 7845 §5.1.1). The same recording gives the same bytes.
 */
export const writeOgg = ({ head, packets, trim }: OpusStream): Buffer => {
  const opened = monoHead(head);
  const serial = createHash("sha256")
    .update(opened)
    .update(Buffer.concat(packets.slice(0, 50)))
    .digest()
    .readUInt32LE(0);
  const pages: Buffer[] = [];
  const add = (body: Buffer[], granule: number, flags: number) => pages.push(page(serial, pages.length, body, granule, flags));
  add([opened], 0, first);
  add([tags()], 0, 0);

  let waiting: Buffer[] = [];
  let [segments, onPage, total] = [0, 0, 0];
  packets.forEach((packet, at) => {
    const needs = Math.floor(packet.length / 255) + 1;
    if (needs > 255) throw new OpusBroken("The recording has a damaged packet.");
    if (segments + needs > 255 || onPage >= samplesPerPage) {
      add(waiting, total, 0);
      waiting = [];
      [segments, onPage] = [0, 0];
    }
    const samples = samplesOf(packet);
    waiting.push(packet);
    segments += needs;
    onPage += samples;
    total += samples;
    if (at === packets.length - 1) add(waiting, Math.max(total - trim, 0), last);
  });
  return Buffer.concat(pages);
};

/** An Ogg file of one Opus stream marked as mono: only its first page changes. */
export const markMono = (ogg: Buffer): Buffer => {
  const segments = ogg[26] ?? 0;
  const size = ogg.subarray(27, 27 + segments).reduce((sum, lace) => sum + lace, 0);
  const [start, end] = [27 + segments, 27 + segments + size];
  if (ogg.toString("latin1", 0, 4) !== "OggS" || ogg.length < end) throw new OpusBroken("The recording is damaged.");
  const head = monoHead(ogg.subarray(start, end));
  return Buffer.concat([sealed(Buffer.concat([ogg.subarray(0, start), head])), ogg.subarray(end)]);
};

const monoHead = (head: Buffer): Buffer => {
  if (head.length < 19 || head.toString("latin1", 0, 8) !== "OpusHead" || (head[18] ?? 1) !== 0)
    throw new OpusBroken("The recording has more than two channels.");
  const mono = Buffer.from(head);
  mono.writeUInt8(1, 9);
  return mono;
};

const tags = (): Buffer => {
  const vendor = Buffer.from("Candor");
  const body = Buffer.alloc(8 + 4 + vendor.length + 4);
  body.write("OpusTags", 0, "latin1");
  body.writeUInt32LE(vendor.length, 8);
  vendor.copy(body, 12);
  return body;
};

const page = (serial: number, number: number, packets: Buffer[], granule: number, flags: number): Buffer => {
  const laces = packets.flatMap((packet) => [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255]);
  const head = Buffer.alloc(27 + laces.length);
  head.write("OggS", 0, "latin1");
  head.writeUInt8(flags, 5);
  head.writeBigUInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(serial, 14);
  head.writeUInt32LE(number, 18);
  head.writeUInt8(laces.length, 26);
  head.set(laces, 27);
  return sealed(Buffer.concat([head, ...packets]));
};

/** The checksum is of the whole page with its own place zero (RFC 3533 §6, CRC-32 with 0x04c11db7, not reflected). */
const sealed = (whole: Buffer): Buffer => {
  whole.writeUInt32LE(0, 22);
  let crc = 0;
  for (const byte of whole) crc = ((crc << 8) ^ (table[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  whole.writeUInt32LE(crc, 22);
  return whole;
};

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});
