export type CsvRecord = { cells: string[]; next: number; broken: boolean };

/** A quoted cell that is still open after this many characters was never closed. */
const longestQuoted = 100_000;

/**
 * One record of a CSV text (RFC 4180) and where the next one begins; null where the text ends before the record does and more may come.
 * Real files break the rules in two ways. A quote inside a quoted cell that is not doubled ("a 5" pipe") is taken as it stands. A quote
 * that is opened and not closed would swallow the rows below until some other quote: so where a quoted cell has passed the end of a line
 * and then meets a quote that neither ends it nor is doubled, or never ends at all, the line is read without regard to quotes and marked.
 */
export const readRecord = (text: string, from: number, delimiter: string, isLast: boolean): CsvRecord | null => {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const start = skipSpaces(text, at, delimiter);
    if (text.charCodeAt(start) === quote) {
      const cell = quotedCell(text, start, delimiter, isLast);
      if (cell === "more") return null;
      if (cell === "broken") return plainLine(text, from, delimiter, isLast);
      cells.push(cell.value);
      at = cell.end;
    } else {
      const end = cellEnd(text, at, delimiter);
      if (end === text.length && !isLast) return null;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at < text.length && text[at] === delimiter) {
      at += 1;
      continue;
    }
    const next = lineEnd(text, at, isLast);
    return next === null ? null : { cells, next, broken: false };
  }
};

const [quote, lineFeed, carriageReturn] = [34, 10, 13];

const skipSpaces = (text: string, at: number, delimiter: string) => {
  let place = at;
  while (text[place] === " " || (text[place] === "\t" && delimiter !== "\t")) place += 1;
  return place;
};

const cellEnd = (text: string, from: number, delimiter: string) => {
  const mark = delimiter.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === mark || code === lineFeed || code === carriageReturn) break;
  }
  return at;
};

/** Behind the line's end, which may be LF, CRLF or a lone CR; null where a CR is the last thing known. */
const lineEnd = (text: string, at: number, isLast: boolean): number | null => {
  if (at >= text.length) return isLast ? at : null;
  if (text.charCodeAt(at) !== carriageReturn) return at + 1;
  if (at + 1 >= text.length && !isLast) return null;
  return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
};

const quotedCell = (
  text: string,
  start: number,
  delimiter: string,
  isLast: boolean,
): { value: string; end: number } | "more" | "broken" => {
  let value = "";
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close === -1) return isLast || text.length - start > longestQuoted ? "broken" : "more";
    if (close - start > longestQuoted) return "broken";
    value += text.slice(from, close);
    if (close + 1 >= text.length && !isLast) return "more";
    if (text.charCodeAt(close + 1) === quote) {
      value += '"';
      from = close + 2;
      continue;
    }
    const after = skipSpaces(text, close + 1, delimiter);
    if (after >= text.length && !isLast) return "more";
    const code = text.charCodeAt(after);
    if (after >= text.length || text[after] === delimiter || code === lineFeed || code === carriageReturn) return { value, end: after };
    if (/[\r\n]/.test(value)) return "broken";
    value += '"';
    from = close + 1;
  }
};

const plainLine = (text: string, from: number, delimiter: string, isLast: boolean): CsvRecord | null => {
  const found = /[\r\n]/g;
  found.lastIndex = from;
  const end = found.exec(text)?.index ?? text.length;
  const next = lineEnd(text, end, isLast);
  return next === null ? null : { cells: text.slice(from, end).split(delimiter), next, broken: true };
};
