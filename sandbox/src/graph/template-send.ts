import type { Account, Json, Template } from "../world.ts";
import { templateCount, templateDisabled, templateFormat, templateMissing, templatePaused } from "./error.ts";
import { variables } from "./templates.ts";

type Component = { type: string; sub_type?: string; index?: string | number; parameters?: Parameter[] };
type Parameter = { type: string; parameter_name?: string; text?: string };

/** The template a message asks for, when it may be sent and its parameters fit; the refusal otherwise. */
export const templateToSend = (account: Account, asked: Json): Template => {
  const name = String(asked.name);
  const language = String((asked.language as Json).code);
  const template = account.templates.find((one) => one.name === name && one.language === language);
  if (!template) throw templateMissing(`template name (${name}) does not exist in ${language}`, 404);
  if (template.status === "PAUSED") throw templatePaused(`Template '${name}' is paused for low quality.`);
  if (template.status === "DISABLED") throw templateDisabled(`Template '${name}' is disabled.`);
  if (template.status !== "APPROVED") {
    throw templateMissing(`template name (${name}) is not approved in ${language}: ${template.status}`, 404);
  }
  const given = (asked.components ?? []) as Component[];
  for (const part of template.components) {
    const type = String(part.type);
    if (type === "HEADER") checkHeader(part, partOf(given, "header"));
    if (type === "BODY") checkText("body", String(part.text ?? ""), partOf(given, "body"), template);
    if (type === "BUTTONS") checkButtons(part.buttons as Json[], given);
  }
  return template;
};

const partOf = (given: Component[], type: string) => given.find((one) => one.type.toLowerCase() === type)?.parameters ?? [];

const checkHeader = (part: Json, given: Parameter[]): void => {
  const format = String(part.format ?? "TEXT");
  if (format === "TEXT") {
    checkCount("header", variables(String(part.text ?? "")).length, given.length);
    return;
  }
  const received = given[0]?.type.toUpperCase() ?? "UNKNOWN";
  if (received !== format) throw templateFormat(`header: Format mismatch, expected ${format}, received ${received}`);
};

const checkText = (where: string, text: string, given: Parameter[], template: Template): void => {
  const expected = variables(text);
  checkCount(where, expected.length, given.length);
  if (template.parameter_format !== "NAMED") return;
  for (const name of expected) {
    if (!given.some((one) => one.parameter_name === name)) {
      throw templateFormat(`${where}: Parameter name is missing or empty, expected '${name}'`);
    }
  }
};

const checkButtons = (buttons: Json[], given: Component[]): void => {
  buttons.forEach((button, index) => {
    const filled = given.find((one) => one.type.toLowerCase() === "button" && Number(one.index ?? 0) === index);
    const expected = variables(String(button.url ?? "")).length + (button.type === "COPY_CODE" ? 1 : 0);
    // A quick reply may carry a payload or leave it to its text.
    if (button.type === "QUICK_REPLY" || button.type === "FLOW") return;
    checkCount(`buttons[${index}]`, expected, filled?.parameters?.length ?? 0);
  });
};

const checkCount = (where: string, expected: number, received: number): void => {
  if (expected !== received) {
    throw templateCount(`${where}: number of localizable_params (${received}) does not match the expected number of params (${expected})`);
  }
};
