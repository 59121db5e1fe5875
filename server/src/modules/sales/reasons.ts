import { sql } from "kysely";
import type { z } from "zod";
import { conflict, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { mostReasons, type ReasonRequest } from "./pipelines.api.ts";
import { oneAtATime } from "./pipelines.ts";

const columns = ["id", "kind", "key", "name"] as const;
const present = (row: { id: string; kind: string; key: string | null; name: string | null }) => ({
  ...row,
  kind: row.kind as "won" | "lost",
});

export const listReasons = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const rows = await tx
      .selectFrom("deal_reasons")
      .select(columns)
      .where("organization_id", "=", ctx.organizationId)
      .where("removed_at", "is", null)
      .orderBy("kind")
      .orderBy("position")
      .orderBy("id")
      .execute();
    return { items: rows.map(present), next: null };
  });

export const makeReason = (ctx: Ctx, request: z.output<typeof ReasonRequest>) =>
  ctx.transaction(async (tx) => {
    await oneAtATime(tx, ctx);
    const { count } = await tx
      .selectFrom("deal_reasons")
      .select(sql<number>`count(*)::int`.as("count"))
      .where("organization_id", "=", ctx.organizationId)
      .where("removed_at", "is", null)
      .executeTakeFirstOrThrow();
    if (count >= mostReasons) throw conflict("too_many", `There are ${mostReasons} reasons, and cannot be more.`, "Delete one first.");
    const row = await tx
      .insertInto("deal_reasons")
      .values({ organization_id: ctx.organizationId, id: newId(), kind: request.kind, name: request.name, position: count + 1 })
      .returning(columns)
      .executeTakeFirstOrThrow();
    await emit(tx, ctx, "pipeline.changed", { pipelineId: null });
    return present(row);
  });

export const changeReason = (ctx: Ctx, reasonId: string, name: string) =>
  ctx.transaction(async (tx) => {
    const row = await tx
      .updateTable("deal_reasons")
      .set({ name })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", reasonId)
      .where("removed_at", "is", null)
      .returning(columns)
      .executeTakeFirst();
    if (!row) throw notFound("reason");
    await emit(tx, ctx, "pipeline.changed", { pipelineId: null });
    return present(row);
  });

/** Not offered any more; the deals that have it keep it. */
export const deleteReason = (ctx: Ctx, reasonId: string) =>
  ctx.transaction(async (tx) => {
    const row = await tx
      .updateTable("deal_reasons")
      .set({ removed_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", reasonId)
      .where("removed_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw notFound("reason");
    await emit(tx, ctx, "pipeline.changed", { pipelineId: null });
  });
