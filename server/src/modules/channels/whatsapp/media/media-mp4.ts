import type { FileHandle } from "node:fs/promises";

/** Codecs by the names of their sample entries (`avc1`, `mp4a`, ...); AAC is told from other sound in `mp4a`. */
export type Movie = { video: string[]; audio: string[] };

/** Larger than any real one of a file WhatsApp takes; what claims more is not read into memory. */
const longestIndex = 16_000_000;
/** Real ones have a few dozen side by side. Each costs a read, or an object. */
const mostBoxes = 1000;

/** The tracks of an MP4 or 3GP file (ISO/IEC 14496-12), from its `moov` box wherever that stands; null where there is none. */
export const readMovie = async (file: FileHandle): Promise<Movie | null> => {
  const { size: total } = await file.stat();
  const head = Buffer.alloc(16);
  for (let [at, seen] = [0, 0]; at + 8 <= total && seen < mostBoxes; seen += 1) {
    const { bytesRead } = await file.read(head, 0, 16, at);
    const box = boxAt(head.subarray(0, bytesRead), 0, total - at);
    if (!box) return null;
    if (box.type === "moov") {
      if (box.size > longestIndex) return null;
      const index = Buffer.alloc(box.size - box.head);
      await file.read(index, 0, index.length, at + box.head);
      return tracksOf(index);
    }
    at += box.size;
  }
  return null;
};

type Box = { type: string; head: number; size: number };

const boxAt = (bytes: Buffer, at: number, left: number): Box | null => {
  if (bytes.length < at + 8) return null;
  const [short, type] = [bytes.readUInt32BE(at), bytes.toString("latin1", at + 4, at + 8)];
  const long = short === 1;
  if (long && bytes.length < at + 16) return null;
  // 0: to the end of what holds it.
  const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? left : short;
  const head = long ? 16 : 8;
  return size < head || size > left ? null : { type, head, size };
};

const children = (bytes: Buffer): { type: string; body: Buffer }[] => {
  const found: { type: string; body: Buffer }[] = [];
  for (let at = 0; at + 8 <= bytes.length && found.length < mostBoxes; ) {
    const box = boxAt(bytes, at, bytes.length - at);
    if (!box) break;
    found.push({ type: box.type, body: bytes.subarray(at + box.head, at + box.size) });
    at += box.size;
  }
  return found;
};

const inside = (bytes: Buffer | undefined, ...path: string[]): Buffer | undefined =>
  path.reduce<Buffer | undefined>((held, type) => held && children(held).find((box) => box.type === type)?.body, bytes);

const tracksOf = (moov: Buffer): Movie => {
  const movie: Movie = { video: [], audio: [] };
  for (const track of children(moov).filter((box) => box.type === "trak")) {
    const media = inside(track.body, "mdia");
    const handler = inside(media, "hdlr")?.toString("latin1", 8, 12);
    const entries = inside(media, "minf", "stbl", "stsd")?.subarray(8);
    const codec = entries && children(entries)[0];
    if (handler === "vide") movie.video.push(codec?.type ?? "unknown");
    if (handler === "soun") movie.audio.push(codec ? soundOf(codec) : "unknown");
  }
  return movie;
};

/** `mp4a` may hold MP3 as well: ISO/IEC 14496-1's object type in its descriptor tells (0x40 and 0x66 to 0x68 are AAC). */
const soundOf = ({ type, body }: { type: string; body: Buffer }): string => {
  if (type !== "mp4a") return type;
  const config = body.indexOf("esds", 28, "latin1");
  if (config < 0) return type;
  for (let at = config + 8; at + 2 < Math.min(body.length, config + 60); at += 1) {
    if (body[at] !== 0x04) continue;
    let next = at + 1;
    while ((body[next] ?? 0) & 0x80) next += 1;
    const object = body[next + 1] ?? 0;
    return object === 0x40 || (object >= 0x66 && object <= 0x68) ? "aac" : `mp4a.${object.toString(16)}`;
  }
  return type;
};
