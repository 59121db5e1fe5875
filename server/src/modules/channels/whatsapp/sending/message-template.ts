import type { Tx } from "../../../../kernel/db/pools.ts";
import { conflict, invalid } from "../../../../kernel/errors.ts";
import { fillTemplate, type TemplateComponent } from "../templates/template-fill.ts";
import { countUse } from "../templates/template-use.ts";
import { type Of, type Planned, type Planning, placeFile } from "./message.ts";

/** An approved template with its blanks filled. Every file in it is uploaded to an id, the cards' too. */
export const planTemplate = async (planning: Planning, message: Of<"template">): Promise<Planned> => {
  const { tx, number } = planning;
  const { name, language, parameters } = message;
  const template = await templateOf(tx, number.organization_id, number.account_id, name, language);
  if (!template)
    throw invalid(
      "name",
      `There is no template ${name} in ${language} on this number's account.`,
      "Choose another, or fetch the templates again.",
    );
  const wrong = templateWrong(template);
  if (wrong) throw conflict(wrong.code, wrong.message, "fix_template", "name");
  if (template.category === "AUTHENTICATION") await requirePhone(planning);
  const filled = fillTemplate(
    {
      parameterFormat: template.parameter_format,
      components: template.components as unknown as TemplateComponent[],
      category: template.category,
    },
    parameters,
  );
  for (const { field, kind, fileId, place } of filled.files) {
    const file = await placeFile(planning, field, kind, fileId);
    Object.assign(place, file.placed, kind === "document" ? { filename: file.name } : {});
  }
  await countUse(tx, number.organization_id, template.id);
  const fileIds = [...new Set(filled.files.map((file) => file.fileId))];
  return {
    type: "template",
    text: filled.text,
    content: { name, language, components: filled.rendered },
    fileId: fileIds[0] ?? null,
    moreFileIds: fileIds.slice(1),
    freeForm: false,
    marketing: template.category === "MARKETING",
    payload: {
      type: "template",
      template: { name, language: { code: language }, ...(filled.sent.length > 0 ? { components: filled.sent } : {}) },
    },
  };
};

export const templateOf = (db: Pick<Tx, "selectFrom">, organizationId: string, accountId: string, name: string, language: string) =>
  db
    .selectFrom("whatsapp_templates")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .where("name", "=", name)
    .where("language", "=", language)
    .executeTakeFirst();

/** Only APPROVED can be sent. */
export const templateWrong = (template: { name: string; state: string }): { code: string; message: string } | null => {
  if (template.state === "APPROVED") return null;
  if (template.state === "PAUSED")
    return { code: "template_paused", message: `The template ${template.name} is paused because of its quality.` };
  if (template.state === "DISABLED")
    return { code: "template_disabled", message: `The template ${template.name} was disabled because of its quality.` };
  return {
    code: "template_not_approved",
    message: `The template ${template.name} cannot be sent: its state is ${template.state.toLowerCase()}.`,
  };
};

/** Meta refuses a business-scoped user id here (131062). */
const requirePhone = async ({ tx, number, identityId }: Planning) => {
  const identity = await tx
    .selectFrom("identities")
    .select("kind")
    .where("organization_id", "=", number.organization_id)
    .where("id", "=", identityId)
    .executeTakeFirst();
  if (identity?.kind !== "phone")
    throw conflict("phone_needed", "Authentication templates need the person's phone number.", "Add a phone number to the contact.");
};
