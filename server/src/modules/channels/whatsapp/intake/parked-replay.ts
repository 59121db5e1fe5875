import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../../../kernel/audit.ts";
import { notFound } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import { type Ctx, type Kernel, systemContext } from "../../../../kernel/module.ts";
import type { ParkedReplay } from "../../health.api.ts";
import { requireNumber } from "../numbers/channel-view.ts";
import { openParked } from "./parked.ts";
import { replayOne } from "./replay.ts";

type View = z.input<typeof ParkedReplay>;
const step = 50;

/** Begins to try many again; what is parked from now on is not among them. */
export const startReplay = async (ctx: Ctx, { channelId, reason }: { channelId?: string; reason?: string }): Promise<View> => {
  const id = newId();
  await ctx.transaction(async (tx) => {
    if (channelId) await requireNumber(tx, ctx, channelId);
    const { rows } = await sql<{ total: number; last: string | null }>`
      select count(*)::int as total, (array_agg(id order by id desc))[1] as last from intake_parked where ${openParked(ctx.organizationId, channelId, reason)}`.execute(
      tx,
    );
    await tx
      .insertInto("parked_replays")
      .values({
        organization_id: ctx.organizationId,
        id,
        channel_id: channelId ?? null,
        reason: reason ?? null,
        last_id: rows[0]?.last ?? null,
        total: rows[0]?.total ?? 0,
      })
      .execute();
    await audit(
      tx,
      ctx,
      "intake.replay_started",
      { replayId: id, channelId: channelId ?? null },
      { reason: reason ?? null, items: rows[0]?.total ?? 0 },
    );
    await enqueue(tx, "whatsapp.replay-many", { organizationId: ctx.organizationId, replayId: id }, { key: `replay-many:${id}` });
  });
  return replayProgress(ctx, id);
};

export const replayProgress = (ctx: Ctx, replayId: string): Promise<View> =>
  ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom("parked_replays")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", replayId)
      .executeTakeFirst();
    if (!row) throw notFound("replay");
    return {
      id: row.id,
      channelId: row.channel_id,
      reason: row.reason,
      total: row.total,
      replayed: row.replayed,
      stillParked: row.still_parked,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
    };
  });

/** The job: goes on where it was broken off. */
export const runReplay = async (kernel: Kernel, organizationId: string, replayId: string): Promise<void> => {
  const { system } = kernel.db;
  for (;;) {
    const run = await system
      .selectFrom("parked_replays")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .where("id", "=", replayId)
      .where("finished_at", "is", null)
      .executeTakeFirst();
    if (!run) return;
    const { rows } = await sql<{ id: string }>`
      select id from intake_parked where ${openParked(organizationId, run.channel_id, run.reason)}
         and id > ${run.cursor_id}::uuid and id <= ${run.last_id}::uuid order by id limit ${step}`.execute(system);
    if (rows.length === 0) return finish(kernel, organizationId, replayId);
    for (const { id } of rows) {
      const { state } = await replayOne(kernel, id);
      await system
        .updateTable("parked_replays")
        .set((eb) => ({
          cursor_id: id,
          ...(state === "replayed" ? { replayed: eb("replayed", "+", 1) } : { still_parked: eb("still_parked", "+", 1) }),
        }))
        .where("organization_id", "=", organizationId)
        .where("id", "=", replayId)
        .execute();
    }
  }
};

const finish = async (kernel: Kernel, organizationId: string, replayId: string) => {
  const ctx = systemContext(kernel, organizationId, "whatsapp");
  await ctx.transaction(async (tx) => {
    const done = await tx
      .updateTable("parked_replays")
      .set({ finished_at: new Date() })
      .where("organization_id", "=", organizationId)
      .where("id", "=", replayId)
      .returning(["replayed", "still_parked"])
      .executeTakeFirstOrThrow();
    await emit(tx, ctx, "intake.replayed", { replayId, replayed: done.replayed, stillParked: done.still_parked });
  });
};
