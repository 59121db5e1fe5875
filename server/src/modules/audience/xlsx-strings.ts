import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { readPart, type Workbook } from "./xlsx-zip.ts";

const pageSize = 1 << 16;
const mostPages = 256;
/** Only every so manieth string has its place remembered; the ones between are walked over. */
const stride = 16;

export type Strings = { at: (index: number) => string; close: () => void };

/**
 * The texts of a workbook, which its cells name by number. A million rows may bring many millions of them, so they are kept in a file beside
 * the upload, of which 16 MB are in memory, and the places of every 16th: half a byte for each text.
 */
export const readStrings = async (workbook: Workbook, part: string, scratch: string): Promise<Strings> => {
  const file = openSync(scratch, "w+", 0o600);
  // The open file stays readable, and a killed process leaves nothing behind. Where a system refuses this it goes when it is closed.
  let unlinked = true;
  try {
    unlinkSync(scratch);
  } catch {
    unlinked = false;
  }
  const close = () => {
    closeSync(file);
    if (!unlinked) unlinkSync(scratch);
  };
  try {
    const writer = stringWriter(file);
    let value = "";
    let inText = false;
    let phonetic = false;
    const pieces = readPart(workbook, part, {
      open: (name) => {
        if (name === "si") value = "";
        else if (name === "rPh") phonetic = true;
        else if (name === "t") inText = !phonetic;
      },
      text: (text) => {
        if (inText) value += text;
      },
      close: (name) => {
        if (name === "t") inText = false;
        else if (name === "rPh") phonetic = false;
        else if (name === "si") writer.add(value);
      },
    });
    for await (const _share of pieces);
    return { at: stringReader(file, writer.end()), close };
  } catch (error) {
    close();
    throw error;
  }
};

type Kept = { places: number[]; count: number; size: number };

const stringWriter = (file: number) => {
  const places: number[] = [];
  let count = 0;
  let size = 0;
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = () => {
    if (bytes > 0) writeSync(file, Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  return {
    add: (value: string) => {
      const text = Buffer.from(value.slice(0, 32_767));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      if (count % stride === 0) places.push(size);
      waiting.push(length, text);
      count += 1;
      bytes += 4 + text.length;
      size += 4 + text.length;
      if (bytes > pageSize) flush();
    },
    end: (): Kept => {
      flush();
      return { places, count, size };
    },
  };
};

const stringReader = (file: number, kept: Kept) => {
  const pages = new Map<number, Buffer>();
  const page = (number: number): Buffer => {
    const have = pages.get(number);
    if (have) return have;
    const fresh = Buffer.alloc(Math.min(pageSize, kept.size - number * pageSize));
    readSync(file, fresh, 0, fresh.length, number * pageSize);
    const oldest = pages.keys().next();
    if (pages.size >= mostPages && !oldest.done) pages.delete(oldest.value);
    pages.set(number, fresh);
    return fresh;
  };
  const bytes = (from: number, length: number): Buffer => {
    const first = Math.floor(from / pageSize);
    const offset = from - first * pageSize;
    const start = page(first);
    if (offset + length <= start.length) return start.subarray(offset, offset + length);
    const parts: Buffer[] = [];
    for (let at = from; at < from + length; ) {
      const number = Math.floor(at / pageSize);
      const part = page(number).subarray(at - number * pageSize, Math.min(pageSize, from + length - number * pageSize));
      parts.push(part);
      at += part.length;
    }
    return Buffer.concat(parts);
  };
  return (index: number): string => {
    if (!Number.isInteger(index) || index < 0 || index >= kept.count) return "";
    let at = kept.places[Math.floor(index / stride)] ?? 0;
    for (let step = index % stride; step > 0; step--) at += 4 + bytes(at, 4).readUInt32LE();
    return bytes(at + 4, bytes(at, 4).readUInt32LE()).toString();
  };
};
