import { invalid } from "../../../kernel/errors.ts";

export type TemplateButton = { type: string; text?: string; url?: string; phone_number?: string };
export type TemplateComponent = { type: string; format?: string; text?: string; buttons?: TemplateButton[] };
export type TemplateParameters = {
  header?: string[] | Record<string, string>;
  body?: string[] | Record<string, string>;
  buttons?: { index: number; value: string }[];
  headerFileId?: string;
};
type Shape = { parameterFormat: string; components: TemplateComponent[] };

/** The names or numbers between double braces, each once, in order. */
export const variablesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)].map((match) => match[1] ?? "")),
];
export const bodyOf = (components: TemplateComponent[]): string => components.find((one) => one.type === "BODY")?.text ?? "";

/**
 * Fills a template: `rendered` as the customer sees it (frozen into the message), `sent` as Graph wants it, with the header's file still
 * named by `headerFileId`. Refuses parameters that are missing, too many or of the wrong kind, naming the field.
 */
export const fillTemplate = (template: Shape, given: TemplateParameters) => {
  const sent: Record<string, unknown>[] = [];
  const rendered: Record<string, unknown>[] = [];
  for (const part of template.components) {
    if (part.type === "HEADER") fillHeader(part, given, sent, rendered);
    else if (part.type === "BODY") fillBody(part, template.parameterFormat, given, sent, rendered);
    else if (part.type === "FOOTER") rendered.push({ type: "footer", text: part.text ?? "" });
    else if (part.type === "BUTTONS") fillButtons(part.buttons ?? [], given, sent, rendered);
    else
      throw invalid(
        "name",
        `Templates with a part of the kind ${part.type.toLowerCase()} cannot be sent from here yet.`,
        "Choose another template.",
      );
  }
  refuseWhatNobodyAskedFor(template.components, given);
  return { sent, rendered, text: String(rendered.find((part) => part.type === "body")?.text ?? "") };
};

type Parts = Record<string, unknown>[];

const fillHeader = (part: TemplateComponent, given: TemplateParameters, sent: Parts, rendered: Parts) => {
  const format = part.format ?? "TEXT";
  if (format === "TEXT") {
    const variables = variablesOf(part.text ?? "");
    const values = Object.values(given.header ?? []);
    if (values.length !== variables.length)
      throw invalid(
        "parameters.header",
        variables.length === 0
          ? "This template's header takes no parameter."
          : `This template's header needs a value for ${variables.map(braced).join(", ")}.`,
      );
    const named = Object.fromEntries(variables.map((name, at) => [name, values[at] ?? ""]));
    if (variables.length > 0) sent.push({ type: "header", parameters: variables.map((name) => textParameter(name, named[name] ?? "")) });
    rendered.push({ type: "header", format, text: replaced(part.text ?? "", named) });
    return;
  }
  if (!["IMAGE", "VIDEO", "DOCUMENT"].includes(format))
    throw invalid(
      "name",
      `Templates with a header of the kind ${format.toLowerCase()} cannot be sent from here yet.`,
      "Choose another template.",
    );
  if (!given.headerFileId)
    throw invalid(
      "parameters.headerFileId",
      `This template's header needs ${format === "IMAGE" ? "an image" : `a ${format.toLowerCase()}`}.`,
      "Upload it with POST /files.",
    );
  const kind = format.toLowerCase();
  sent.push({ type: "header", parameters: [{ type: kind, [kind]: {} }] });
  rendered.push({ type: "header", format, fileId: given.headerFileId });
};

