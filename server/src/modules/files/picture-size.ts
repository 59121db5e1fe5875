import { open } from "node:fs/promises";

type Size = { width: number; height: number };
/** JPEG keeps its size behind the metadata, which cameras fill with previews. */
const headBytes = 512 * 1024;

/** Width and height from a picture's own header; null for anything else or where it cannot be found. Nothing is decoded. */
export const pictureSize = async (path: string, mime: string): Promise<Size | null> => {
  const read = readers[mime];
  if (!read) return null;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const size = read(buffer.subarray(0, bytesRead));
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // Reading past the end of a header that lies about its length.
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    await file.close();
  }
};

const png = (head: Buffer): Size => ({ width: head.readUInt32BE(16), height: head.readUInt32BE(20) });
const gif = (head: Buffer): Size => ({ width: head.readUInt16LE(6), height: head.readUInt16LE(8) });

/** The three kinds of WebP: lossy (VP8), lossless (VP8L), extended (VP8X); RFC 9649 §2. */
const webp = (head: Buffer): Size | null => {
  const kind = head.toString("latin1", 12, 16);
  if (kind === "VP8 ") return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  if (kind === "VP8L") {
    const bits = head.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return kind === "VP8X" ? { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 } : null;
};

/** Walks the segments to the frame header (SOF0 to SOF15 without DHT, JPG, DAC). Orientation 5 to 8 of EXIF lays the picture on its side. */
const jpeg = (head: Buffer): Size | null => {
  let sideways = false;
  for (let at = 2; at + 9 < head.length; ) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = head.readUInt16BE(at + 2);
    if (marker === 0xe1 && head.toString("latin1", at + 4, at + 8) === "Exif")
      sideways = orientation(head.subarray(at + 10, at + 2 + length)) >= 5;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [head.readUInt16BE(at + 5), head.readUInt16BE(at + 7)];
      return sideways ? { width: height, height: width } : { width, height };
    }
    at += 2 + length;
  }
  return null;
};

const orientation = (tiff: Buffer): number => {
  if (tiff.length < 14) return 1;
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
};

const readers: Record<string, (head: Buffer) => Size | null> = {
  "image/png": png,
  "image/apng": png,
  "image/gif": gif,
  "image/webp": webp,
  "image/jpeg": jpeg,
};
