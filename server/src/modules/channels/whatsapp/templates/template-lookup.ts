import { audit } from "../../../../kernel/audit.ts";
import { unavailable } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import { callGraph, type GraphCall } from "../graph/graph.ts";
import { accessOf, type NumberRow } from "../numbers/number.ts";
import { numberOfAccount } from "./template-account.ts";
import { templateRefusal } from "./template-refusals.ts";
import type { TemplateRow } from "./template-view.ts";

export type MetaTemplate = {
  id: string;
  name: string;
  language: string;
  status: string;
  category: string;
  components?: unknown[];
  parameter_format?: string;
  quality_score?: { score?: string };
  rejected_reason?: string;
};
export const metaFields = "id,name,language,status,category,components,parameter_format,quality_score,rejected_reason";

/** Our columns from Meta's template. */
export const valuesOf = (template: MetaTemplate) => ({
  provider_id: template.id,
  category: template.category,
  state: template.status,
  quality: template.quality_score?.score ?? null,
  reason: template.rejected_reason && template.rejected_reason !== "NONE" ? template.rejected_reason : null,
  components: JSON.stringify(template.components ?? []),
  parameter_format: template.parameter_format === "NAMED" ? "NAMED" : "POSITIONAL",
});

/** A page of the account's templates; throws what a person can act on. */
export const askTemplates = async (ctx: Ctx, number: NumberRow, query: GraphCall["query"]) => {
  const answer = await callGraph(ctx.kernel, accessOf(ctx.kernel, number), {
    purpose: "service_operation",
    path: `${number.account_id}/message_templates`,
    query: { fields: metaFields, limit: "100", ...query },
    timeoutMs: 30_000,
  }).catch((error) => {
    if (error instanceof OutboundFailure) throw unavailable("WhatsApp could not be reached. Try again shortly.");
    throw error;
  });
  if (answer.error) throw templateRefusal(answer.error);
  if (!Array.isArray(answer.json?.data)) throw unavailable("WhatsApp did not answer with templates. Try again shortly.");
  const found = (answer.json.data as MetaTemplate[]).filter((one) => typeof one.name === "string" && typeof one.language === "string");
  const paging = answer.json.paging as { next?: string; cursors?: { after?: string } } | undefined;
  return { found, after: paging?.next ? paging.cursors?.after : undefined };
};

/**
 * Asks Meta what became of a submission nobody answered, and makes ours what Meta has. Answers whether Meta has the template; when not, it is
 * a draft again. Asking twice changes nothing. `ours` tells somebody else's template of the same name from what we sent.
 */
export const lookUp = async (
  ctx: Ctx,
  row: Pick<TemplateRow, "id" | "account_id" | "name" | "language">,
  ours: (theirs: MetaTemplate) => boolean = () => true,
): Promise<boolean> => {
  const number = await numberOfAccount(ctx.kernel.db.system, ctx.organizationId, row.account_id);
  // The filter finds parts of names as well; ours is the one that is the same.
  const { found } = await askTemplates(ctx, number, { name: row.name });
  const theirs = found.find((one) => one.name === row.name && one.language === row.language && ours(one));
  await ctx.transaction(async (tx) => {
    const before = await tx
      .selectFrom("whatsapp_templates")
      .select(["state", "submission", "edits"])
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", row.id)
      .forUpdate()
      .executeTakeFirst();
    if (!before?.submission) return;
    const first = before.state === "DRAFT";
    const edited = before.state === "APPROVED" && theirs?.status !== "APPROVED";
    const change = theirs
      ? { ...valuesOf(theirs), ...(first ? { taken_at: new Date() } : {}), ...(edited ? { edits: [...before.edits, new Date()] } : {}) }
      : first
        ? { reason: "Meta did not answer, and does not have this template. Submit it again." }
        : { state: "DELETED", deleted_at: new Date() };
    await tx
      .updateTable("whatsapp_templates")
      .set({ ...change, submission: null, updated_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", row.id)
      .execute();
    if (theirs)
      await audit(
        tx,
        ctx,
        first ? "template.submitted" : "template.edited",
        { templateId: row.id },
        {
          name: row.name,
          language: row.language,
          foundAtMeta: true,
        },
      );
    await emit(tx, ctx, "template.updated", { templateId: row.id, what: theirs ? "submitted" : "not_submitted" });
  });
  return theirs !== undefined;
};
