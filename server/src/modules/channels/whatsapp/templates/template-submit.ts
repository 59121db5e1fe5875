import { audit } from "../../../../kernel/audit.ts";
import { conflict, Refusal, unavailable } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import { callGraph, type GraphAnswer } from "../graph/graph.ts";
import { accessOf, type NumberRow } from "../numbers/number.ts";
import { numberOfAccount } from "./template-account.ts";
import { factsFor } from "./template-facts.ts";
import { lookUp, type MetaTemplate } from "./template-lookup.ts";
import { alreadyThere, templateRefusal } from "./template-refusals.ts";
import { checkTemplate, firstError } from "./template-rules.ts";
import { type Part, type Written, writable } from "./template-shape.ts";
import { withHandles } from "./template-upload.ts";
import { requireTemplate, shownTemplate, type TemplateRow, type TemplateView } from "./template-view.ts";

/** Longer than any request to Meta takes: a submission that is older belongs to a process that has ended. */
export const leaseMs = 180_000;
const createTimeoutMs = 30_000;

/**
 * Hands a draft to Meta for review. Idempotent for the draft: whoever asks again gets the template as it is, and two at once send one.
 * When Meta does not answer the outcome is unknown, and Meta is asked what it has before anything is sent again.
 */
export const submitTemplate = async (ctx: Ctx, templateId: string): Promise<TemplateView> => {
  await settleOld(ctx, templateId);
  const begun = await begin(ctx, templateId);
  if (begun) await send(ctx, begun.row, begun.number, begun.written);
  return ctx.transaction((tx) => shownTemplate(tx, ctx, templateId));
};

/** An unanswered submission is looked up first; one that is on its way just now is left to who sent it. */
export const settleOld = async (ctx: Ctx, templateId: string): Promise<void> => {
  const row = await ctx.transaction((tx) => requireTemplate(tx, ctx, templateId));
  if (row.submission === null) return;
  if (row.submission === "sending" && row.submission_at && row.submission_at.getTime() > Date.now() - leaseMs)
    throw conflict("template_submitting", "This template is on its way to Meta.", "Wait for the answer.");
  await lookUp(ctx, row);
};

