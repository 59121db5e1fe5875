import { type SqlBool, sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../../../kernel/audit.ts";
import { conflict, notFound } from "../../../../kernel/errors.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { idCursor, toPage } from "../../../../kernel/page.ts";
import type { ParkedQuery } from "../../health.api.ts";
import { replayOne } from "./replay.ts";

/** Open items of an organization: those of a channel with those of no known channel, those of one reason. */
export const openParked = (organizationId: string, channelId?: string | null, reason?: string | null) =>
  sql<SqlBool>`organization_id = ${organizationId} and resolved_at is null
    ${channelId ? sql`and (channel_id is null or channel_id = ${channelId})` : sql``} ${reason ? sql`and reason = ${reason}` : sql``}`;

/** What waits for a person, newest first. */
export const parkedItems = (ctx: Ctx, query: z.output<typeof ParkedQuery>) =>
  ctx.transaction(async (tx) => {
    const after = idCursor(query.after);
    const rows = await tx
      .selectFrom("intake_parked")
      .select(["id", "channel_id", "kind", "reason", "detail", "tries", "parked_at"])
      .where(openParked(ctx.organizationId, query.channel, query.reason))
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

const mostCounted = 1000;
/** The same by reason and kind. */
export const parkedReasons = (ctx: Ctx, channelId?: string) =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{ reason: string; kind: string; count: number }>`
      select reason, kind, count(*)::int as count
        from (select reason, kind from intake_parked where ${openParked(ctx.organizationId, channelId)} order by id desc limit ${mostCounted}) open
       group by 1, 2 order by 3 desc, 1, 2`.execute(tx);
    return { items: rows, next: null };
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

/** All of a reason, or all there are. They stay readable for their 30 days, and are left out of replays. */
export const discardMany = async (ctx: Ctx, { channelId, reason }: { channelId?: string; reason?: string }) => {
  const gone =
    await sql`update intake_parked set resolved_at = now(), resolution = 'discarded' where ${openParked(ctx.organizationId, channelId, reason)}`.execute(
      ctx.kernel.db.system,
    );
  const discarded = Number(gone.numAffectedRows ?? 0);
  await ctx.transaction((tx) =>
    audit(tx, ctx, "intake.discarded_many", { channelId: channelId ?? null }, { reason: reason ?? null, count: discarded }),
  );
  return { discarded };
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
