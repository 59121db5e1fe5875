import { request } from "../api/client.ts";
import { keyset, type Page } from "../api/query.ts";
import type { TemplateParameters } from "./pending.ts";

export interface TemplateButton {
  type: string;
  text?: string;
  url?: string;
}
export interface TemplateComponent {
  type: string;
  format?: string;
  text?: string;
  buttons?: TemplateButton[];
  example?: { body_text?: string[][]; body_text_named_params?: { param_name: string; example: string }[]; header_text?: string[] };
}
export interface Template {
  id: string;
  name: string;
  language: string;
  category: string;
  state: string;
  reason: string | null;
  parameterFormat: "POSITIONAL" | "NAMED";
  components: TemplateComponent[];
  variables: string[];
}

export const templatesQuery = (channel: string) =>
  keyset(
    ["templates", { channel, state: "APPROVED" }],
    ({ after, limit, signal }) =>
      request<Page<Template>>("GET", "/templates", { query: { channel, state: "APPROVED", after, limit }, signal }),
    100,
  );

/** One blank of a template: where its value goes, what to call it, and what it may look like. */
export interface Blank {
  key: string;
  part: "header" | "body" | "button" | "file";
  /** The variable's name or number; the button's text. */
  name: string;
  index?: number;
  format?: string;
  example?: string;
}

const variable = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const variablesIn = (text = "") => [...new Set([...text.matchAll(variable)].map((match) => match[1] ?? ""))];
export const find = (template: Template, type: string) => template.components.find((part) => part.type === type);

export function blanksOf(template: Template): Blank[] {
  const header = find(template, "HEADER");
  const body = find(template, "BODY");
  const blanks: Blank[] = [];
  if (header && (header.format ?? "TEXT") === "TEXT") {
    for (const name of variablesIn(header.text))
      blanks.push({ key: `header ${name}`, part: "header", name, ...example(header.example?.header_text?.[0]) });
  } else if (header?.format) blanks.push({ key: "file", part: "file", name: header.format, format: header.format });
  for (const [at, name] of variablesIn(body?.text).entries()) {
    const named = body?.example?.body_text_named_params?.find((each) => each.param_name === name)?.example;
    blanks.push({ key: `body ${name}`, part: "body", name, ...example(named ?? body?.example?.body_text?.[0]?.[at]) });
  }
  for (const [index, button] of (find(template, "BUTTONS")?.buttons ?? []).entries()) {
    const asks = button.type === "COPY_CODE" || (button.type === "URL" && variablesIn(button.url).length > 0);
    if (asks) blanks.push({ key: `button ${index}`, part: "button", name: button.text ?? "", index });
  }
  return blanks;
}

const example = (value: string | undefined) => (value ? { example: value } : {});

/** "Hi {{1}}," and {{first_name}} are the customer's name: filled in, and still to be changed. */
export function namesIn(template: Template): string[] {
  const body = find(template, "BODY")?.text ?? "";
  const greeting =
    /(?:^|\s)(?:hi|hello|hey|dear|hallo|bonjour|salut|hola|ciao|merhaba|مرحبا|مرحبًا|أهلا|أهلًا|عزيزي|عزيزتي)[\s,،]+\{\{\s*(\w+)\s*\}\}/iu.exec(
      body,
    )?.[1];
  return blanksOf(template)
    .filter(({ part, name }) => part === "body" && (name === greeting || /^(first_?|customer_?|contact_?|full_?)?name$/i.test(name)))
    .map(({ key }) => key);
}

export const fill = (text: string, part: "header" | "body", values: Record<string, string>): string =>
  text.replace(variable, (whole, name: string) => values[`${part} ${name}`] || whole);

/** The parameters as the API takes them; the same shape the server checks. */
export function parametersOf(template: Template, values: Record<string, string>): TemplateParameters {
  const blanks = blanksOf(template);
  const of = (part: Blank["part"]) => blanks.filter((blank) => blank.part === part);
  const value = (blank: Blank) => (values[blank.key] ?? "").trim();
  const body = of("body");
  const [file] = of("file");
  return {
    ...(of("header").length ? { header: of("header").map(value) } : {}),
    ...(body.length
      ? {
          body:
            template.parameterFormat === "NAMED" ? Object.fromEntries(body.map((blank) => [blank.name, value(blank)])) : body.map(value),
        }
      : {}),
    ...(of("button").length ? { buttons: of("button").map((blank) => ({ index: blank.index ?? 0, value: value(blank) })) } : {}),
    ...(file ? { headerFileId: value(file) } : {}),
  };
}

/** What the thread shows until the server has frozen its own. */
export function renderedOf(template: Template, values: Record<string, string>) {
  const [header, body, footer] = ["HEADER", "BODY", "FOOTER"].map((type) => find(template, type));
  return [
    ...(header
      ? [{ type: "header", format: header.format ?? "TEXT", text: fill(header.text ?? "", "header", values), fileId: values.file }]
      : []),
    { type: "body", text: fill(body?.text ?? "", "body", values) },
    ...(footer ? [{ type: "footer", text: footer.text ?? "" }] : []),
    {
      type: "buttons",
      buttons: (find(template, "BUTTONS")?.buttons ?? []).map((button) => ({ type: button.type.toLowerCase(), text: button.text })),
    },
  ];
}