const begin = (ctx: Ctx, templateId: string) =>
  ctx.transaction(async (tx) => {
    const row = await requireTemplate(tx, ctx, templateId, true);
    if (row.submission) throw conflict("template_submitting", "This template is on its way to Meta.", "Wait for the answer.");
    if (row.state === "DELETED") throw conflict("template_deleted", "This template was deleted.", "Copy it to a draft.");
    if (row.state !== "DRAFT") return null;
    const number = await numberOfAccount(tx, ctx.organizationId, row.account_id);
    const samples = await tx
      .selectFrom("whatsapp_template_samples")
      .select(["part", "file_id"])
      .where("organization_id", "=", ctx.organizationId)
      .where("template_id", "=", templateId)
      .execute();
    const written = writtenOf(row, Object.fromEntries(samples.map((one) => [one.part, one.file_id])));
    refuseProblems(checkTemplate(written, await factsFor(tx, ctx.organizationId, row.account_id, written, row)));
    await tx
      .updateTable("whatsapp_templates")
      .set({ submission: "sending", submission_at: new Date(), reason: null, updated_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", templateId)
      .execute();
    await lookUpLater(tx, ctx, templateId, leaseMs + 5000);
    await emit(tx, ctx, "template.updated", { templateId, what: "submitting" });
    return { row, number, written };
  });

export const refuseProblems = (problems: ReturnType<typeof checkTemplate>): void => {
  const wrong = firstError(problems);
  if (wrong)
    throw new Refusal(422, "template_invalid", wrong.message, {
      field: wrong.field,
      remedy: "POST /templates/check lists everything that is wrong.",
    });
};

/** In the transaction that begins it: a process that dies in between leaves somebody who asks. */
export const lookUpLater = (tx: Parameters<typeof enqueue>[0], ctx: Ctx, templateId: string, inMs: number) =>
  enqueue(
    tx,
    "whatsapp.look-up-template",
    { organizationId: ctx.organizationId, templateId },
    { key: `look-up-template:${templateId}`, runAt: new Date(Date.now() + inMs) },
  );

export const writtenOf = (row: TemplateRow, samples: Record<string, string>): Written => ({
  name: row.name,
  language: row.language,
  category: row.category as Written["category"],
  parameterFormat: row.parameter_format === "NAMED" ? "NAMED" : "POSITIONAL",
  components: (row.state === "DRAFT" ? (row.components as unknown as Part[]) : writable(row.components, row.category)) ?? [],
  samples,
});

const send = async (ctx: Ctx, row: TemplateRow, number: NumberRow, written: Written): Promise<void> => {
  const body = async () => ({
    name: written.name,
    language: written.language,
    category: written.category,
    parameter_format: written.parameterFormat,
    components: await withHandles(ctx, number, written),
  });
  const answer = await deliver(ctx, row, number, `${row.account_id}/message_templates`, body);
  if (!answer) return;
  if (answer.error && alreadyThere(answer.error) && (await lookUp(ctx, row, saysTheSame(written)))) return;
  if (answer.error) throw await takeBack(ctx, row, templateRefusal(answer.error));
  const { id, status, category } = answer.json as { id?: unknown; status?: unknown; category?: unknown };
  if (typeof id !== "string") return leaveUnknown(ctx, row.id);
  await ctx.transaction(async (tx) => {
    const now = await requireTemplate(tx, ctx, row.id, true);
    const given = typeof category === "string" ? category : row.category;
    await tx
      .updateTable("whatsapp_templates")
      .set({
        provider_id: id,
        taken_at: new Date(),
        submission: null,
        updated_at: new Date(),
        // A webhook that overtook this answer has said what is the case now.
        ...(now.state === "DRAFT" ? { state: typeof status === "string" ? status : "PENDING", category: given } : {}),
        ...(given !== row.category ? { previous_category: row.category, category_changed_at: new Date() } : {}),
      })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", row.id)
      .execute();
    await audit(tx, ctx, "template.submitted", { templateId: row.id }, { name: row.name, language: row.language, category: given });
    await emit(tx, ctx, "template.updated", { templateId: row.id, what: "submitted" });
  });
};

/** One that has other words is somebody else's: it has the name, and the draft keeps its texts. Meta writes authentication templates itself. */
const saysTheSame =
  ({ category, components }: Written) =>
  (theirs: MetaTemplate): boolean =>
    category === "AUTHENTICATION" || wordsOf(components) === wordsOf(theirs.components ?? []);
const wordsOf = (components: unknown[]): string => {
  const text = (components as { type?: unknown; text?: unknown }[]).find((part) => part?.type === "BODY")?.text;
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim() : "";
};

/** One request that must not be repeated blindly. Null: nobody knows what became of it, and that is written down. */
export const deliver = async (
  ctx: Ctx,
  row: Pick<TemplateRow, "id">,
  number: NumberRow,
  path: string,
  body: () => Promise<Record<string, unknown>>,
): Promise<GraphAnswer | null> => {
  let json: Record<string, unknown>;
  try {
    json = await body();
  } catch (error) {
    throw await takeBack(
      ctx,
      row,
      error instanceof OutboundFailure ? unavailable("WhatsApp could not be reached. Try again shortly.") : error,
    );
  }
  try {
    const answer = await callGraph(ctx.kernel, accessOf(ctx.kernel, number), {
      purpose: "service_operation",
      path,
      method: "POST",
      json,
      timeoutMs: createTimeoutMs,
    });
    const unsure = answer.status >= 500 || (!answer.error && (answer.status >= 300 || !answer.json));
    if (!unsure) return answer;
    await leaveUnknown(ctx, row.id);
    return null;
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw await takeBack(ctx, row, error);
    if (!error.mayHaveArrived) throw await takeBack(ctx, row, unavailable("WhatsApp could not be reached. Try again shortly."));
    await leaveUnknown(ctx, row.id);
    return null;
  }
};

const leaveUnknown = (ctx: Ctx, templateId: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    await tx
      .updateTable("whatsapp_templates")
      .set({ submission: "unknown", updated_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", templateId)
      .where("submission", "=", "sending")
      .execute();
    await lookUpLater(tx, ctx, templateId, 20_000);
    await emit(tx, ctx, "template.updated", { templateId, what: "unknown" });
  });

/** Surely not at Meta: as it was before, with what was said. Answers the error to throw. */
export const takeBack = async (ctx: Ctx, row: Pick<TemplateRow, "id">, error: unknown): Promise<unknown> => {
  await ctx.transaction(async (tx) => {
    const { state } = await requireTemplate(tx, ctx, row.id, true);
    const says = state === "DRAFT" && error instanceof Refusal && error.status === 422 ? { reason: error.message.slice(0, 1000) } : {};
    await tx
      .updateTable("whatsapp_templates")
      .set({ submission: null, updated_at: new Date(), ...says })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", row.id)
      .execute();
    await emit(tx, ctx, "template.updated", { templateId: row.id, what: "not_submitted" });
  });
  return error;
};
