import { fileTypeFromFile } from "file-type";
import { guessCsv, readCsv } from "./csv-read.ts";
import { mostColumns, type Reading, type Rows, type SourceRow } from "./source.ts";
import { readXlsx, sheetsOf } from "./xlsx-read.ts";
import { notReadable } from "./xlsx-zip.ts";

export type SourceFile = { path: string; size: number; format: "csv" | "xlsx" };

/** By what the bytes are, whatever the file is named. */
export const formatOf = async (path: string): Promise<SourceFile["format"]> => {
  const found = await fileTypeFromFile(path);
  if (!found) return "csv";
  if (found.mime === "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" || found.mime === "application/zip") return "xlsx";
  // A UTF-16 text with its mark may look like nothing else; everything that is something else is not a table.
  if (found.mime.startsWith("text/")) return "csv";
  throw notReadable(
    found.mime === "application/x-cfb"
      ? "This is a workbook of the old kind (.xls), or one with a password."
      : `This is a file of another kind (${found.ext}).`,
    "file_type",
  );
};

export const readRows = (file: SourceFile, reading: Reading): Rows =>
  file.format === "xlsx" ? readXlsx(file.path, reading.sheet) : readCsv(file.path, file.size, reading);

/** How the file seems to be written. The head is the first row that looks like one: all texts, and as many as the rows below have. */
export const guessReading = async (file: SourceFile, sheet?: string): Promise<{ reading: Reading; sheets: string[] }> => {
  const sheets = file.format === "xlsx" ? await sheetsOf(file.path) : [];
  const written = file.format === "csv" ? await guessCsv(file.path) : { encoding: "utf-8", delimiter: "," };
  const reading = { ...written, sheet: sheet ?? sheets[0] ?? "", headerRow: 1 };
  const rows = await firstRows(file, reading, 20);
  return { reading: { ...reading, headerRow: guessHeader(rows) }, sheets };
};

/** Some lists have a title above the head: a lone cell or two where the rows below have many. */
const guessHeader = (rows: SourceRow[]): number => {
  const filled = rows.map((row) => row.cells.filter((cell) => cell.trim() !== "").length);
  const usual = filled.toSorted((a, b) => b - a)[Math.floor(filled.length / 4)] ?? 0;
  const at = filled.findIndex((count) => count >= Math.max(1, usual * 0.6));
  const row = rows[Math.max(0, at)];
  if (!row) return 1;
  const looksLikeData = row.cells.some((cell) => /@.+\./.test(cell) || /^\+?[\d\s().-]{7,}$/.test(cell.trim()));
  return looksLikeData && at <= 0 ? 0 : row.number;
};

export const firstRows = async (file: SourceFile, reading: Reading, most: number): Promise<SourceRow[]> => {
  const rows: SourceRow[] = [];
  for await (const stretch of readRows(file, reading)) {
    rows.push(...stretch.rows.slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return rows;
};

/** Names of the columns: two of the same name are told apart by a number, one without a name is called by its letter. */
export const columnNames = (head: string[] | undefined, width: number): string[] => {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.min(Math.max(width, head?.length ?? 0), mostColumns) }, (_, at) => {
    const name = head?.[at]?.trim().replace(/\s+/g, " ").slice(0, 200) || `Column ${letters(at)}`;
    const key = name.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? name : `${name} (${count})`;
  });
};

const letters = (at: number): string => (at >= 26 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

/** The head, and then the rows below it, in stretches. */
export const readTable = async function* (
  file: SourceFile,
  reading: Reading,
): AsyncGenerator<{ names: string[]; rows: SourceRow[]; share: number }> {
  let names: string[] | null = null;
  for await (const { rows, share } of readRows(file, reading)) {
    let from = 0;
    if (names === null) {
      const at = reading.headerRow === 0 ? -1 : rows.findIndex((row) => row.number >= reading.headerRow);
      if (reading.headerRow > 0 && at === -1) continue;
      const head = at === -1 ? undefined : rows[at]?.cells;
      names = columnNames(head && trimEnd(head), at === -1 ? widest(rows) : 0);
      from = at + 1;
    }
    yield { names, rows: from === 0 ? rows : rows.slice(from), share };
  }
};

const widest = (rows: SourceRow[]) => rows.slice(0, 100).reduce((most, row) => Math.max(most, trimEnd(row.cells).length), 0);

/** Rows often end in blank cells that no column stands above. */
export const trimEnd = (cells: string[]): string[] => {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === "") length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
};
