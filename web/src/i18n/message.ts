/** A message is text with `{name}` and ICU-like plurals: `{count, plural, =0 {none} one {# item} other {# items}}`. */
export type Params = Record<string, string | number>;
/** Numbers as they are written in the language: `ar` is read with the digits phones and prices use. */
export const formattingLocale = (locale: string) => (/^ar\b(?!.*-u-)/.test(locale) ? `${locale}-u-nu-latn` : locale);

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

export function formatMessage(template: string, params: Params | undefined, language: string): string {
  if (!template.includes("{")) return template;
  let out = "";
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf("{", at);
    if (open < 0) return out + template.slice(at);
    const close = closing(template, open);
    out += template.slice(at, open) + placeholder(template.slice(open + 1, close), params ?? {}, language);
    at = close + 1;
  }
  return out;
}

function placeholder(inside: string, params: Params, language: string): string {
  const plural = /^\s*(\w+)\s*,\s*plural\s*,/.exec(inside);
  const name = plural ? (plural[1] ?? "") : inside.trim();
  const value = params[name];
  if (value === undefined) return `{${name}}`;
  if (!plural) return typeof value === "number" ? number(value, language) : value;

  const count = Number(value);
  const forms = formsOf(inside.slice(plural[0].length));
  const form = forms[`=${count}`] ?? forms[category(count, language)] ?? forms.other ?? "";
  return formatMessage(form.replaceAll("#", number(count, language)), params, language);
}

/** `one {…} other {…}` taken apart; also used by the test that compares the catalogues. */
export function formsOf(source: string): Record<string, string> {
  const forms: Record<string, string> = {};
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("{", at);
    if (open < 0) break;
    const close = closing(source, open);
    forms[source.slice(at, open).trim()] = source.slice(open + 1, close);
    at = close + 1;
  }
  return forms;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "{") depth++;
    if (text[i] === "}" && --depth === 0) return i;
  }
  throw new Error(`A brace is not closed in: ${text}`);
}

function category(count: number, language: string) {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return rule.select(count);
}

function number(value: number, language: string) {
  const format = numbers.get(language) ?? new Intl.NumberFormat(formattingLocale(language));
  numbers.set(language, format);
  return format.format(value);
}
