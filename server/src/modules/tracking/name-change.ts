import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import type { Ctx } from "../../kernel/module.ts";
import { moveHandled } from "./handled.ts";
import type { EventNameChange, EventPropertyChange } from "./name.api.ts";
import { eventName } from "./name-list.ts";
import { isReserved, reservedWords } from "./names.ts";

/** What is decided here holds for what arrives from now on (each process hears of it at once); the retention looks at the past as well. */
export const changeEventName = async (ctx: Ctx, change: z.output<typeof EventNameChange>) => {
  const { name } = change;
  await ctx.transaction(async (tx) => {
    const before = await tx
      .selectFrom("event_names")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where("name", "=", name)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw notFound("event name");
    const renamedTo = change.renamedTo?.trim() ?? change.renamedTo;
    if (renamedTo) {
      if (renamedTo === name) throw invalid("renamedTo", "This is the name it has.");
      if (isReserved(reservedWords(ctx.kernel), renamedTo))
        throw invalid("renamedTo", "Names below this word are told by Candor itself.", "Choose another.");
      const chained = await tx
        .selectFrom("event_names")
        .select("name")
        .where("organization_id", "=", ctx.organizationId)
        .where((where) =>
          where.or([where.and([where("name", "=", renamedTo), where("renamed_to", "is not", null)]), where("renamed_to", "=", name)]),
        )
        .executeTakeFirst();
      if (chained)
        throw invalid(
          "renamedTo",
          `${chained.name} is renamed itself; names are changed once on arrival, not twice.`,
          "Rename it to the last name.",
        );
    }
    const set = {
      ...(change.blocked === undefined || change.blocked === (before.blocked_at !== null)
        ? {}
        : { blocked_at: change.blocked ? new Date() : null }),
      ...(renamedTo === undefined || renamedTo === before.renamed_to ? {} : { renamed_to: renamedTo || null }),
      ...(change.keepDays === undefined || change.keepDays === before.keep_days ? {} : { keep_days: change.keepDays, swept_until: null }),
    };
    const fields = Object.keys(set).filter((field) => field !== "swept_until");
    if (fields.length === 0) return;
    await tx.updateTable("event_names").set(set).where("organization_id", "=", ctx.organizationId).where("name", "=", name).execute();
    await emit(tx, ctx, "event_name.changed", { name, fields });
    await audit(tx, ctx, "event_name.changed", { name }, { fields });
  });
  ctx.kernel.live.wake("access");
  return eventName(ctx, name);
};

/** Values that are here already follow by a job: personal ones are moved out of sight, dropped ones deleted. */
export const changeEventProperty = async (ctx: Ctx, change: z.output<typeof EventPropertyChange>) => {
  await ctx.transaction(async (tx) => {
    const before = await tx
      .selectFrom("event_properties")
      .select("handling")
      .where("organization_id", "=", ctx.organizationId)
      .where("name", "=", change.name)
      .where("property", "=", change.property)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw notFound("property");
    if (before.handling === change.handling) return;
    await tx
      .updateTable("event_properties")
      .set({ handling: change.handling })
      .where("organization_id", "=", ctx.organizationId)
      .where("name", "=", change.name)
      .where("property", "=", change.property)
      .execute();
    await enqueue(tx, "tracking_move_property", { organizationId: ctx.organizationId, name: change.name, property: change.property });
    await emit(tx, ctx, "event_name.changed", { name: change.name, fields: [`properties.${change.property}`] });
    await audit(
      tx,
      ctx,
      "event_property.changed",
      { name: change.name, property: change.property },
      { from: before.handling, to: change.handling },
    );
  });
  ctx.kernel.live.wake("access");
  return eventName(ctx, change.name);
};

export const nameJobs: JobBodies = { tracking_move_property: moveHandled };
