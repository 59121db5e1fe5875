import type { z } from "zod";
import type { Tx } from "../../../kernel/db/pools.ts";
import type { PlannedSend, SendWish } from "../../../kernel/deliveries.ts";
import { conflict, invalid } from "../../../kernel/errors.ts";
import type { Ctx } from "../../../kernel/module.ts";
import { SendMessage } from "../../conversations/conversations.api.ts";
import { mediaRefusal } from "./limits.ts";
import { type NumberRow, numberOf } from "./number.ts";
import { reach } from "./reach.ts";
import { fillTemplate, type TemplateComponent } from "./template-fill.ts";

type Message = z.output<typeof SendMessage>;
type TemplateMessage = Extract<Message, { type: "template" }>;

/** What WhatsApp makes of a wish, with every limit that is known beforehand (whatsapp.md §3.7, §3.11, §3.12) named by field. */
export const planWhatsApp = async (tx: Tx, ctx: Ctx, wish: SendWish): Promise<PlannedSend> => {
  const message = SendMessage.parse(wish.message);
  const number = await numberOf(tx, ctx.organizationId, wish.channelId);
  if (!number) throw conflict("channel_disconnected", "This WhatsApp number is not connected.", "Connect it again.");
  const identityId = await reach(tx, ctx.organizationId, wish.channelId, wish.contactId, wish.identityId);
  if (!identityId)
    throw conflict(
      "no_identity",
      "This contact has neither a phone number nor a WhatsApp user id for this number.",
      "Add a phone number to the contact.",
    );
  const base = { identityId, fileId: null, marketing: false, freeForm: true };

  if (message.type === "text") {
    const previewUrl = message.previewUrl ?? false;
    if (message.text.trim() === "") throw invalid("text", "Write something.");
    return {
      ...base,
      type: "text",
      text: message.text,
      content: previewUrl ? { previewUrl } : {},
      payload: { type: "text", text: { body: message.text, preview_url: previewUrl } },
    };
  }
  if (message.type === "template") return planTemplate(tx, number, message, base);
  if (message.type !== "image" && message.type !== "video" && message.type !== "document")
    throw invalid("type", `Messages of the kind ${message.type} cannot be sent from here yet.`);
  const file = await fileOf(tx, ctx.organizationId, message.fileId);
  const refusal = mediaRefusal("fileId", message.type, file);
  if (refusal) throw refusal;
  const caption = message.text?.trim() ? message.text : null;
  const filename = file?.name || `file.${file?.mime === "application/pdf" ? "pdf" : "bin"}`;
  const media = { fileId: message.fileId, ...(caption ? { caption } : {}), ...(message.type === "document" ? { filename } : {}) };
  return {
    ...base,
    type: message.type,
    text: caption,
    content: message.type === "document" ? { filename } : {},
    fileId: message.fileId,
    payload: { type: message.type, media },
  };
};

const planTemplate = async (
  tx: Tx,
  number: NumberRow,
  message: TemplateMessage,
  base: Pick<PlannedSend, "identityId" | "freeForm" | "marketing" | "fileId">,
): Promise<PlannedSend> => {
  const template = await templateOf(tx, number.organization_id, number.account_id, message.name, message.language);
  if (!template)
    throw invalid(
      "name",
      `There is no template ${message.name} in ${message.language} on this number's account.`,
      "Choose another, or fetch the templates again.",
    );
  const wrong = templateWrong(template);
  if (wrong) throw conflict(wrong.code, wrong.message, "fix_template", "name");
  if (template.category === "AUTHENTICATION") await requirePhone(tx, number.organization_id, base.identityId);
  const filled = fillTemplate(
    { parameterFormat: template.parameter_format, components: template.components as unknown as TemplateComponent[] },
    message.parameters,
  );
  const fileId = message.parameters.headerFileId ?? null;
  const format = (template.components as unknown as TemplateComponent[]).find((part) => part.type === "HEADER")?.format?.toLowerCase();
  const file = fileId ? await fileOf(tx, number.organization_id, fileId) : undefined;
  if (fileId) {
    const refusal = mediaRefusal("parameters.headerFileId", format as "image" | "video" | "document", file);
    if (refusal) throw refusal;
  }
  const { name, language } = message;
  return {
    ...base,
    type: "template",
    text: filled.text,
    content: { name, language, components: filled.rendered },
    fileId,
    freeForm: false,
    marketing: template.category === "MARKETING",
    payload: {
      type: "template",
      template: { name, language: { code: language }, components: filled.sent },
      ...(fileId ? { headerFileId: fileId, headerFilename: file?.name ?? null } : {}),
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

const requirePhone = async (tx: Tx, organizationId: string, identityId: string) => {
  const identity = await tx
    .selectFrom("identities")
    .select("kind")
    .where("organization_id", "=", organizationId)
    .where("id", "=", identityId)
    .executeTakeFirst();
  if (identity?.kind !== "phone")
    throw conflict("phone_needed", "Authentication templates need the person's phone number.", "Add a phone number to the contact.");
};

const fileOf = (tx: Tx, organizationId: string, fileId: string) =>
  tx
    .selectFrom("files")
    .select(["name", "state", "mime", "size"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", fileId)
    .executeTakeFirst();
