import { OpusBroken, samplesOf } from "./voice-opus.ts";

/** The Opus packets of a recording with the header they are decoded by (RFC 7845 §5.1); `trim` are samples at 48 kHz to drop at the end. */
export type OpusStream = { head: Buffer; packets: Buffer[]; trim: number };

// RFC 9559 (Matroska) element ids, and RFC 8794 (EBML) for how they are written.
const ids = {
  segment: 0x18538067,
  cluster: 0x1f43b675,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  codec: 0x86,
  codecPrivate: 0x63a2,
  codecDelay: 0x56aa,
  audio: 0xe1,
  channels: 0x9f,
  encodings: 0x6d80,
  blockGroup: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3,
  discardPadding: 0x75a2,
};
/** Read into, instead of over: their children follow one after the other, so that a missing length (a browser's live recording) does not matter. */
const entered = new Set([ids.segment, ids.cluster, ids.tracks, ids.track, ids.audio, ids.blockGroup]);

/** A recording has one; a file of nothing but tracks would fill the memory. */
const mostTracks = 64;
/** Three hours of packets of 20 ms: more do not fit into what WhatsApp takes, unless they are made to keep us busy. */
const mostElements = 600_000;
/** An OpusHead has 19 bytes, or a few more (RFC 7845 §5.1). */
const longestHead = 255;

type Track = { number: number; type: number; codec: string; head: Buffer | null; channels: number; delay: number; encoded: boolean };

/** The Opus audio of a WebM file. Throws OpusBroken with the reason for a person where there is none, or it cannot be taken out. */
export const readWebm = (bytes: Buffer): OpusStream => {
  const tracks: Track[] = [];
  const packets: Buffer[] = [];
  let chosen: Track | undefined;
  let trim = 0;
  for (const { id, body } of elements(bytes)) {
    const track = tracks.at(-1);
    if (id === ids.track) {
      if (tracks.length === mostTracks) throw new OpusBroken("The recording is damaged.");
      tracks.push({ number: 0, type: 0, codec: "", head: null, channels: 1, delay: 0, encoded: false });
    } else if (track && id === ids.trackNumber) track.number = unsigned(body);
    else if (track && id === ids.trackType) track.type = unsigned(body);
    else if (track && id === ids.codec) track.codec = body.toString("latin1").replace(/\0+$/, "");
    else if (track && id === ids.codecPrivate) track.head = Buffer.from(body);
    else if (track && id === ids.codecDelay) track.delay = unsigned(body);
    else if (track && id === ids.channels) track.channels = unsigned(body);
    else if (track && id === ids.encodings) track.encoded = true;
    else if (id === ids.simpleBlock || id === ids.block) {
      chosen ??= opusTrack(tracks);
      const packet = packetOf(body, chosen.number);
      if (!packet) continue;
      samplesOf(packet);
      packets.push(packet);
      trim = 0;
    } else if (id === ids.discardPadding) trim = Math.max(0, Math.round((signed(body) * 48) / 1e6));
  }
  chosen ??= opusTrack(tracks);
  if (packets.length === 0) throw new OpusBroken("The recording is empty.");
  return { head: chosen.head ?? headOf(chosen), packets, trim };
};

const opusTrack = (tracks: Track[]): Track => {
  if (tracks.some((track) => track.type === 1)) throw new OpusBroken("This file is a video.");
  const found = tracks.find((track) => track.type === 2 && track.codec === "A_OPUS");
  if (!found) throw new OpusBroken(tracks.length === 0 ? "This is no WebM recording." : "The sound of this WebM file is not Opus.");
  if (found.encoded) throw new OpusBroken("The sound of this WebM file is compressed or encrypted a second time.");
  if (found.head && (found.head.length < 19 || found.head.length > longestHead || found.head.toString("latin1", 0, 8) !== "OpusHead"))
    throw new OpusBroken("The recording's header is damaged.");
  return found;
};

const nothing = Buffer.alloc(0);

/** Every element in order, those that are entered before their children. What reaches past the end was cut off and ends the file. */
function* elements(bytes: Buffer): Generator<{ id: number; body: Buffer }> {
  let at = 0;
  for (let seen = 0; at < bytes.length; seen += 1) {
    if (seen === mostElements) throw new OpusBroken("The recording is too long.");
    const id = vint(bytes, at, true);
    const size = id && vint(bytes, at + id.length, false);
    if (!id || !size || id.length > 4) return;
    const start = at + id.length + size.length;
    if (entered.has(id.value)) {
      yield { id: id.value, body: nothing };
      at = start;
      continue;
    }
    if (size.unknown || start + size.value > bytes.length) return;
    yield { id: id.value, body: bytes.subarray(start, start + size.value) };
    at = start + size.value;
  }
}

/** A number whose leading zero bits tell its length; ids keep the marking bit. All ones: the length is not known. */
const vint = (bytes: Buffer, at: number, marked: boolean): { value: number; length: number; unknown: boolean } | null => {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return null;
  const mask = 2 ** (8 - length) - 1;
  let value = marked ? first : first & mask;
  let ones = (first & mask) === mask;
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0;
    ones = ones && byte === 0xff;
    value = value * 256 + byte;
  }
  return { value, length, unknown: ones };
};

const packetOf = (block: Buffer, wanted: number): Buffer | null => {
  const track = vint(block, 0, false);
  if (!track || block.length < track.length + 4) throw new OpusBroken("The recording is damaged.");
  if (track.value !== wanted) return null;
  const flags = block[track.length + 2] ?? 0;
  if (flags & 0x06) throw new OpusBroken("The packets of this WebM file are laced together.");
  return block.subarray(track.length + 3);
};

const unsigned = (bytes: Buffer): number => bytes.reduce((value, byte) => value * 256 + byte, 0);
const signed = (bytes: Buffer): number =>
  bytes.length === 0 ? 0 : Number(BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString("hex")}`)));

const headOf = (track: Track): Buffer => {
  const head = Buffer.alloc(19);
  head.write("OpusHead", 0, "latin1");
  head.writeUInt8(1, 8);
  head.writeUInt8(Math.min(2, Math.max(1, track.channels)), 9);
  head.writeUInt16LE(Math.min(0xffff, Math.round((track.delay * 48) / 1e6)), 10);
  head.writeUInt32LE(48_000, 12);
  return head;
};
