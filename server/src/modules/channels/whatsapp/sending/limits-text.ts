import { invalid } from "../../../../kernel/errors.ts";

/** Spaces, marks without a letter, and letters that show nothing (Hangul fillers, the blank Braille pattern). */
const nothing = /^[\s\p{Z}\p{Cc}\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$/u;
/** WhatsApp refuses a text in which there is nothing to see. */
export const isBlank = (text: string): boolean => nothing.test(text);

export const within = (field: string, text: string, most: number): void => {
  if (text.length <= most) return;
  throw invalid(field, `This has ${counted(text.length)}; WhatsApp takes at most ${most.toLocaleString("en")} here.`, "Shorten it.");
};

export const requireWords = (field: string, text: string, most: number): void => {
  if (isBlank(text)) throw invalid(field, "There is nothing to see in this: write something.");
  within(field, text, most);
};

/** The first that stands there twice, by its place. */
export const repeated = (values: string[]): number => values.findIndex((value, at) => values.indexOf(value) < at);

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** One sign as a reader sees it, however many code points it is joined from: a flag, a family, a skin tone, a keycap. */
export const isOneEmoji = (text: string): boolean => {
  const signs = [...graphemes.segment(text)];
  return signs.length === 1 && (/^\p{RGI_Emoji}$/v.test(text) || /^\p{Extended_Pictographic}\ufe0f?$/u.test(text));
};

const counted = (length: number) => `${length.toLocaleString("en")} ${length === 1 ? "character" : "characters"}`;
