import type { Account, Json, World } from "../world.ts";
import { GraphError, missing } from "./error.ts";
import { checkButtons } from "./template-buttons.ts";
import { templateRefused } from "./template-refused.ts";

const hour = 3600_000;
const day = 24 * hour;

/** The names or numbers between double braces, each once, in order. */
export const variables = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)].map((match) => match[1] ?? "")),
];

/** Name, language and category, and what the account may still create. */
export const checkNew = (world: World, account: Account, { name, language, category }: Json): void => {
  if (typeof name !== "string" || !/^[a-z0-9_]{1,512}$/.test(name)) {
    throw templateRefused(2388000, "Invalid name", "Message template name can only have lowercase letters, digits and underscores.");
  }
  if (typeof language !== "string" || !/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language)) throw missing("language");
  checkCategory(category);
  if (account.templates.some((one) => one.name === name && one.language === language)) {
    throw templateRefused(2388024, "Content in This Language Already Exists", `There is already ${language} content for this template.`);
  }
  const now = world.clock.elapsed();
  if (account.deletedTemplates?.some((one) => one.name === name && one.language === language && one.at > now - 30 * day)) {
    throw templateRefused(
      2388023,
      "Message Template Language Is Being Deleted",
      `New ${language} content can't be added while the existing ${language} content is being deleted. Try again in 4 weeks or consider creating a new message template.`,
    );
  }
  const most = account.verified ? 6000 : 250;
  if (new Set(account.templates.map((one) => one.name)).size >= most && !account.templates.some((one) => one.name === name)) {
    throw templateRefused(2388019, "Limit reached", `The limit of ${most} message templates has been reached for this account.`);
  }
  account.createdTemplates = (account.createdTemplates ?? []).filter((at) => at > now - hour);
  if (account.createdTemplates.length >= 100) {
    throw templateRefused(2388019, "Limit reached", "Only 100 message templates can be created in an hour. Try again later.");
  }
};

export const checkCategory = (category: unknown): void => {
  if (!["MARKETING", "UTILITY", "AUTHENTICATION"].includes(String(category))) {
    throw new GraphError(100, "(#100) Param category must be one of {UTILITY, MARKETING, AUTHENTICATION}");
  }
};

const types = ["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"];

export const checkComponents = (world: World, given: unknown, category: string, named: boolean): void => {
  if (!Array.isArray(given) || given.length === 0) throw missing("components");
  const components = given as Json[];
  for (const [at, component] of components.entries()) {
    const type = String(component.type);
    if (!types.includes(type)) throw new GraphError(100, `(#100) Param components[type] must be one of {${types.join(", ")}}`);
    if (components.findIndex((one) => one.type === type) !== at) {
      throw templateRefused(2388042, "Components don't fit", `There can be only one component of type ${type}.`);
    }
    checkComponent(world, component, category, named);
  }
  const part = (type: string) => components.find((component) => component.type === type);
  if (!part("BODY")) throw missing("components[BODY]");
  const carousel = part("CAROUSEL");
  if (carousel) checkCards(world, carousel.cards, category, named);
  if (carousel && ["HEADER", "FOOTER", "BUTTONS"].some(part)) {
    throw templateRefused(2388042, "Components don't fit", "Beside a carousel there can be only a body.");
  }
  if (part("LIMITED_TIME_OFFER") && (category !== "MARKETING" || part("FOOTER"))) {
    throw templateRefused(2388042, "Components don't fit", "A limited-time offer is marketing and has no footer.");
  }
  if (category === "AUTHENTICATION" && (part("HEADER") || part("BODY")?.text || part("FOOTER")?.text)) {
    throw templateRefused(2388042, "Components don't fit", "Authentication templates have no text of their own.");
  }
};

const checkCards = (world: World, given: unknown, category: string, named: boolean): void => {
  const cards = (Array.isArray(given) ? given : []) as { components: Json[] }[];
  if (cards.length < 2 || cards.length > 10) throw templateRefused(2388042, "Components don't fit", "A carousel has 2 to 10 cards.");
  const build = (card: { components: Json[] }) =>
    JSON.stringify(card.components.map((one) => [one.type, one.format, ((one.buttons ?? []) as Json[]).map((button) => button.type)]));
  for (const card of cards) {
    for (const component of card.components) checkComponent(world, component, category, named, 160);
    const header = card.components.find((one) => one.type === "HEADER");
    if (!["IMAGE", "VIDEO"].includes(String(header?.format))) throw missing("components[CAROUSEL]['cards']['header']");
    if (build(card) !== build(cards[0] as { components: Json[] })) {
      throw templateRefused(2388042, "Components don't fit", "All cards of a carousel must have the same components.");
    }
  }
};

