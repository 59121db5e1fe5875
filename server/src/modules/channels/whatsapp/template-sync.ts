import { conflict, unavailable } from "../../../kernel/errors.ts";
import { emit } from "../../../kernel/events.ts";
import { newId } from "../../../kernel/id.ts";
import type { Ctx } from "../../../kernel/module.ts";
import { OutboundFailure } from "../../../kernel/outbound.ts";
import { requireNumber } from "./channel-view.ts";
import { failureOf } from "./errors.ts";
import { callGraph } from "./graph.ts";
import { accessOf, type NumberRow } from "./number.ts";

type MetaTemplate = {
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
const fields = "id,name,language,status,category,components,parameter_format,quality_score,rejected_reason";
const pages = 100;

/** Makes our copy of an account's templates what Meta has. Answers how many there are. */
export const syncTemplates = async (ctx: Ctx, channelId: string): Promise<{ templates: number }> => {
  const number = await ctx.transaction((tx) => requireNumber(tx, ctx, channelId));
  if (number.state === "disconnected") throw conflict("channel_disconnected", "This number is disconnected.", "Connect it again.");
  const found = await fetchAll(ctx, number);
  await ctx.transaction(async (tx) => {
    const before = await tx
      .selectFrom("whatsapp_templates")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where("account_id", "=", number.account_id)
      .forUpdate()
      .execute();
    const known = new Map(before.map((row) => [`${row.name}\n${row.language}`, row]));
    for (const template of found) {
      const row = known.get(`${template.name}\n${template.language}`);
      known.delete(`${template.name}\n${template.language}`);
      const values = {
        provider_id: template.id,
        category: template.category,
        state: template.status,
        quality: template.quality_score?.score ?? null,
        reason: template.rejected_reason && template.rejected_reason !== "NONE" ? template.rejected_reason : null,
        components: JSON.stringify(template.components ?? []),
        parameter_format: template.parameter_format === "NAMED" ? "NAMED" : "POSITIONAL",
      };
      const same =
        row &&
        row.provider_id === values.provider_id &&
        row.category === values.category &&
        row.state === values.state &&
        row.quality === values.quality &&
        row.reason === values.reason &&
        row.parameter_format === values.parameter_format &&
        JSON.stringify(sorted(row.components)) === JSON.stringify(sorted(JSON.parse(values.components)));
      if (same) continue;
      const id = row?.id ?? newId();
      await tx
        .insertInto("whatsapp_templates")
        .values({
          organization_id: ctx.organizationId,
          id,
          account_id: number.account_id,
          name: template.name,
          language: template.language,
          ...values,
        })
        .onConflict((at) =>
          at.columns(["organization_id", "account_id", "name", "language"]).doUpdateSet({ ...values, updated_at: new Date() }),
        )
        .execute();
      await emit(tx, ctx, "template.updated", { templateId: id, what: row ? "synced" : "added" });
    }
    for (const gone of known.values()) {
      if (gone.state === "DELETED") continue;
      await tx
        .updateTable("whatsapp_templates")
        .set({ state: "DELETED", updated_at: new Date() })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", gone.id)
        .execute();
      await emit(tx, ctx, "template.updated", { templateId: gone.id, what: "deleted" });
    }
  });
  return { templates: found.length };
};

const fetchAll = async (ctx: Ctx, number: NumberRow): Promise<MetaTemplate[]> => {
  const found: MetaTemplate[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const answer = await callGraph(ctx.kernel, accessOf(ctx.kernel, number), {
      purpose: "service_operation",
      path: `${number.account_id}/message_templates`,
      query: { fields, limit: "100", ...(after ? { after } : {}) },
      timeoutMs: 30_000,
    }).catch((error) => {
      if (error instanceof OutboundFailure) throw unavailable("WhatsApp could not be reached. Try again shortly.");
      throw error;
    });
    if (answer.error) {
      const failure = failureOf({ code: answer.error.code, error_data: { details: answer.error.details } });
      throw conflict(failure.code, `${failure.message} (${answer.error.code})`, failure.remedy);
    }
    if (!Array.isArray(answer.json?.data)) throw unavailable("WhatsApp did not answer with templates. Try again shortly.");
    found.push(...(answer.json.data as MetaTemplate[]).filter((one) => typeof one.name === "string" && typeof one.language === "string"));
    const paging = answer.json.paging as { next?: string; cursors?: { after?: string } } | undefined;
    after = paging?.next ? paging.cursors?.after : undefined;
    if (!after) break;
  }
  return found;
};

/** jsonb gives keys in another order than Meta does. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};
