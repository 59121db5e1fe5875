import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../../../kernel/module.ts";
import type { ChannelHealth } from "../../health.api.ts";
import { channelLimits } from "./channel-limits.ts";
import { requireNumber } from "./channel-view.ts";
import type { MovedTo } from "./check-moved.ts";
import { judgeHealth } from "./health-reasons.ts";
import { intakeHealth } from "./intake-health.ts";
import type { Standing } from "./standing.ts";

type View = z.input<typeof ChannelHealth>;
const shownChanges = 30;

/** Whether a channel works, what is in the way of it, and what Meta and our own intake tell of it. */
export const channelHealth = async (ctx: Ctx, channelId: string): Promise<View> => {
  const { number, changes, parked } = await ctx.transaction(async (tx) => {
    const row = await requireNumber(tx, ctx, channelId);
    const recent = await tx
      .selectFrom("channel_changes")
      .select(["what", "was", "is_now", "told_by", "at"])
      .where("organization_id", "=", ctx.organizationId)
      .where("channel_id", "=", channelId)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(shownChanges)
      .execute();
    const waiting = await sql<{ n: number }>`
      select count(*)::int as n from (select from intake_parked where organization_id = ${ctx.organizationId} and resolved_at is null
        and (channel_id is null or channel_id = ${channelId}) limit 1000) open`.execute(tx);
    return { number: row, changes: recent, parked: waiting.rows[0]?.n ?? 0 };
  });
  const intake = { ...(await intakeHealth(ctx, number)), lastReceivedAt: number.last_received_at, parked };
  const { limits, waiting } = await channelLimits(ctx, channelId);
  const standing = number.standing as Standing;
  const history = number.history as { declined?: boolean; phase?: number; chunk?: number; progress?: number; at: string } | null;
  const view: Omit<View, "verdict" | "reasons"> = {
    token: {
      state: number.token_state as View["token"]["state"],
      scopes: number.token_scopes,
      expiresAt: number.token_expires_at,
      dataAccessExpiresAt: number.data_access_expires_at,
    },
    intake,
    standing: {
      accountState: number.account_state,
      restrictions: (standing.restrictions ?? []).map((one) => ({
        kind: one.kind,
        until: one.until ? new Date(one.until) : null,
        at: new Date(one.at),
      })),
      violation: standing.violation ? { kind: standing.violation.kind, at: new Date(standing.violation.at) } : null,
      ban: standing.ban ? { state: standing.ban.state, date: standing.ban.date, at: new Date(standing.ban.at) } : null,
    },
    coexistence:
      number.coexistence || number.last_echo_at || history
        ? {
            lastEchoAt: number.last_echo_at,
            history: history && {
              declined: history.declined ?? false,
              phase: history.phase ?? null,
              chunk: history.chunk ?? null,
              progress: history.progress ?? null,
              at: new Date(history.at),
            },
          }
        : null,
    movedTo: number.moved_to as Pick<MovedTo, "accountId" | "accountName"> | null,
    changes: changes.map((row) => ({ what: row.what, was: row.was, now: row.is_now, by: row.told_by as "check" | "webhook", at: row.at })),
  };
  return { ...view, ...judgeHealth(number, view, limits, waiting) };
};
