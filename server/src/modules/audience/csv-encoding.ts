import { createReadStream } from "node:fs";

/**
 * Which encoding a text file is written in. A byte order mark says it; zero bytes at every second place betray UTF-16 without one; what is
 * valid UTF-8 to its last byte is UTF-8, as no other encoding looks so by accident; and of the rest the one that old spreadsheets of
 * western languages write is the likeliest.
 */
export const guessEncoding = async (path: string): Promise<string> => {
  let decoder: TextDecoder | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if (!decoder) {
      const wide = wideEncoding(chunk);
      if (wide) return wide;
      decoder = new TextDecoder("utf-8", { fatal: true });
    }
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return "windows-1252";
    }
  }
  try {
    decoder?.decode();
    return "utf-8";
  } catch {
    return "windows-1252";
  }
};

const wideEncoding = (bytes: Buffer): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros: [number, number] = [0, 0];
  const looked = Math.min(bytes.length, 4096) & ~1;
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2 ? 1 : 0] += 1;
  const many = looked / 2 / 3;
  if (looked < 4) return null;
  if (zeros[1] > many && zeros[0] < many / 4) return "utf-16le";
  return zeros[0] > many && zeros[1] < many / 4 ? "utf-16be" : null;
};

/** The file's text in pieces, without its byte order mark; `share` is how much of it has been read. */
export async function* textOf(
  path: string,
  encoding: string,
  size: number,
): AsyncGenerator<{ text: string; share: number; isLast: boolean }> {
  const decoder = new TextDecoder(encoding);
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    read += chunk.length;
    yield { text: decoder.decode(chunk, { stream: true }), share: size === 0 ? 1 : read / size, isLast: false };
  }
  yield { text: decoder.decode(), share: 1, isLast: true };
}
