import { cleanCell, isBlank, mostColumns, type Rows, type SourceRow } from "./source.ts";
import { readStrings, type Strings } from "./xlsx-strings.ts";
import { dateOf, isDateFormat, numberText } from "./xlsx-value.ts";
import { notReadable, openWorkbook, readPart, readWhole, type Workbook } from "./xlsx-zip.ts";

type Sheet = { name: string; part: string };
type Book = { sheets: Sheet[]; from1904: boolean; strings: string };

/** Names of the sheets, in their order. */
export const sheetsOf = async (path: string): Promise<string[]> => {
  const workbook = await openWorkbook(path);
  try {
    return (await readBook(workbook)).sheets.map((sheet) => sheet.name);
  } finally {
    workbook.close();
  }
};

/** Rows of one sheet; of the first where none of that name is there. */
export const readXlsx = async function* (path: string, sheetName: string): Rows {
  const workbook = await openWorkbook(path);
  let strings: Strings | undefined;
  try {
    const book = await readBook(workbook);
    const sheet = book.sheets.find((one) => one.name === sheetName) ?? book.sheets[0];
    if (!sheet) throw notReadable("There is no sheet in this workbook.");
    const dates = await dateStyles(workbook);
    strings = await readStrings(workbook, book.strings, `${path}.strings-${process.pid}-${Date.now()}`);
    yield* rowsOf(workbook, sheet.part, { strings, dates, from1904: book.from1904 });
  } finally {
    strings?.close();
    workbook.close();
  }
};

const readBook = async (workbook: Workbook): Promise<Book> => {
  const root = "xl/workbook.xml";
  if (!workbook.parts.has(root)) throw notReadable("This is not an .xlsx workbook.");
  const targets = new Map<string, string>();
  let strings = "xl/sharedStrings.xml";
  await readWhole(workbook, "xl/_rels/workbook.xml.rels", {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const target = (attributes.Target ?? "").replace(/^\/xl\/|^\.\//, "");
      targets.set(attributes.Id ?? "", `xl/${target}`);
      if (attributes.Type?.endsWith("/sharedStrings")) strings = `xl/${target}`;
    },
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readWhole(workbook, root, {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      const part = targets.get(attributes["r:id"] ?? "") ?? "";
      if (name === "sheet" && workbook.parts.has(part)) sheets.push({ name: attributes.name ?? "", part });
    },
  });
  return { sheets, from1904, strings };
};

/** For each cell style, whether it shows a date. */
const dateStyles = async (workbook: Workbook): Promise<boolean[]> => {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await readWhole(workbook, "xl/styles.xml", {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells)
        styles.push(isDateFormat(Number(attributes.numFmtId ?? 0), codes.get(Number(attributes.numFmtId ?? 0))));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
};

type Look = { strings: Strings; dates: boolean[]; from1904: boolean };

async function* rowsOf(workbook: Workbook, part: string, look: Look): Rows {
  let done: SourceRow[] = [];
  let row: SourceRow = { number: 0, cells: [] };
  let place = 0;
  let cell = { type: "n", style: 0, value: "" };
  let inValue = false;
  let phonetic = false;
  const shares = readPart(workbook, part, {
    open: (name, attributes) => {
      if (name === "row") {
        row = { number: Number(attributes.r) || row.number + 1, cells: [] };
        place = 0;
      } else if (name === "c") {
        place = columnOf(attributes.r) ?? place;
        cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "" };
      } else if (name === "rPh") phonetic = true;
      else if (name === "v" || name === "t") inValue = !phonetic;
    },
    text: (text) => {
      if (inValue) cell.value += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "c") {
        const value = cleanCell(textOfCell(cell, look));
        if (value !== "") {
          if (place >= mostColumns) throw notReadable(`This sheet has more than ${mostColumns} columns.`, "too_many_columns");
          while (row.cells.length < place) row.cells.push("");
          row.cells[place] = value;
        }
        place += 1;
      } else if (name === "row" && !isBlank(row.cells)) done.push(row);
    },
  });
  for await (const share of shares) {
    if (done.length === 0) continue;
    yield { rows: done, share };
    done = [];
  }
}

/** "C7" -> 2. */
const columnOf = (reference: string | undefined): number | null => {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

const textOfCell = (cell: { type: string; style: number; value: string }, look: Look): string => {
  if (cell.value === "") return "";
  if (cell.type === "s") return unescaped(look.strings.at(Number(cell.value)));
  if (cell.type === "b") return cell.value === "1" ? "true" : "false";
  if (cell.type === "d") return cell.value.replace(/T00:00:00(\.0+)?Z?$/, "");
  if (cell.type !== "n") return unescaped(cell.value);
  return (look.dates[cell.style] ? dateOf(Number(cell.value), look.from1904) : null) ?? numberText(cell.value);
};

/** What XML cannot hold is written as _x000D_. */
const unescaped = (text: string) =>
  text.includes("_x") ? text.replace(/_x([0-9A-F]{4})_/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
