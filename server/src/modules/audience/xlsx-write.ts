import { Readable } from "node:stream";
import yazl from "yazl";
import { Refusal } from "../../kernel/errors.ts";
import { guarded } from "./csv-write.ts";
import type { Cell } from "./export-cells.ts";

/** ECMA-376 and Excel's own limits: 1,048,576 rows with the head, 32,767 characters in a cell. */
const mostRows = 1_048_575;
const longestCell = 32_767;

/** A workbook of one sheet, written as it is read. Texts are written as texts, so none of them is ever a formula. */
export const writeXlsx = (head: string[], rows: AsyncIterable<Cell[][]>): NodeJS.ReadableStream => {
  const zip = new yazl.ZipFile();
  for (const [path, xml] of Object.entries(frame)) zip.addBuffer(Buffer.from(xml), path);
  const sheet = Readable.from(sheetOf(head, rows));
  const output = zip.outputStream as Readable;
  sheet.on("error", (error) => output.destroy(error));
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml");
  zip.end();
  return output;
};

async function* sheetOf(head: string[], pages: AsyncIterable<Cell[][]>) {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield row(head);
  let count = 0;
  for await (const page of pages) {
    count += page.length;
    if (count > mostRows) throw new Refusal(400, "too_many_rows", "A workbook has at most 1,048,576 rows.");
    yield page.map(row).join("");
  }
  yield "</sheetData></worksheet>";
}

const row = (cells: Cell[]) => `<row>${cells.map(cell).join("")}</row>`;

const cell = (value: Cell): string => {
  if (value === null || value === "") return "<c/>";
  if (typeof value === "number") return Number.isFinite(value) ? `<c><v>${value}</v></c>` : "<c/>";
  if (typeof value === "object") {
    const serial = serialOf(value.day);
    return serial === null ? text(value.day) : `<c s="1"><v>${serial}</v></c>`;
  }
  return text(value);
};

/** A text is never a formula here. One that begins like a guarded one gets another apostrophe, of which an import takes one away. */
const text = (value: string) =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped((value.startsWith("'") ? guarded(value) : value).slice(0, longestCell))}</t></is></c>`;

/** Days since 1899-12-30; before March 1900 spreadsheets disagree, and a text is a text everywhere. */
const serialOf = (day: string): number | null => {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return Number.isInteger(days) && days > 60 && days < 2_958_466 ? days : null;
};

/** What XML cannot hold is written as _x0007_, and what looks like that already gets its underscore so written. */
const escaped = (value: string) =>
  value
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const frame: Record<string, string> = {
  "[Content_Types].xml": `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  "_rels/.rels": `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
