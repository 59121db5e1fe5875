/** A text with what is chosen in it, as a field holds them. */
export interface Chosen {
  text: string;
  from: number;
  to: number;
}

/** Puts the marks around what is chosen, which stays chosen. */
export const surround = ({ text, from, to }: Chosen, before: string, after = ""): Chosen => ({
  text: `${text.slice(0, from)}${before}${text.slice(from, to)}${after}${text.slice(to)}`,
  from: from + before.length,
  to: to + before.length,
});

/** Puts the mark before each line that is chosen; `1. ` counts on. */
export function markLines({ text, from, to }: Chosen, mark: string): Chosen {
  const begin = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", to);
  const end = next < 0 ? text.length : next;
  const lines = text
    .slice(begin, end)
    .split("\n")
    .map((line, index) => `${mark === "1. " ? `${index + 1}. ` : mark}${line}`)
    .join("\n");
  const after = `${text.slice(0, begin)}${lines}${text.slice(end)}`;
  return { text: after, from: begin + lines.length, to: begin + lines.length };
}
