import type { Delivery } from "../webhooks/deliver.ts";
import { type Account, accountOf, type Json, type Template, type World } from "../world.ts";
import { missing } from "./error.ts";
import { templateRefused } from "./template-refused.ts";
import { checkCategory, checkComponents, checkNew, variables } from "./template-rules.ts";

export { variables } from "./template-rules.ts";
export type NewTemplate = Pick<Template, "name" | "language" | "category" | "components"> & Partial<Template>;
type Which = { name: string; language?: string };

const day = 24 * 3600_000;

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

const find = (world: World, accountId: string, which: Which): Template => {
  const template = accountOf(world, accountId).templates.find(
    (one) => one.name === which.name && (which.language === undefined || one.language === which.language),
  );
  if (!template) throw new Error(`no template ${which.name} in ${accountId}`);
  return template;
};

const named = (template: Template): Json => ({
  message_template_id: Number(template.id),
  message_template_name: template.name,
  message_template_language: template.language,
});

/** Changes a template's state and tells the app, as Meta does after review or for bad quality. */
export const setTemplateStatus = async (
  world: World,
  delivery: Delivery,
  accountId: string,
  which: Which,
  event: string,
  reason = "NONE",
): Promise<void> => {
  const template = find(world, accountId, which);
  template.status = ["REINSTATED", "UNARCHIVED"].includes(event) ? "APPROVED" : event;
  template.rejected_reason = event === "REJECTED" ? reason : undefined;
  world.changed();
  await delivery.post({
    accountId,
    field: "message_template_status_update",
    value: {
      event,
      ...named(template),
      reason,
      message_template_category: template.category,
      ...(event === "PAUSED"
        ? { other_info: { title: "FIRST_PAUSE", description: "Paused for three hours because of low quality." } }
        : {}),
    },
    order: `${accountId}:templates`,
  });
};

/** Meta thinks another category right: first it says so (`correct`), a day later it changes it (`category`). */
export const recategoriseTemplate = async (
  world: World,
  delivery: Delivery,
  accountId: string,
  which: Which,
  { correct, category }: { correct?: string; category?: string },
): Promise<void> => {
  const template = find(world, accountId, which);
  const previous = template.category;
  if (category) template.category = category;
  world.changed();
  await delivery.post({
    accountId,
    field: "template_category_update",
    value: {
      ...named(template),
      ...(category ? { previous_category: previous } : {}),
      new_category: template.category,
      ...(correct ? { correct_category: correct } : {}),
    },
    order: `${accountId}:templates`,
  });
};

/** POST /{account}/message_templates: checked as Meta checks, then reviewed after a while. */
export const createTemplate = (world: World, delivery: Delivery, account: Account, body: Json): Json => {
  checkNew(world, account, body);
  const { name, language, category, components } = body;
  checkComponents(world, components, String(category), body.parameter_format === "NAMED");
  const template = addTemplate(world, account.accountId, {
    name: String(name),
    language: String(language),
    category: String(category),
    components: asKept(components as Json[], String(category)),
    status: "PENDING",
    parameter_format: body.parameter_format === "NAMED" ? "NAMED" : "POSITIONAL",
  });
  account.createdTemplates = [...(account.createdTemplates ?? []), world.clock.elapsed()];
  review(world, delivery, account, template);
  return { id: template.id, status: template.status, category: template.category };
};

/** POST /{template}: texts and category of one that is approved, rejected or paused; it is reviewed again. */
export const editTemplate = (world: World, delivery: Delivery, account: Account, template: Template, body: Json): Json => {
  const refuse = (subcode: number, message: string) => templateRefused(subcode, "Message Template Can't Be Edited", message);
  if (!["APPROVED", "REJECTED", "PAUSED"].includes(template.status)) {
    throw refuse(2388028, `A template in the state ${template.status} can't be edited.`);
  }
  if (body.category !== undefined) {
    checkCategory(body.category);
    if (template.status === "APPROVED" && body.category !== template.category) {
      throw refuse(2388025, "The category of an approved template can't be changed.");
    }
  }
  const category = String(body.category ?? template.category);
  const components = body.components ?? template.components;
  checkComponents(world, components, category, template.parameter_format === "NAMED");
  if (template.status === "APPROVED") {
    const now = world.clock.elapsed();
    const edits = (template.edits ?? []).filter((at) => at > now - 30 * day);
    if (edits.length >= 10 || edits.some((at) => at > now - day)) {
      throw refuse(2388028, "An approved template can be edited once in 24 hours and ten times in 30 days.");
    }
    template.edits = [...edits, now];
  }
  Object.assign(template, { category, components: asKept(components as Json[], category), status: "PENDING", rejected_reason: undefined });
  world.changed();
  review(world, delivery, account, template);
  return { success: true };
};

const review = (world: World, delivery: Delivery, account: Account, template: Template): void => {
  const { outcome, reason, delayMs, category } = world.templateReview;
  const { name, language } = template;
  void world.clock.after(delayMs, async () => {
    // Deleted while it waited.
    if (!account.templates.includes(template) || template.status !== "PENDING") return;
    if (category && category !== template.category) await recategoriseTemplate(world, delivery, account.accountId, template, { category });
    await setTemplateStatus(world, delivery, account.accountId, { name, language }, outcome, reason);
  });
};

/** What Graph shows of it afterwards: authentication templates in Meta's own words, their button as a link. */
const asKept = (components: Json[], category: string): Json[] => {
  if (category !== "AUTHENTICATION") return withAddresses(components);
  const [body, footer, buttons] = ["BODY", "FOOTER", "BUTTONS"].map((type) => components.find((one) => one.type === type));
  const safe = body?.add_security_recommendation === true;
  const minutes = footer?.code_expiration_minutes;
  const url = "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp";
  return [
    {
      type: "BODY",
      text: `*{{1}}* is your verification code.${safe ? " For your security, do not share this code." : ""}`,
      ...(safe ? { add_security_recommendation: true } : {}),
      example: { body_text: [["123456"]] },
    },
    ...(minutes ? [{ type: "FOOTER", text: `This code expires in ${String(minutes)} minutes.`, code_expiration_minutes: minutes }] : []),
    {
      type: "BUTTONS",
      buttons: [
        {
          type: "URL",
          text: String((buttons?.buttons as Json[] | undefined)?.[0]?.text ?? "Copy code"),
          url: `${url}{{1}}`,
          example: [`${url}123456`],
        },
      ],
    },
  ];
};

/** A sample is kept under an address of Meta's; the handle is gone after its use. */
const withAddresses = (components: Json[]): Json[] =>
  components.map((component) => ({
    ...component,
    ...((component.example as Json | undefined)?.header_handle
      ? { example: { header_handle: ["https://scontent.example.com/sample"] } }
      : {}),
    ...(component.cards
      ? { cards: (component.cards as { components: Json[] }[]).map((card) => ({ components: withAddresses(card.components) })) }
      : {}),
  }));

export const deleteTemplate = (world: World, account: Account, name: string | undefined, id?: string): Json => {
  if (!name) throw missing("name");
  const gone = account.templates.filter((one) => one.name === name && (id === undefined || one.id === id));
  if (gone.length === 0) {
    throw templateRefused(2593002, "Message Template Not Found", "Message template with that name was not found.");
  }
  account.templates = account.templates.filter((one) => !gone.includes(one));
  const at = world.clock.elapsed();
  account.deletedTemplates = [...(account.deletedTemplates ?? []), ...gone.map((one) => ({ name, language: one.language, at }))];
  world.changed();
  return { success: true };
};
