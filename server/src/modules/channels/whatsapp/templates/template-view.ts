import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { WhatsappTemplates } from "../../../../kernel/db/schema.types.ts";
import { notFound } from "../../../../kernel/errors.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { Template } from "../../templates.api.ts";
import { bodyOf, type TemplateComponent, variablesOf } from "./template-fill.ts";
import { changeable, editRest } from "./template-rules.ts";
import { writable } from "./template-shape.ts";

export type TemplateRow = Selectable<WhatsappTemplates>;
export type TemplateView = z.input<typeof Template>;

/** The row, locked: whoever submits, edits or deletes it at the same moment waits. */
export const requireTemplate = async (tx: Tx, ctx: Ctx, templateId: string, lock = false): Promise<TemplateRow> => {
  const row = await tx
    .selectFrom("whatsapp_templates")
    .selectAll()
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", templateId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw notFound("template");
  return row;
};

export const shownTemplate = async (tx: Tx, ctx: Ctx, templateId: string): Promise<TemplateView> => {
  const [view] = await views(tx, ctx.organizationId, [await requireTemplate(tx, ctx, templateId)]);
  if (!view) throw notFound("template");
  return view;
};

/** Rows with their samples and how often they were sent, two queries for a whole page. */
export const views = async (tx: Tx, organizationId: string, rows: TemplateRow[]): Promise<TemplateView[]> => {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const samples = await tx
    .selectFrom("whatsapp_template_samples")
    .select(["template_id", "part", "file_id"])
    .where("organization_id", "=", organizationId)
    .where("template_id", "in", ids)
    .execute();
  const uses = await tx
    .selectFrom("whatsapp_template_use")
    .select((eb) => [
      "template_id",
      eb.fn.sum<string | null>("sends").filterWhere("day", ">", sql<Date>`current_date - 30`).as("sends"),
      eb.fn.max("last_at").as("last_at"),
    ])
    .where("organization_id", "=", organizationId)
    .where("template_id", "in", ids)
    .groupBy("template_id")
    .execute();
  const useOf = new Map(uses.map((use) => [use.template_id, { sends30Days: Number(use.sends ?? 0), lastAt: use.last_at }]));
  return rows.map((row) => ({
    ...templateView(row),
    samples: Object.fromEntries(samples.filter((one) => one.template_id === row.id).map((one) => [one.part, one.file_id])),
    use: useOf.get(row.id) ?? { sends30Days: 0, lastAt: null },
  }));
};

const templateView = (row: TemplateRow): Omit<TemplateView, "samples" | "use"> => {
  const components = row.components as unknown as TemplateComponent[];
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    language: row.language,
    category: row.category,
    state: row.state,
    quality: row.quality,
    reason: row.reason,
    parameterFormat: row.parameter_format === "NAMED" ? "NAMED" : "POSITIONAL",
    components: components as unknown as Record<string, unknown>[],
    variables: variablesOf(bodyOf(components)),
    correctCategory: row.correct_category,
    previousCategory: row.previous_category,
    categoryChangedAt: row.category_changed_at,
    submission: row.submission as TemplateView["submission"],
    editable: editableOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
};

/** Whether its editor opens, and if not, why and until when. */
const editableOf = (row: TemplateRow): TemplateView["editable"] => {
  const no = (code: string, until: Date | null = null) => ({ allowed: false, code, until });
  if (row.submission) return no("submitting");
  if (row.state === "DRAFT") return { allowed: true, code: null, until: null };
  if (!changeable.includes(row.state)) return no("state");
  if (writable(row.components, row.category) === null) return no("unknown_part");
  const rest = editRest(row, new Date());
  return rest ? no(rest.code, rest.until) : { allowed: true, code: null, until: null };
};
