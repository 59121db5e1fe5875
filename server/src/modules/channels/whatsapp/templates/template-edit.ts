import type { z } from "zod";
import { audit } from "../../../../kernel/audit.ts";
import { conflict } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { TemplateRevision } from "../../templates.api.ts";
import { numberOfAccount } from "./template-account.ts";
import { writeSamples } from "./template-draft.ts";
import { factsFor } from "./template-facts.ts";
import { templateRefusal } from "./template-refusals.ts";
import { checkTemplate } from "./template-rules.ts";
import { type Written, writable } from "./template-shape.ts";
import { deliver, leaseMs, lookUpLater, refuseProblems, settleOld, takeBack, writtenOf } from "./template-submit.ts";
import { withHandles } from "./template-upload.ts";
import { requireTemplate, shownTemplate, type TemplateView } from "./template-view.ts";

const month = 30 * 24 * 3600_000;

/** Changes a template that Meta has: approved, rejected or paused. It goes back into review, and cannot be sent meanwhile. */
export const reviseTemplate = async (ctx: Ctx, templateId: string, wish: z.output<typeof TemplateRevision>): Promise<TemplateView> => {
  await settleOld(ctx, templateId);
  const { row, number, written } = await begin(ctx, templateId, wish);
  const answer = await deliver(ctx, row, number, row.provider_id ?? "", async () => ({
    ...(row.category === written.category ? {} : { category: written.category }),
    components: await withHandles(ctx, number, written),
  }));
  if (answer?.error) throw await takeBack(ctx, row, templateRefusal(answer.error));
  if (answer)
    await ctx.transaction(async (tx) => {
      const now = await requireTemplate(tx, ctx, templateId, true);
      await tx
        .updateTable("whatsapp_templates")
        .set({
          components: JSON.stringify(written.components),
          category: written.category,
          submission: null,
          updated_at: new Date(),
          edits: row.state === "APPROVED" ? [...row.edits.filter((at) => at.getTime() > Date.now() - month), new Date()] : row.edits,
          // The review's end may be told before this answer is read.
          ...(now.submission === null ? {} : { state: "PENDING", reason: null }),
        })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", templateId)
        .execute();
      await audit(tx, ctx, "template.edited", { templateId }, { name: row.name, language: row.language, was: row.state });
      await emit(tx, ctx, "template.updated", { templateId, what: "edited" });
    });
  return ctx.transaction((tx) => shownTemplate(tx, ctx, templateId));
};

const begin = (ctx: Ctx, templateId: string, wish: z.output<typeof TemplateRevision>) =>
  ctx.transaction(async (tx) => {
    const row = await requireTemplate(tx, ctx, templateId, true);
    if (row.submission) throw conflict("template_submitting", "This template is on its way to Meta.", "Wait for the answer.");
    if (row.state === "DRAFT" || !row.provider_id)
      throw conflict("template_draft", "This is a draft.", "Save it with PUT /templates/{templateId}.");
    if (writable(row.components, row.category) === null)
      throw conflict("template_unknown_part", "This template has a part that cannot be written here.", "Edit it in WhatsApp Manager.");
    const number = await numberOfAccount(tx, ctx.organizationId, row.account_id);
    const written: Written = {
      ...writtenOf(row, wish.samples),
      components: wish.components,
      ...(wish.category ? { category: wish.category } : {}),
    };
    refuseProblems(checkTemplate(written, await factsFor(tx, ctx.organizationId, row.account_id, written, row)));
    await writeSamples(tx, ctx, templateId, wish.samples);
    await tx
      .updateTable("whatsapp_templates")
      .set({ submission: "sending", submission_at: new Date(), updated_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", templateId)
      .execute();
    await lookUpLater(tx, ctx, templateId, leaseMs + 5000);
    await emit(tx, ctx, "template.updated", { templateId, what: "submitting" });
    return { row, number, written };
  });
