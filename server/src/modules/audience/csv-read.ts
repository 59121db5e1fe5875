import { closeSync, openSync, readSync } from "node:fs";
import { guessEncoding, textOf } from "./csv-encoding.ts";
import { readRecord } from "./csv-record.ts";
import { cleanCell, delimiters, isBlank, type Reading, type Rows, type SourceRow } from "./source.ts";

/** What a spreadsheet of some countries writes in the first line to tell the separator. */
const separatorHint = /^sep=(.)\r?\n/i;

export const readCsv = async function* (path: string, size: number, reading: Reading): Rows {
  let buffer = "";
  let number = 0;
  let began = false;
  for await (const { text, share, isLast } of textOf(path, reading.encoding, size)) {
    buffer += text;
    if (!began) {
      // The hint's line is complete long before the first piece ends; a file shorter than that comes in one piece.
      buffer = buffer.replace(separatorHint, "");
      began = buffer !== "";
    }
    const rows: SourceRow[] = [];
    let at = 0;
    while (at < buffer.length) {
      const record = readRecord(buffer, at, reading.delimiter, isLast);
      if (!record) break;
      at = record.next;
      number += 1;
      if (isBlank(record.cells)) continue;
      const cells = record.cells.map(cleanCell);
      rows.push(record.broken ? { number, cells, broken: "quote_not_closed" } : { number, cells });
    }
    buffer = buffer.slice(at);
    if (rows.length > 0) yield { rows, share };
  }
};

/** Encoding and separator of a text file. */
export const guessCsv = async (path: string): Promise<Pick<Reading, "encoding" | "delimiter">> => {
  const encoding = await guessEncoding(path);
  return { encoding, delimiter: guessDelimiter(new TextDecoder(encoding).decode(headOf(path))) };
};

const headOf = (path: string): Buffer => {
  const head = Buffer.alloc(1 << 16);
  const file = openSync(path, "r");
  try {
    return head.subarray(0, readSync(file, head) & ~1);
  } finally {
    closeSync(file);
  }
};

/** The one by which most rows have the same number of cells, and then the most cells. */
export const guessDelimiter = (text: string): string => {
  const said = separatorHint.exec(text)?.[1];
  if (said !== undefined && (delimiters as readonly string[]).includes(said)) return said;
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ",";
};

const evenness = (text: string, delimiter: string): number => {
  const sizes: number[] = [];
  let at = 0;
  while (at < text.length && sizes.length < 50) {
    const record = readRecord(text, at, delimiter, true);
    if (!record) break;
    at = record.next;
    if (!isBlank(record.cells)) sizes.push(record.cells.length);
  }
  const often = [...Map.groupBy(sizes, (size) => size)].toSorted(([, a], [, b]) => b.length - a.length)[0];
  if (!often || often[0] < 2) return 0;
  return (often[1].length / sizes.length) * 1000 + Math.min(often[0], 200);
};
