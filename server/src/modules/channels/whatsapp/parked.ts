import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../../kernel/audit.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import type { Ctx } from "../../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../../kernel/page.ts";
import { replayOne } from "./replay.ts";

/** What waits for a person, newest first. */
export const parkedItems = (ctx: Ctx, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = idCursor(query.after);
    const rows = await tx
      .selectFrom("intake_parked")
      .select(["id", "channel_id", "kind", "reason", "detail", "tries", "parked_at"])
      .where("organization_id", "=", ctx.organizationId)
      .where("resolved_at", "is", null)
      .where((eb) => (after ? eb("id", "<", after) : eb.lit(true)))
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    const view = (row: (typeof rows)[number]) => ({
      id: row.id,
      channelId: row.channel_id,
      kind: row.kind,
      reason: row.reason,
      detail: row.detail,
      tries: row.tries,
      parkedAt: row.parked_at,
    });
    return toPage(rows, query.limit, view, (row) => [row.id]);
  });

export const replayParked = async (ctx: Ctx, parkedId: string) => {
  await requireOpen(ctx, parkedId);
  const outcome = await replayOne(ctx.kernel, parkedId);
  await ctx.transaction((tx) =>
    audit(tx, ctx, "intake.replayed", { parkedId }, { state: outcome.state, ...("reason" in outcome ? { reason: outcome.reason } : {}) }),
  );
  if (outcome.state === "parked")
    throw conflict("still_parked", `It still could not be understood (${outcome.reason}).`, "Discard it, or replay it after an update.");
};

export const discardParked = async (ctx: Ctx, parkedId: string) => {
  await requireOpen(ctx, parkedId);
  await sql`update intake_parked set resolved_at = now(), resolution = 'discarded' where organization_id = ${ctx.organizationId} and id = ${parkedId} and resolved_at is null`.execute(
    ctx.kernel.db.system,
  );
  await ctx.transaction((tx) => audit(tx, ctx, "intake.discarded", { parkedId }));
};

const requireOpen = async (ctx: Ctx, parkedId: string) => {
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom("intake_parked")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", parkedId)
      .where("resolved_at", "is", null)
      .executeTakeFirst(),
  );
  if (!row) throw notFound("parked item");
};
