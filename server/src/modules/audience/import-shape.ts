export const looksLikeEmail = (text: string) => /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/.test(text.trim());

/** Digits as a phone number has them, or what a spreadsheet made of them. */
export const isSupportedPhoneShape = (text: string) =>
  text.replace(/\D/g, "").length >= 6 && /^['=+"(\d][\d\s().\-/+;,|"'\u2010-\u2015\u00a0]*(x|ext)?[\d\s]*$/i.test(text.trim())
    ? true
    : /^\d[.,]\d+e\+?\d+$/i.test(text.trim());

/** What stands in a cell for an error of the spreadsheet. */
export const spreadsheetError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|GETTING_DATA|NV|WERT!|BEZUG!)$/i;

/**
 * What was meant by a cell: without the spaces around it, without the apostrophe that a spreadsheet (or our export) puts before what would
 * otherwise be a formula, and without the ="..." by which some programs keep a spreadsheet from touching a number.
 */
export const meantBy = (cell: string): string => {
  const text = cell.trim();
  const wrapped = /^="((?:[^"]|"")*)"$/.exec(text);
  if (wrapped) return (wrapped[1] ?? "").replaceAll('""', '"').trim();
  return /^'+[=+\-@\t\r\d]/.test(text) ? text.slice(1).trim() : text;
};

export type Digits = { digits: string } | { lost: true; known: number; of: number } | null;

/**
 * A number a spreadsheet has written in scientific notation. 5.511987654321E+12 has all its 13 digits and is that number; of 5.511E+11 the
 * last 8 of 12 are gone, and no guess brings them back.
 */
export const readScientific = (text: string): Digits => {
  const parts = /^\+?(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(text.trim());
  if (!parts) return null;
  const [, first = "", fraction = "", power = ""] = parts;
  const exponent = Number(power);
  if (exponent < 6 || fraction.length > exponent) return null;
  if (fraction.length === exponent) return { digits: first + fraction };
  return { lost: true, known: fraction.length + 1, of: exponent + 1 };
};