const checkComponent = (world: World, component: Json, category: string, named: boolean, bodyMost = 1024): void => {
  const type = String(component.type);
  const text = typeof component.text === "string" ? component.text : undefined;
  if (type === "BODY" && !text && category !== "AUTHENTICATION") throw missing("components[BODY]['text']");
  if (type === "HEADER") checkHeader(world, component, text);
  if (type === "BODY" && text !== undefined) checkBody(text, component.example, named, bodyMost);
  if (type === "FOOTER" && text !== undefined) checkFooter(text);
  if (type === "BUTTONS") checkButtons(component.buttons, category);
};

const checkHeader = (world: World, component: Json, text: string | undefined): void => {
  const format = String(component.format ?? "TEXT");
  if (["IMAGE", "VIDEO", "DOCUMENT"].includes(format)) {
    const handle = ((component.example as Json | undefined)?.header_handle as unknown[] | undefined)?.[0];
    if (!handle) throw templateRefused(2388043, "Missing example", "Message template components of type HEADER are missing a sample.");
    if (!world.handles.has(String(handle))) {
      throw templateRefused(2388273, "Invalid sample", "The header handle is not valid. Upload the sample with the resumable upload API.");
    }
    return;
  }
  if (format === "LOCATION") return;
  if (!text) throw missing("components[HEADER]['text']");
  tooLong("HEADER", text, 60);
  const used = variables(text);
  if (/[\r\n*_~`]/.test(text.replace(/\{\{[^}]*\}\}/g, "")) || emoji.test(text) || used.length > 1) {
    throw templateRefused(
      2388047,
      "Message Header Format Is Incorrect",
      "The message header can't have new lines, formatting characters, emojis, asterisks or more than one variable.",
    );
  }
  if (used.length > 0 && !component.example) throw exampleMissing("HEADER");
};

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;

const checkBody = (text: string, example: unknown, named: boolean, most: number): void => {
  tooLong("BODY", text, most);
  const used = variables(text);
  const wrong = (why: string) => templateRefused(2388072, "Message Body Format Is Incorrect", `The message body ${why}.`);
  if (/\{\{|\}\}/.test(text.replace(/\{\{\s*[A-Za-z0-9_]+\s*\}\}/g, ""))) throw wrong("has variables that are not written rightly");
  if (/\}\}\s*\{\{/.test(text)) throw wrong("can't have two variables next to each other");
  if (/\n\s*\n\s*\n/.test(text) || /\t| {5,}/.test(text))
    throw wrong("can't have more than two new lines, tabs or more than four spaces in a row");
  if (!named && used.some((name, at) => name !== String(at + 1))) throw wrong("must number its variables in order, from {{1}}");
  if (named && used.some((name) => !/^[a-z][a-z0-9_]*$/.test(name)))
    throw wrong("must name its variables in lowercase letters and underscores");
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    throw templateRefused(
      2388299,
      "Variables Can't Be at the Start or End of the Template",
      "Variables can't be at the start or end of the template.",
    );
  }
  const words = text
    .replace(/\{\{[^}]*\}\}/g, " ")
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  if (used.length > 0 && words.length < used.length * 2 + 1) {
    throw templateRefused(
      2388293,
      "This template has too many variables for its length",
      "Reduce the number of variables or increase the message length.",
    );
  }
  if (used.length > 0 && countOf(example, named) < used.length) throw exampleMissing("BODY");
};

const countOf = (example: unknown, named: boolean): number => {
  const given = (example ?? {}) as { body_text?: unknown[][]; body_text_named_params?: unknown[] };
  return (named ? given.body_text_named_params?.length : given.body_text?.[0]?.length) ?? 0;
};

const checkFooter = (text: string): void => {
  tooLong("FOOTER", text, 60);
  if (variables(text).length > 0 || /[\r\n]/.test(text)) {
    throw templateRefused(2388073, "Message Footer Format Is Incorrect", "The message footer can't have variables or new lines.");
  }
};

const exampleMissing = (type: string) =>
  templateRefused(2388043, "Missing example", `Message template components of type ${type} are missing expected field(s) (example).`);

const tooLong = (type: string, text: string, most: number): void => {
  if (text.length > most) throw templateRefused(2388040, "Character Limit Exceeded", `The ${type} can have at most ${most} characters.`);
};
