import { Readable } from "node:stream";
import { csvLine } from "./csv-write.ts";
import { type Cell, cellsOf, type ExportTable, objectOf } from "./export-cells.ts";
import type { ExportRow } from "./export-rows.ts";
import { writeXlsx } from "./xlsx-write.ts";

export const mimes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  jsonl: "application/x-ndjson; charset=utf-8",
} as const;

/** The file as a stream: a page of contacts is in memory, never the file. */
export const writeExport = (
  format: keyof typeof mimes,
  table: ExportTable,
  pages: AsyncIterable<ExportRow[]>,
  mark: boolean,
): NodeJS.ReadableStream => {
  const head = table.columns.map((column) => column.name);
  if (format === "xlsx") return writeXlsx(head, cells(table, pages));
  return Readable.from(format === "csv" ? csv(head, cells(table, pages), mark) : lines(table, pages));
};

async function* cells(table: ExportTable, pages: AsyncIterable<ExportRow[]>): AsyncGenerator<Cell[][]> {
  for await (const page of pages) yield page.map((row) => cellsOf(table, row));
}

async function* csv(head: string[], pages: AsyncIterable<Cell[][]>, mark: boolean) {
  yield `${mark ? "\uFEFF" : ""}${csvLine(head)}`;
  for await (const page of pages) yield page.map((row) => csvLine(row.map(written))).join("");
}

const written = (cell: Cell): string => (cell === null ? "" : typeof cell === "object" ? cell.day : String(cell));

async function* lines(table: ExportTable, pages: AsyncIterable<ExportRow[]>) {
  for await (const page of pages) yield page.map((row) => `${JSON.stringify(objectOf(table, row))}\n`).join("");
}
