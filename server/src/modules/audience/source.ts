/** How a file is to be read: guessed from its bytes, and changeable by whoever sees that the guess is wrong. */
export type Reading = {
  encoding: string;
  delimiter: string;
  /** Name of the sheet; empty for CSV. */
  sheet: string;
  /** The row with the names of the columns, from 1; 0 where there is none. */
  headerRow: number;
};

/** Cells are texts as a person would see them; `number` is the row's place in the spreadsheet, from 1. */
export type SourceRow = { number: number; cells: string[]; broken?: "quote_not_closed" };

/** Rows in stretches, so that a million of them are not a million promises. Blank rows are left out. `share` is how much is read, 0 to 1. */
export type Rows = AsyncGenerator<{ rows: SourceRow[]; share: number }>;

export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1254",
  "windows-1256",
  "iso-8859-15",
  "macintosh",
] as const;

export const delimiters = [",", ";", "\t", "|"] as const;

/** More is no list of contacts any more but a mistake. */
export const mostColumns = 300;
export const mostRows = 1_000_000;

export const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === "");

/** PostgreSQL has no zero byte in a text, and half a surrogate pair is no text at all. */
export const cleanCell = (text: string) => (text.includes("\u0000") ? text.replaceAll("\u0000", "") : text).toWellFormed();