const fillBody = (part: TemplateComponent, format: string, given: TemplateParameters, sent: Parts, rendered: Parts) => {
  const variables = variablesOf(part.text ?? "");
  const values = given.body ?? [];
  if (format === "NAMED" && Array.isArray(values) && values.length > 0)
    throw invalid(
      "parameters.body",
      `This template's parameters have names: ${variables.join(", ")}.`,
      "Send an object of names and values.",
    );
  // A positional template may be filled by its numbers as names, too.
  const named: Record<string, string> = Array.isArray(values)
    ? Object.fromEntries(values.map((value, at) => [variables[at] ?? `${at + 1}`, value]))
    : values;
  const missing = variables.filter((name) => !Object.hasOwn(named, name));
  if (missing.length > 0) throw invalid("parameters.body", `This template needs a value for ${missing.map(braced).join(", ")}.`);
  const extra = Object.keys(named).filter((name) => !variables.includes(name));
  if (extra.length > 0)
    throw invalid(
      "parameters.body",
      variables.length === 0
        ? "This template's text takes no parameters."
        : `This template takes ${variables.length} ${variables.length === 1 ? "value" : "values"}: ${variables.map(braced).join(", ")}.`,
    );
  // Meta refuses these in a parameter with 132012 or 132018.
  const ugly = variables.find((name) => /[\n\t]| {5,}/.test(named[name] ?? ""));
  if (ugly)
    throw invalid("parameters.body", `The value for ${braced(ugly)} may not have line breaks, tabs or more than four spaces in a row.`);
  const text = replaced(part.text ?? "", named);
  if (text.length > 1024)
    throw invalid(
      "parameters.body",
      `The text would have ${text.length} characters; a template may have 1,024 once filled in.`,
      "Shorten the values.",
    );
  if (variables.length > 0)
    sent.push({
      type: "body",
      parameters: variables.map((name) => ({
        ...textParameter(name, named[name] ?? ""),
        ...(format === "NAMED" ? { parameter_name: name } : {}),
      })),
    });
  rendered.push({ type: "body", text });
};

const fillButtons = (buttons: TemplateButton[], given: TemplateParameters, sent: Parts, rendered: Parts) => {
  const values = new Map((given.buttons ?? []).map((button) => [button.index, button.value]));
  const shown = buttons.map((button, index) => {
    const value = values.get(index);
    const field = `parameters.buttons.${index}`;
    if (button.type === "URL" && variablesOf(button.url ?? "").length > 0) {
      if (value === undefined) throw invalid(field, `The button "${button.text ?? "link"}" needs the end of its address.`);
      sent.push({ type: "button", sub_type: "url", index: String(index), parameters: [{ type: "text", text: value }] });
      return { type: "url", text: button.text, url: (button.url ?? "").replace(/\{\{[^}]*\}\}/, value) };
    }
    if (button.type === "COPY_CODE") {
      if (value === undefined) throw invalid(field, "The copy-code button needs the code.");
      if (value.length > 20) throw invalid(field, "A code to copy has at most 20 characters.");
      sent.push({ type: "button", sub_type: "copy_code", index: String(index), parameters: [{ type: "coupon_code", coupon_code: value }] });
      return { type: "copy_code", text: button.text, code: value };
    }
    if (button.type === "QUICK_REPLY") {
      if (value !== undefined)
        sent.push({ type: "button", sub_type: "quick_reply", index: String(index), parameters: [{ type: "payload", payload: value }] });
      return { type: "quick_reply", text: button.text };
    }
    if (value !== undefined) throw invalid(field, `The button "${button.text ?? index}" takes no value.`);
    return { type: button.type.toLowerCase(), text: button.text, url: button.url, phoneNumber: button.phone_number };
  });
  const stray = [...values.keys()].find((index) => index >= buttons.length);
  if (stray !== undefined)
    throw invalid(`parameters.buttons.${stray}`, `This template has ${buttons.length} ${buttons.length === 1 ? "button" : "buttons"}.`);
  rendered.push({ type: "buttons", buttons: shown });
};

const refuseWhatNobodyAskedFor = (components: TemplateComponent[], given: TemplateParameters) => {
  const header = components.find((part) => part.type === "HEADER");
  if (given.header && Object.keys(given.header).length > 0 && !header) throw invalid("parameters.header", "This template has no header.");
  if (given.headerFileId && (!header || (header.format ?? "TEXT") === "TEXT"))
    throw invalid("parameters.headerFileId", "This template's header takes no file.");
  if (given.buttons?.length && !components.some((part) => part.type === "BUTTONS"))
    throw invalid("parameters.buttons", "This template has no buttons.");
};

const braced = (name: string) => `{{${name}}}`;
const textParameter = (name: string, text: string) =>
  /^\d+$/.test(name) ? { type: "text", text } : { type: "text", parameter_name: name, text };
/** In one pass: a value that itself looks like a variable stays as it is. */
const replaced = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : whole));
