import type { Account, Json, Template } from "../world.ts";
import { missing, templateCount, templateDisabled, templateFormat, templateMissing, templatePaused, templateTooLong } from "./error.ts";
import { checkButtons } from "./template-send-buttons.ts";
import { variables } from "./templates.ts";

export type Component = { type: string; sub_type?: string; index?: string | number; parameters?: Parameter[]; cards?: Card[] };
export type Parameter = { type: string; parameter_name?: string; text?: string };
type Card = { card_index: number | string; components: Component[] };

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
  checkParts(template, template.components, (asked.components ?? []) as Component[], "");
  return template;
};

/** The parts of a template, or of one card of it, against what was given for them. */
const checkParts = (template: Template, parts: Json[], given: Component[], at: string): void => {
  for (const type of ["header", "body", "carousel", "limited_time_offer"]) {
    const those = given.filter((one) => one.type.toLowerCase() === type);
    if (those.length > 1) throw templateFormat(`${at}${type} is given twice`);
    if (those.length > 0 && !parts.some((part) => String(part.type).toLowerCase() === type))
      throw templateCount(
        `${at}${type}: number of localizable_params (${those[0]?.parameters?.length ?? 1}) does not match the expected number of params (0)`,
      );
  }
  for (const part of parts) {
    const type = String(part.type);
    const own = given.find((one) => one.type.toLowerCase() === type.toLowerCase());
    if (type === "HEADER") checkHeader(template, part, own?.parameters ?? [], at);
    if (type === "BODY") checkBody(template, part, own?.parameters ?? [], at);
    if (type === "CAROUSEL") checkCards(template, (part.cards ?? []) as Json[], own?.cards ?? []);
    if (type === "LIMITED_TIME_OFFER") checkOffer(part, own?.parameters ?? []);
  }
  const buttons = parts.find((part) => part.type === "BUTTONS")?.buttons as Json[] | undefined;
  checkButtons(buttons ?? [], given, at);
};

const checkHeader = (template: Template, part: Json, given: Parameter[], at: string): void => {
  const format = String(part.format ?? "TEXT");
  if (format === "TEXT") {
    checkText(template, `${at}header`, String(part.text ?? ""), given, 60);
    return;
  }
  const received = given[0]?.type.toUpperCase() ?? "UNKNOWN";
  if (received !== format) throw templateFormat(`${at}header: Format mismatch, expected ${format}, received ${received}`);
};

/** An authentication template's words are Meta's own: it takes the code whether or not its text is told. */
const checkBody = (template: Template, part: Json, given: Parameter[], at: string): void => {
  const text =
    typeof part.text === "string" ? part.text : template.category === "AUTHENTICATION" ? "*{{1}}* is your verification code." : "";
  checkText(template, `${at}body`, text, given, 1024);
};

const checkText = (template: Template, where: string, text: string, given: Parameter[], most: number): void => {
  const expected = variables(text);
  if (expected.length !== given.length)
    throw templateCount(
      `${where}: number of localizable_params (${given.length}) does not match the expected number of params (${expected.length})`,
    );
  const odd = given.find((one) => !["text", "currency", "date_time"].includes(one.type));
  if (odd) throw templateFormat(`${where}: Format mismatch, expected TEXT, received ${odd.type.toUpperCase()}`);
  if (template.parameter_format === "NAMED") {
    for (const name of expected) {
      if (!given.some((one) => one.parameter_name === name)) {
        throw templateFormat(`${where}: Parameter name is missing or empty, expected '${name}'`);
      }
    }
  } else if (given.some((one) => one.parameter_name !== undefined)) {
    throw templateFormat(`${where}: the template's parameters have no names`);
  }
  const length = text.replace(/\{\{[^}]*\}\}/g, "").length + given.reduce((sum, one) => sum + (one.text?.length ?? 0), 0);
  if (length > most) throw templateTooLong(`${where}: the text has ${length} characters, at most ${most} are allowed`);
};

const checkCards = (template: Template, cards: Json[], given: Card[]): void => {
  if (cards.length !== given.length)
    throw templateFormat(`carousel: number of cards (${given.length}) does not match the template's (${cards.length})`);
  cards.forEach((card, index) => {
    const own = given.find((one) => Number(one.card_index) === index);
    if (!own) throw missing(`carousel['cards'] with card_index ${index}`);
    checkParts(template, card.components as Json[], own.components, `carousel card ${index} `);
  });
};

const checkOffer = (part: Json, given: Parameter[]): void => {
  const ends = (part.limited_time_offer as Json | undefined)?.has_expiration === true;
  if (ends && given[0]?.type !== "limited_time_offer") throw missing("limited_time_offer['expiration_time_ms']");
  if (!ends && given.length > 0) throw templateFormat("limited_time_offer: the offer of this template does not expire");
};
