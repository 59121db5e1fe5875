/** Cells of a CSV text (RFC 4180; also semicolons or tabs, as spreadsheets write where the comma is the decimal sign). Rows carry their line. */
export const parseCsv = (text: string): { line: number; cells: string[] }[] => {
  const source = text.replace(/^\uFEFF/, "");
  const comma = separatorOf(source);
  const rows: { line: number; cells: string[] }[] = [];
  let [cells, cell, quoted, line, from]: [string[], string, boolean, number, number] = [[], "", false, 1, 1];
  const end = () => {
    cells.push(cell.trim());
    if (cells.some((each) => each !== "") && !cells[0]?.startsWith("#")) rows.push({ line: from, cells });
    [cells, cell, from] = [[], "", line];
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? "";
    if (sign === "\n") line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') cell += source[++at];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === "") [quoted, cell] = [true, ""];
    else if (sign === comma) {
      cells.push(cell.trim());
      cell = "";
    } else if (sign === "\n") end();
    else if (sign !== "\r") cell += sign;
  }
  if (cell !== "" || cells.length > 0) end();
  return rows;
};

const separatorOf = (source: string) => {
  const head = source.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  return [";", "\t", ","].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ",";
};

/** A cell no spreadsheet runs as a formula: what begins like one gets an apostrophe before it (OWASP, CSV injection). */
export const csvCell = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: (string | number | null)[]) => `${cells.map(csvCell).join(",")}\r\n`;
