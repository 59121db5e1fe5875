import { buffer } from "node:stream/consumers";
import yazl from "yazl";

/** A cell as a workbook has it: type and value as in the XML, with a style for dates. */
export type RawCell = string | { v: string; t?: string; s?: number } | { inline: string } | null;
type Sheet = { name: string; rows: RawCell[][]; gaps?: number };

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const letters = (at: number): string => (at >= 26 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

/** A workbook as Excel writes one: shared strings, styles (1: day, 2: day and time, 3: of its own making, 4: time), several sheets. */
export const aWorkbook = async (sheets: Sheet[], options: { from1904?: boolean; extra?: Record<string, Buffer> } = {}): Promise<Buffer> => {
  const strings: string[] = [];
  const index = new Map<string, number>();
  const shared = (text: string) => {
    const known = index.get(text);
    if (known !== undefined) return known;
    index.set(text, strings.length);
    return strings.push(text) - 1;
  };
  const cell = (value: RawCell, at: string): string => {
    if (value === null) return "";
    if (typeof value === "string") return `<c r="${at}" t="s"><v>${shared(value)}</v></c>`;
    if ("inline" in value)
      return `<c r="${at}" t="inlineStr"><is><r><t>${escaped(value.inline.slice(0, 3))}</t></r><r><t>${escaped(value.inline.slice(3))}</t></r></is></c>`;
    return `<c r="${at}"${value.t ? ` t="${value.t}"` : ""}${value.s ? ` s="${value.s}"` : ""}><v>${escaped(value.v)}</v></c>`;
  };
  const parts = sheets.map(
    ({ rows }) =>
      `<worksheet xmlns="${main}"><sheetData>${rows
        .map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, `${letters(column)}${at + 1}`)).join("")}</row>`)
        .join("")}</sheetData></worksheet>`,
  );
  const zip = new yazl.ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`), name);
  add(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  );
  add(
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${options.from1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map((sheet, at) => `<sheet name="${escaped(sheet.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
  );
  add(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_sheet, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join("")}<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
  );
  add(
    "xl/styles.xml",
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-407]dd\\.mm\\.yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
  );
  for (const [at, xml] of parts.entries()) add(`xl/worksheets/sheet${at + 1}.xml`, xml);
  add(
    "xl/sharedStrings.xml",
    `<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t><rPh><t>reading</t></rPh></si>`).join("")}</sst>`,
  );
  for (const [name, bytes] of Object.entries(options.extra ?? {})) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
};
