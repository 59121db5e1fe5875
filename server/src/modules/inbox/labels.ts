import { conflict, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";

type Words = { name: string; hue: number };
/** Each label is counted in the sidebar. */
const mostLabels = 100;

export const labels = (ctx: Ctx) =>
  ctx.transaction(async (tx) => ({
    items: await tx
      .selectFrom("labels")
      .select(["id", "name", "hue"])
      .where("organization_id", "=", ctx.organizationId)
      .orderBy("name")
      .orderBy("id")
      .execute(),
    next: null,
  }));

export const createLabel = (ctx: Ctx, { name, hue }: Words) =>
  ctx.transaction(async (tx) => {
    const { count } = await tx
      .selectFrom("labels")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("organization_id", "=", ctx.organizationId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostLabels)
      throw conflict("too_many_labels", `There are ${mostLabels} labels already.`, "Delete one that is no longer used.");
    const made = await tx
      .insertInto("labels")
      .values({ organization_id: ctx.organizationId, id: newId(), name, hue })
      .onConflict((clash) => clash.doNothing())
      .returning(["id", "name", "hue"])
      .executeTakeFirst();
    if (!made) throw taken();
    await emit(tx, ctx, "label.changed", { labelId: made.id, what: "created" });
    return made;
  });

export const changeLabel = (ctx: Ctx, labelId: string, change: Partial<Words>) =>
  ctx
    .transaction(async (tx) => {
      const query = tx
        .selectFrom("labels")
        .select(["id", "name", "hue"])
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", labelId);
      const before = await query.forUpdate().executeTakeFirst();
      if (!before) throw notFound("label");
      const after = { id: before.id, name: change.name ?? before.name, hue: change.hue ?? before.hue };
      if (after.name === before.name && after.hue === before.hue) return after;
      await tx
        .updateTable("labels")
        .set({ name: after.name, hue: after.hue })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", labelId)
        .execute();
      await emit(tx, ctx, "label.changed", { labelId, what: "changed" });
      return after;
    })
    .catch((error: { constraint?: string }) => {
      throw error.constraint === "labels_by_name" ? taken() : error;
    });

/** Takes it off every conversation too. */
export const deleteLabel = (ctx: Ctx, labelId: string) =>
  ctx.transaction(async (tx) => {
    const gone = await tx
      .deleteFrom("labels")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", labelId)
      .returning("id")
      .executeTakeFirst();
    if (!gone) throw notFound("label");
    await emit(tx, ctx, "label.changed", { labelId, what: "deleted" });
  });

const taken = () => conflict("label_exists", "There is a label with this name already.", "Choose another name.");
