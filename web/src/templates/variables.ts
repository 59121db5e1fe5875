import type { TemplateComponent } from "./template-data.ts";

export type Format = "POSITIONAL" | "NAMED";
const variable = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

export const variablesIn = (text = ""): string[] => [...new Set([...text.matchAll(variable)].map((match) => match[1] ?? ""))];

/** The next number, or a name that is not taken. */
export const nextVariable = (text: string, format: Format, wanted = "value"): string => {
  const used = variablesIn(text);
  if (format === "POSITIONAL") return String(Math.max(0, ...used.map(Number).filter(Number.isFinite)) + 1);
  if (!used.includes(wanted)) return wanted;
  for (let at = 2; ; at += 1) if (!used.includes(`${wanted}_${at}`)) return `${wanted}_${at}`;
};

/** Numbers from 1 in the order they appear; whoever removes {{1}} would otherwise leave a gap that Meta refuses. */
export const renumbered = ({ text, examples }: { text: string; examples: Record<string, string> }) => {
  const names = variablesIn(text);
  if (names.every((name, at) => name === String(at + 1))) return { text, examples };
  return {
    text: text.replace(variable, (_whole, name: string) => `{{${names.indexOf(name) + 1}}}`),
    examples: Object.fromEntries(names.flatMap((name, at) => (examples[name] === undefined ? [] : [[String(at + 1), examples[name]]]))),
  };
};

/** The same text with its variables written the other way. */
export const rewritten = (
  given: { text: string; examples: Record<string, string> },
  format: Format,
): { text: string; examples: Record<string, string> } => {
  if (format === "POSITIONAL") return renumbered(given);
  const named = (name: string) => (/^\d+$/.test(name) ? `value_${name}` : name);
  return {
    text: given.text.replace(variable, (_whole, name: string) => `{{${named(name)}}}`),
    examples: Object.fromEntries(Object.entries(given.examples).map(([name, value]) => [named(name), value])),
  };
};

/** Meta keeps them as `body_text: [["Ada", "12"]]`, `header_text: ["Ada"]`, or named: `body_text_named_params: [{ param_name, example }]`. */
export function examplesOf({ type, example }: TemplateComponent): Record<string, string> {
  const prefix = type === "HEADER" ? "header_text" : "body_text";
  const named = example?.[`${prefix}_named_params`];
  if (Array.isArray(named)) return Object.fromEntries(named.map((each) => [String(each.param_name), String(each.example)]));
  const listed = example?.[prefix];
  const values = Array.isArray(listed) ? (Array.isArray(listed[0]) ? listed[0] : listed) : [];
  return Object.fromEntries(values.map((value: unknown, index: number) => [String(index + 1), String(value)]));
}

export const withExamples = (
  type: "HEADER" | "BODY",
  names: string[],
  examples: Record<string, string>,
  format: Format,
): { example?: Record<string, unknown> } => {
  if (names.length === 0) return {};
  const prefix = type === "HEADER" ? "header_text" : "body_text";
  const value = (name: string) => examples[name] ?? "";
  if (format === "NAMED")
    return { example: { [`${prefix}_named_params`]: names.map((name) => ({ param_name: name, example: value(name) })) } };
  return { example: { [prefix]: type === "HEADER" ? names.map(value) : [names.map(value)] } };
};
