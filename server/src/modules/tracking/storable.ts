/** PostgreSQL takes neither a zero byte nor half a surrogate pair in JSON: texts and names that hold one lose it. Few do, so the text is looked at first. */
export const storable = (text: string): string => (/\\u(0000|d[89a-f])/i.test(text) ? JSON.stringify(cleaned(JSON.parse(text))) : text);

const clean = (text: string) => text.toWellFormed().replaceAll("\u0000", "");
const cleaned = (value: unknown): unknown => {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), cleaned(inner)]));
};
