import { internationalDigits, matchKey } from "./match-key.ts";
import { readPhone } from "./phone.ts";

/** What somebody types into the search box, taken apart for candor_search_contacts (migration 0011). */
export type Needle = {
  /** Words of a name or company, in any order. */
  words: string[];
  /** Part of an address, username or number. */
  handle: string | null;
  /** Whole numbers, as match keys. */
  keys: string[];
  /** The last digits of a number: national notation without its leading zero is one. */
  ending: string | null;
};

/** `country` is where a number in national notation is read. Null where there is nothing to look for. */
export const readNeedle = (search: string, country: string | null): Needle | null => {
  const text = search.replaceAll("\u0000", "").trim();
  if (text === "") return null;
  const written = text.replace(/\D/g, "");
  // A short piece with a zero in front is a piece of a number; a long one is national notation, whose zero is not part of the number.
  const digits = written.length <= 6 && !text.startsWith("+") ? written : internationalDigits(text);
  if (/^[+\d\s().\-/\u2010-\u2015\u00a0]+$/.test(text) && digits.length >= 3) {
    const read = readPhone(text, country);
    const keys = [read, digits].filter((number) => number !== null).map((number) => matchKey("phone", number));
    return { words: [text], handle: digits, keys: [...new Set(keys)], ending: digits.length >= 4 ? digits : null };
  }
  // The longest words say most; the function looks at three.
  const words = text.includes("@")
    ? []
    : text
        .split(/\s+/)
        .sort((a, b) => b.length - a.length)
        .slice(0, 3);
  return { words, handle: /\s/.test(text) ? null : text.replace(/^@/, "") || null, keys: [], ending: null };
};
