import { type FileHandle, open } from "node:fs/promises";
import { type Movie, readMovie } from "./media-mp4.ts";

/** What the bytes of a file are, as far as WhatsApp's rules ask. Nothing is decoded. */
export type Look =
  | { kind: "picture"; bits: number; colours: "rgb" | "rgba" | "grey" | "grey_alpha" | "palette" | "cmyk" }
  | { kind: "sticker"; animated: boolean }
  | { kind: "ogg"; streams: string[]; channels: number }
  | ({ kind: "movie" } & Movie)
  | { kind: "other" }
  /** The type's own mark is there, what must follow is not. */
  | { kind: "broken" };

/** JPEG keeps its frame header behind the metadata, which cameras fill with previews. */
const headBytes = 512 * 1024;

export const lookAt = async (path: string, mime: string): Promise<Look> => {
  const file = await open(path, "r");
  try {
    return await look(file, mime);
  } catch (error) {
    // Reading past the end of something that lies about its length.
    if (error instanceof RangeError) return { kind: "broken" };
    throw error;
  } finally {
    await file.close();
  }
};

const look = async (file: FileHandle, mime: string): Promise<Look> => {
  if (mime === "video/mp4" || mime === "video/3gpp" || mime === "audio/mp4") {
    const movie = await readMovie(file);
    return movie ? { kind: "movie", ...movie } : { kind: "broken" };
  }
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  const head = buffer.subarray(0, bytesRead);
  if (mime === "image/png") return png(head);
  if (mime === "image/jpeg") return jpeg(head);
  if (mime === "image/webp") return webp(head);
  if (mime === "audio/ogg") return ogg(head);
  return { kind: "other" };
};

// PNG §11.2.2: IHDR is the first chunk; bit depth and colour type.
const png = (head: Buffer): Look => {
  if (head.readUInt32BE(0) !== 0x89504e47 || head.toString("latin1", 12, 16) !== "IHDR") return { kind: "broken" };
  const colours = ({ 0: "grey", 2: "rgb", 3: "palette", 4: "grey_alpha", 6: "rgba" } as const)[head.readUInt8(25)];
  return colours ? { kind: "picture", bits: head.readUInt8(24), colours } : { kind: "broken" };
};

// ITU T.81 §B.2.2: the frame header holds precision and the number of components.
const jpeg = (head: Buffer): Look => {
  if (head.readUInt16BE(0) !== 0xffd8) return { kind: "broken" };
  for (let at = 2; at + 10 < head.length; ) {
    if (head[at] !== 0xff) return { kind: "broken" };
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const components = head.readUInt8(at + 9);
      return { kind: "picture", bits: head.readUInt8(at + 4), colours: components === 4 ? "cmyk" : "rgb" };
    }
    at += 2 + head.readUInt16BE(at + 2);
  }
  return { kind: "broken" };
};

// RFC 9649 §2.7: only an extended file can be animated, and says so in its flags.
const webp = (head: Buffer): Look => {
  if (head.toString("latin1", 0, 4) !== "RIFF" || head.toString("latin1", 8, 12) !== "WEBP" || head.length < 21) return { kind: "broken" };
  return { kind: "sticker", animated: head.toString("latin1", 12, 16) === "VP8X" && (head.readUInt8(20) & 0x02) !== 0 };
};

// RFC 3533 §4: every stream of a file begins with a page of its own, all of them before anything else.
const ogg = (head: Buffer): Look => {
  const streams: string[] = [];
  let channels = 0;
  for (let at = 0; at + 27 <= head.length && head.toString("latin1", at, at + 4) === "OggS"; ) {
    if ((head.readUInt8(at + 5) & 0x02) === 0) break;
    const segments = head.readUInt8(at + 26);
    const body = at + 27 + segments;
    const size = head.subarray(at + 27, body).reduce((sum, lace) => sum + lace, 0);
    const isOpus = head.toString("latin1", body, body + 8) === "OpusHead";
    streams.push(isOpus ? "opus" : head.toString("latin1", body, body + 8).replace(/[^ -~]/g, ""));
    if (isOpus) channels = head.readUInt8(body + 9);
    at = body + size;
  }
  return streams.length === 0 ? { kind: "broken" } : { kind: "ogg", streams, channels };
};
