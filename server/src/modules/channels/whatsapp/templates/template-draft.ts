import type { z } from "zod";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { NewTemplate, TemplateCopy } from "../../templates.api.ts";
import { requireNumber } from "../numbers/channel-view.ts";
import { templateLanguages } from "./template-languages.ts";
import { blockedUntil, limits, nameProblem } from "./template-rules.ts";
import { type Written, writable } from "./template-shape.ts";
import { requireTemplate, shownTemplate } from "./template-view.ts";

/** A draft is ours alone: it may break every rule but that of its name, which two may not share. */
export const createDraft = (ctx: Ctx, { channelId, ...written }: z.output<typeof NewTemplate>) =>
  ctx.transaction(async (tx) => {
    const number = await requireNumber(tx, ctx, channelId);
    if (number.state === "disconnected") throw conflict("channel_disconnected", "This number is disconnected.", "Connect it again.");
    const id = await insertDraft(tx, ctx, number.account_id, written);
    return shownTemplate(tx, ctx, id);
  });

export const saveDraft = (ctx: Ctx, templateId: string, written: Written) =>
  ctx.transaction(async (tx) => {
    const row = await requireTemplate(tx, ctx, templateId, true);
    if (row.state !== "DRAFT" || row.submission)
      throw conflict("template_not_draft", "This template is with Meta already.", "Edit it, or copy it to a draft.");
    await claimName(tx, ctx, row.account_id, written, row.id);
    await tx
      .updateTable("whatsapp_templates")
      .set({ ...valuesOf(written), reason: null, updated_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", templateId)
      .execute();
    await writeSamples(tx, ctx, templateId, written.samples);
    await emit(tx, ctx, "template.updated", { templateId, what: "draft_saved" });
    return shownTemplate(tx, ctx, templateId);
  });

/** A copy under another name, or the same name in another language; either way a draft, with the texts to be changed. */
export const copyTemplate = (ctx: Ctx, templateId: string, wish: z.output<typeof TemplateCopy>) =>
  ctx.transaction(async (tx) => {
    const row = await requireTemplate(tx, ctx, templateId);
    const components = writable(row.components, row.category);
    if (components === null)
      throw conflict("template_unknown_part", "This template has a part that cannot be written here.", "Copy it in WhatsApp Manager.");
    const accountId = wish.channelId ? (await requireNumber(tx, ctx, wish.channelId)).account_id : row.account_id;
    const language = wish.language ?? row.language;
    const keepsName = language !== row.language || accountId !== row.account_id;
    const samples = await tx
      .selectFrom("whatsapp_template_samples")
      .select(["part", "file_id"])
      .where("organization_id", "=", ctx.organizationId)
      .where("template_id", "=", templateId)
      .execute();
    const written = {
      name: wish.name ?? (keepsName ? row.name : await freeName(tx, ctx, accountId, row.name, language)),
      language,
      category: (row.category === "UTILITY" || row.category === "AUTHENTICATION" ? row.category : "MARKETING") as Written["category"],
      parameterFormat: row.parameter_format === "NAMED" ? ("NAMED" as const) : ("POSITIONAL" as const),
      components,
      samples: Object.fromEntries(samples.map((one) => [one.part, one.file_id])),
    };
    return shownTemplate(tx, ctx, await insertDraft(tx, ctx, accountId, written));
  });

const insertDraft = async (tx: Tx, ctx: Ctx, accountId: string, written: Written): Promise<string> => {
  await claimName(tx, ctx, accountId, written, null);
  const id = newId();
  const made = await tx
    .insertInto("whatsapp_templates")
    .values({ organization_id: ctx.organizationId, id, account_id: accountId, state: "DRAFT", ...valuesOf(written) })
    .onConflict((at) => at.columns(["organization_id", "account_id", "name", "language"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  // A second press, a moment after the first.
  if (!made) throw nameTaken(written.name);
  await writeSamples(tx, ctx, id, written.samples);
  await emit(tx, ctx, "template.updated", { templateId: id, what: "drafted" });
  return id;
};

const valuesOf = (written: Written) => ({
  name: written.name,
  language: written.language,
  category: written.category,
  parameter_format: written.parameterFormat,
  components: JSON.stringify(written.components),
});

/** Name and language are free, or come free: a deleted one gives them back once Meta does. */
const claimName = async (
  tx: Tx,
  ctx: Ctx,
  accountId: string,
  { name, language }: Pick<Written, "name" | "language">,
  self: string | null,
) => {
  const wrong = nameProblem(name);
  if (wrong) throw invalid("name", wrong.message);
  if (!templateLanguages.includes(language)) throw invalid("language", `WhatsApp has no templates in "${language}".`);
  const other = await tx
    .selectFrom("whatsapp_templates")
    .select(["id", "state", "deleted_at"])
    .where("organization_id", "=", ctx.organizationId)
    .where("account_id", "=", accountId)
    .where("name", "=", name)
    .where("language", "=", language)
    .executeTakeFirst();
  if (!other || other.id === self) return;
  if (other.state !== "DELETED") throw nameTaken(name);
  const until = other.deleted_at && blockedUntil(other.deleted_at);
  if (until && until > new Date())
    throw conflict(
      "name_blocked",
      `A template ${name} in this language was deleted. Meta keeps the name back until ${until.toISOString().slice(0, 10)}.`,
      "Choose another name.",
      "name",
    );
  await tx.deleteFrom("whatsapp_templates").where("organization_id", "=", ctx.organizationId).where("id", "=", other.id).execute();
};

const nameTaken = (name: string) =>
  conflict("name_taken", `There is already a template ${name} in this language.`, "Choose another name.", "name");

const freeName = async (tx: Tx, ctx: Ctx, accountId: string, name: string, language: string): Promise<string> => {
  const base = `${name.slice(0, limits.name - 10)}_copy`;
  const rows = await tx
    .selectFrom("whatsapp_templates")
    .select("name")
    .where("organization_id", "=", ctx.organizationId)
    .where("account_id", "=", accountId)
    .where("language", "=", language)
    .where((eb) => eb(eb.fn("starts_with", ["name", eb.val(base)]), "=", eb.lit(true)))
    .execute();
  const taken = new Set(rows.map((row) => row.name));
  if (!taken.has(base)) return base;
  for (let at = 2; ; at += 1) if (!taken.has(`${base}_${at}`)) return `${base}_${at}`;
};

/** Only files that are here: another organization's id, or one that is gone, is no sample. */
export const writeSamples = async (tx: Tx, ctx: Ctx, templateId: string, samples: Record<string, string>) => {
  const ids = [...new Set(Object.values(samples))];
  const found =
    ids.length === 0
      ? []
      : await tx.selectFrom("files").select("id").where("organization_id", "=", ctx.organizationId).where("id", "in", ids).execute();
  if (found.length < ids.length) throw notFound("file");
  await tx
    .deleteFrom("whatsapp_template_samples")
    .where("organization_id", "=", ctx.organizationId)
    .where("template_id", "=", templateId)
    .execute();
  if (ids.length === 0) return;
  await tx
    .insertInto("whatsapp_template_samples")
    .values(
      Object.entries(samples).map(([part, fileId]) => ({
        organization_id: ctx.organizationId,
        template_id: templateId,
        part,
        file_id: fileId,
      })),
    )
    .execute();
};
