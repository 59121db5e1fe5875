import type { z } from "zod";
import { audit } from "../../../../kernel/audit.ts";
import { conflict, invalid, unavailable } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import type { TemplateRemoval } from "../../templates.api.ts";
import { callGraph } from "../graph/graph.ts";
import { accessOf } from "../numbers/number.ts";
import { numberOfAccount } from "./template-account.ts";
import { notThere, templateRefusal } from "./template-refusals.ts";
import { requireTemplate } from "./template-view.ts";

/**
 * Deletes one language of a template, or all of the name, at Meta and here. Deleting what is gone already is no error, so a try that got no
 * answer may be repeated. The rows stay as DELETED: their name is blocked for 30 days, and what was sent with them is still told apart.
 */
export const deleteTemplate = async (
  ctx: Ctx,
  templateId: string,
  { confirm, languages }: z.output<typeof TemplateRemoval>,
): Promise<void> => {
  const row = await ctx.transaction((tx) => requireTemplate(tx, ctx, templateId));
  if (confirm !== row.name) throw invalid("confirm", `Type the template's name, ${row.name}, to delete it.`);
  if (row.submission) throw conflict("template_submitting", "This template is on its way to Meta.", "Wait for the answer.");
  if (row.state === "DELETED") return;
  const all = languages === "all" && row.state !== "DRAFT";
  if (row.state !== "DRAFT") {
    const number = await numberOfAccount(ctx.kernel.db.system, ctx.organizationId, row.account_id);
    const answer = await callGraph(ctx.kernel, accessOf(ctx.kernel, number), {
      purpose: "service_operation",
      path: `${row.account_id}/message_templates`,
      method: "DELETE",
      query: { name: row.name, ...(all || !row.provider_id ? {} : { hsm_id: row.provider_id }) },
    }).catch((error) => {
      if (error instanceof OutboundFailure)
        throw unavailable("WhatsApp did not answer. The template may be deleted; delete it again to be sure.");
      throw error;
    });
    if (answer.error && !notThere(answer.error)) throw templateRefusal(answer.error);
    if (!answer.error && answer.json?.success !== true) throw unavailable("WhatsApp did not answer. Delete the template again to be sure.");
  }
  await ctx.transaction(async (tx) => {
    if (row.state === "DRAFT") {
      // Submitted in between: it is Meta's now, and stays.
      await tx
        .deleteFrom("whatsapp_templates")
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", templateId)
        .where("state", "=", "DRAFT")
        .where("submission", "is", null)
        .execute();
      await emit(tx, ctx, "template.updated", { templateId, what: "deleted" });
      return;
    }
    const gone = await tx
      .updateTable("whatsapp_templates")
      .set({ state: "DELETED", deleted_at: new Date(), updated_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("account_id", "=", row.account_id)
      .where("name", "=", row.name)
      .where("state", "not in", ["DRAFT", "DELETED"])
      .$if(!all, (query) => query.where("id", "=", templateId))
      .returning(["id", "language"])
      .execute();
    await audit(tx, ctx, "template.deleted", { templateId }, { name: row.name, languages: gone.map((one) => one.language) });
    for (const one of gone) await emit(tx, ctx, "template.updated", { templateId: one.id, what: "deleted" });
  });
};
