/** Whether a number format shows a moment: the built-in ones (ECMA-376 part 1, 18.8.30), or letters of day, year, hour or second outside of quotes. */
export const isDateFormat = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0];
  return /[dyhs]/i.test(bare ?? "") || /^[^0#?]*m+[^0#?]*$/i.test(bare ?? "");
};

const dayMs = 86_400_000;

/**
 * The day, moment or time a serial number stands for, as ISO text. Days are counted from 1899-12-31, and since Lotus took 1900 for a leap
 * year there is a day 60, the 29 February 1900, that never was: it comes out as written and is refused where a date is wanted. Macintosh
 * workbooks count from 1904-01-01.
 */
export const dateOf = (serial: number, from1904: boolean): string | null => {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  const seconds = Math.round((serial % 1) * 86_400);
  const whole = Math.floor(serial);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (whole === 0 && seconds < 86_400 && !from1904) return time;
  if (whole === 60 && !from1904) return "1900-02-29";
  const start = from1904 ? Date.UTC(1904, 0, 1) : whole < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const moment = new Date(start + whole * dayMs + seconds * 1000).toISOString();
  return seconds === 0 ? moment.slice(0, 10) : moment.slice(0, 19);
};

/** A number as one would type it. The file has it in full, so what the screen shows as 5.51E+11 comes out with all its digits. */
export const numberText = (raw: string): string => {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (Number.isSafeInteger(value)) return String(value);
  // Beyond 15 digits a spreadsheet has lost some: left as written, so that a phone number is refused and says why.
  return Number.isInteger(value) ? raw : String(Number(value.toPrecision(15)));
};
