/** What a spreadsheet would run as a formula, and what our import would take for a value so guarded (OWASP, CSV injection). */
const formula = /^'*[=+\-@\t\r]|^'+\d/;
/** Nothing a spreadsheet could run, and spoilt by an apostrophe for every other program: a phone number, a number. */
const harmless = /^\+\d{6,15}(; \+\d{6,15})*$|^-?\d+(\.\d+)?$/;

/** A text that stays one wherever it is opened. */
export const guarded = (value: string): string => (formula.test(value) && !harmless.test(value) ? `'${value}` : value);

export const csvCell = (value: string): string => {
  const safe = guarded(value);
  return /[",\n\r;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: string[]): string => `${cells.map(csvCell).join(",")}\r\n`;
