import { open } from "node:fs/promises";

export type Size = { width: number; height: number };

/** Width and height from the head of a PNG, JPEG or WebP; null where it is none of these or broken. Nothing is decoded. */
export const imageSize = async (path: string): Promise<Size | null> => {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(512_000);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return sizeOf(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
};

export const sizeOf = (bytes: Buffer): Size | null => {
  if (bytes.length < 30) return null;
  const size =
    bytes.readUInt32BE(0) === 0x89504e47
      ? png(bytes)
      : bytes.readUInt16BE(0) === 0xffd8
        ? jpeg(bytes)
        : bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP"
          ? webp(bytes)
          : null;
  return size && size.width > 0 && size.height > 0 && size.width <= 100_000 && size.height <= 100_000 ? size : null;
};

// PNG §11.2.2: IHDR is the first chunk.
const png = (bytes: Buffer): Size => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

// ITU T.81 §B.2.2: the frame header (SOF0 to SOF15 without DHT, JPG and DAC) holds height and width. EXIF orientations 5 to 8 lie on their side.
const jpeg = (bytes: Buffer): Size | null => {
  let at = 2;
  let turned = false;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    }
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1) turned = liesOnSide(bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return null;
};

const liesOnSide = (exif: Buffer): boolean => {
  if (exif.length < 20 || exif.toString("latin1", 0, 4) !== "Exif") return false;
  const little = exif.toString("latin1", 6, 8) === "II";
  const short = (at: number) => (at + 2 > exif.length ? 0 : little ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const long = (at: number) => (at + 4 > exif.length ? 0 : little ? exif.readUInt32LE(at) : exif.readUInt32BE(at));
  const directory = 6 + long(10);
  for (let entry = 0; entry < Math.min(short(directory), 200); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8) >= 5;
  }
  return false;
};

// RFC 9649: lossy, lossless and extended files keep it in three places.
const webp = (bytes: Buffer): Size | null => {
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8 ") return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind === "VP8X") return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind !== "VP8L") return null;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
};
