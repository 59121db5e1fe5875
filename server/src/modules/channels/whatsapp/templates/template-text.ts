import { invalid } from "../../../../kernel/errors.ts";
import { isBlank } from "../sending/limits-text.ts";

export type Values = string[] | Record<string, string>;
export type Parts = Record<string, unknown>[];

/** The names or numbers between double braces, each once, in order. */
export const variablesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)].map((match) => match[1] ?? "")),
];

/** In one pass: a value that itself looks like a variable stays as it is. */
export const replaced = (text: string, values: Record<string, string>): string =>
  text.replace(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : whole));

type Blanks = { field: string; what: string; text: string; named: boolean; most: number };

/**
 * Fills the blanks of one text: the words as the customer sees them, and Graph's parameters. Refuses values that are missing, too many, of
 * the wrong kind, blank or of a form Meta refuses (132000, 132012, 132018), naming the field.
 */
export const fillText = ({ field, what, text, named, most }: Blanks, given: Values = []): { text: string; parameters: Parts } => {
  const variables = variablesOf(text);
  if (named && Array.isArray(given) && given.length > 0)
    throw invalid(field, `This template's parameters have names: ${variables.join(", ")}.`, "Send an object of names and values.");
  // A positional template may be filled by its numbers as names, too.
  const values: Record<string, string> = Array.isArray(given)
    ? Object.fromEntries(given.map((value, at) => [variables[at] ?? `${at + 1}`, value]))
    : given;
  const missing = variables.filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) throw invalid(field, `${what} needs a value for ${missing.map(braced).join(", ")}.`);
  if (Object.keys(values).length > variables.length)
    throw invalid(
      field,
      variables.length === 0
        ? `${what} takes no parameters.`
        : `${what} takes ${variables.length} ${variables.length === 1 ? "value" : "values"}: ${variables.map(braced).join(", ")}.`,
    );
  const empty = variables.find((name) => isBlank(values[name] ?? ""));
  if (empty) throw invalid(field, `The value for ${braced(empty)} is blank.`);
  const ugly = variables.find((name) => /[\r\n\t]| {5,}/.test(values[name] ?? ""));
  if (ugly) throw invalid(field, `The value for ${braced(ugly)} may not have line breaks, tabs or more than four spaces in a row.`);
  const filled = replaced(text, values);
  if (filled.length > most)
    throw invalid(
      field,
      `The text would have ${filled.length.toLocaleString("en")} characters; a template may have ${most.toLocaleString("en")} here once filled in.`,
      "Shorten the values.",
    );
  return {
    text: filled,
    parameters: variables.map((name) => ({ type: "text", ...(named ? { parameter_name: name } : {}), text: values[name] ?? "" })),
  };
};

const braced = (name: string) => `{{${name}}}`;
