import { conflict } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { requireNumber } from "../numbers/channel-view.ts";
import type { NumberRow } from "../numbers/number.ts";
import { stepAside } from "./template-aside.ts";
import { askTemplates, type MetaTemplate, valuesOf } from "./template-lookup.ts";

const pages = 100;

/** Makes our copy of an account's templates what Meta has. Answers how many there are. */
export const syncTemplates = async (ctx: Ctx, channelId: string): Promise<{ templates: number }> => {
  const number = await ctx.transaction((tx) => requireNumber(tx, ctx, channelId));
  if (number.state === "disconnected") throw conflict("channel_disconnected", "This number is disconnected.", "Connect it again.");
  const asked = new Date();
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
      let row = known.get(`${template.name}\n${template.language}`);
      known.delete(`${template.name}\n${template.language}`);
      // What happened to it while we asked is news that this answer does not have.
      if (row && row.updated_at > asked) continue;
      if (row?.state === "DRAFT" && !row.submission) {
        await stepAside(tx, row);
        row = undefined;
      }
      const values = valuesOf(template);
      const same =
        row &&
        row.submission === null &&
        row.provider_id === values.provider_id &&
        row.category === values.category &&
        row.state === values.state &&
        row.quality === values.quality &&
        (row.reason === values.reason || (values.reason !== null && row.reason?.startsWith(values.reason))) &&
        row.parameter_format === values.parameter_format &&
        JSON.stringify(sorted(row.components)) === JSON.stringify(sorted(JSON.parse(values.components)));
      if (same) continue;
      const id = row?.id ?? newId();
      const change = {
        ...values,
        // The webhook tells more than the list does: the reviewer's sentence, why it is paused.
        ...(row && row.state === values.state && row.reason !== null ? { reason: row.reason } : {}),
        ...(row && !["DRAFT", "UNKNOWN"].includes(row.state) && row.category !== values.category
          ? { previous_category: row.category, category_changed_at: new Date(), correct_category: null }
          : {}),
        submission: null,
        deleted_at: null,
        updated_at: new Date(),
      };
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
        .onConflict((at) => at.columns(["organization_id", "account_id", "name", "language"]).doUpdateSet(change))
        .execute();
      await emit(tx, ctx, "template.updated", { templateId: id, what: row ? "synced" : "added" });
    }
    for (const gone of known.values()) {
      if (gone.state === "DELETED" || gone.state === "DRAFT" || gone.submission || gone.updated_at > asked) continue;
      await tx
        .updateTable("whatsapp_templates")
        .set({ state: "DELETED", deleted_at: new Date(), updated_at: new Date() })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", gone.id)
        .execute();
      await emit(tx, ctx, "template.updated", { templateId: gone.id, what: "deleted" });
    }
  });
  return { templates: found.length };
};

const fetchAll = async (ctx: Ctx, number: NumberRow): Promise<MetaTemplate[]> => {
  const all: MetaTemplate[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const answer = await askTemplates(ctx, number, after ? { after } : {});
    all.push(...answer.found);
    after = answer.after;
    if (!after) break;
  }
  return all;
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
