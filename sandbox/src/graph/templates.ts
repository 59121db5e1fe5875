import type { Delivery } from "../webhooks/deliver.ts";
import { type Account, accountOf, type Json, type Template, type World } from "../world.ts";
import { GraphError, missing } from "./error.ts";

export type NewTemplate = Pick<Template, "name" | "language" | "category" | "components"> & Partial<Template>;

/** Takes the place of a template of the same name and language. */
export const addTemplate = (world: World, accountId: string, given: NewTemplate): Template => {
  const named = variables(JSON.stringify(given.components)).some((name) => !/^\d+$/.test(name));
  const template: Template = {
    id: world.newId(),
    status: "APPROVED",
    parameter_format: named ? "NAMED" : "POSITIONAL",
    ...given,
  };
  const account = accountOf(world, accountId);
  const same = (one: Template) => one.name === template.name && one.language === template.language;
  account.templates = [...account.templates.filter((one) => !same(one)), template];
  world.changed();
  return template;
};

/** Changes a template's state and tells the app, as Meta does after review or for bad quality. */
export const setTemplateStatus = async (
  world: World,
  delivery: Delivery,
  accountId: string,
  which: { name: string; language?: string },
  event: string,
  reason = "NONE",
): Promise<void> => {
  const account = accountOf(world, accountId);
  const template = account.templates.find(
    (one) => one.name === which.name && (which.language === undefined || one.language === which.language),
  );
  if (!template) throw new Error(`no template ${which.name} in ${accountId}`);
  template.status = event === "REINSTATED" ? "APPROVED" : event;
  template.rejected_reason = event === "REJECTED" ? reason : undefined;
  await delivery.post({
    accountId,
    field: "message_template_status_update",
    value: {
      event,
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      reason,
      message_template_category: template.category,
    },
    order: `${accountId}:templates`,
  });
};

/** POST /{account}/message_templates: checked as Meta checks, then reviewed after a while. */
export const createTemplate = (world: World, delivery: Delivery, account: Account, body: Json): Json => {
  const { name, language, category, components } = body;
  if (typeof name !== "string" || !/^[a-z0-9_]{1,512}$/.test(name)) {
    throw refused(2388000, "Invalid name", "Message template name can only have lowercase letters, digits and underscores.");
  }
  if (typeof language !== "string" || !/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language)) throw missing("language");
  if (!["MARKETING", "UTILITY", "AUTHENTICATION"].includes(String(category))) {
    throw new GraphError(100, "(#100) Param category must be one of {UTILITY, MARKETING, AUTHENTICATION}");
  }
  if (!Array.isArray(components) || components.length === 0) throw missing("components");
  if (account.templates.some((one) => one.name === name && one.language === language)) {
    throw refused(2388024, "Content in This Language Already Exists", `There is already ${language} content for this template.`);
  }
  if (new Set(account.templates.map((one) => one.name)).size >= 250) {
    throw refused(2388019, "Limit reached", "The limit of 250 message templates has been reached for this account.");
  }
  for (const component of components as Json[]) checkComponent(component, String(category));
  if (!(components as Json[]).some((component) => component.type === "BODY")) throw missing("components[BODY]");

  const template = addTemplate(world, account.accountId, {
    name,
    language,
    category: String(category),
    components: components as Json[],
    status: "PENDING",
    ...(body.parameter_format ? { parameter_format: body.parameter_format as Template["parameter_format"] } : {}),
  });
  const { outcome, reason, delayMs } = world.templateReview;
  void world.clock.after(delayMs, () => setTemplateStatus(world, delivery, account.accountId, { name, language }, outcome, reason));
  return { id: template.id, status: template.status, category: template.category };
};

export const deleteTemplate = (world: World, account: Account, name: string | undefined, id?: string): Json => {
  if (!name) throw missing("name");
  const kept = account.templates.filter((one) => one.name !== name || (id !== undefined && one.id !== id));
  if (kept.length === account.templates.length) {
    throw refused(2593002, "Message Template Not Found", "Message template with that name was not found.");
  }
  account.templates = kept;
  world.changed();
  return { success: true };
};

/** The names or numbers between double braces, each once, in order. */
export const variables = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)].map((match) => match[1] ?? "")),
];

const longest: Record<string, number> = { HEADER: 60, BODY: 1024, FOOTER: 60 };

const checkComponent = (component: Json, category: string): void => {
  const type = String(component.type);
  const text = typeof component.text === "string" ? component.text : undefined;
  if (!["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"].includes(type)) {
    throw new GraphError(100, `(#100) Param components[type] must be one of {HEADER, BODY, FOOTER, BUTTONS}`);
  }
  if (type === "BODY" && !text && category !== "AUTHENTICATION") throw missing("components[BODY]['text']");
  if (text !== undefined) checkText(type, text, component.example);
  if (type === "BUTTONS") checkButtons(component.buttons);
};

const checkText = (type: string, text: string, example: unknown): void => {
  const most = longest[type] ?? 1024;
  if (text.length > most) throw refused(2388040, "Character limit exceeded", `The ${type} can have at most ${most} characters.`);
  const used = variables(text);
  if (type === "HEADER" && (/[\n*_~]|\p{Extended_Pictographic}/u.test(text) || used.length > 1)) {
    throw refused(2388047, "Header format is incorrect", "The header can't have new lines, formatting, emojis or more than one variable.");
  }
  if (type === "FOOTER" && used.length > 0) {
    throw refused(2388073, "Footer format is incorrect", "The footer can't have variables.");
  }
  if (type !== "BODY") return;
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    throw refused(2388299, "Variables can't be at the start or end of the template", "Put words around the variables.");
  }
  const words = text
    .replace(/\{\{[^}]*\}\}/g, " ")
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  if (words.length < used.length * 2 + 1) {
    throw refused(2388293, "Too many variables", "This template has too many variables for its length.");
  }
  if (used.length > 0 && !example) {
    throw refused(2388043, "Missing example", "Message template components are missing sample values for the variables.");
  }
};

const checkButtons = (buttons: unknown): void => {
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 10) throw missing("components[BUTTONS]['buttons']");
  for (const button of buttons as Json[]) {
    if (typeof button.text === "string" && button.text.length > 25) {
      throw refused(2388040, "Character limit exceeded", "A button can have at most 25 characters.");
    }
  }
};

const refused = (subcode: number, title: string, message: string) =>
  new GraphError(100, "Invalid parameter", {
    extra: { error_subcode: subcode, is_transient: false, error_user_title: title, error_user_msg: message },
    details: message,
  });
