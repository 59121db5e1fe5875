import type { Tx } from "../../../../kernel/db/pools.ts";
import { emit } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { NumberRow } from "./number.ts";

const tracked = ["quality", "messaging_limit", "throughput", "name_status", "token_state", "account_state"] as const;
type Tracked = (typeof tracked)[number];
export type NumberChange = { what: Tracked; was: string | null; now: string | null };

/** Keeps how a number's judgements came to be what they are; answers what is different. */
export const recordChanges = async (
  tx: Tx,
  organizationId: string,
  channelId: string,
  before: Pick<NumberRow, Tracked>,
  after: { [What in Tracked]?: string | null | undefined },
  by: "check" | "webhook",
  at = new Date(),
): Promise<NumberChange[]> => {
  const changes = tracked.flatMap((what) => {
    const now = after[what];
    return now === undefined || now === before[what] ? [] : [{ what, was: before[what], now }];
  });
  if (changes.length > 0)
    await tx
      .insertInto("channel_changes")
      .values(
        changes.map(({ what, was, now }) => ({
          organization_id: organizationId,
          id: newId(),
          channel_id: channelId,
          what,
          was,
          is_now: now,
          told_by: by,
          at,
        })),
      )
      .execute();
  return changes;
};

/** What a check found to be different is news; what it learned for the first time, or what has a notice of its own, is not. */
export const tellChanges = async (tx: Tx, ctx: Ctx, number: NumberRow, changes: NumberChange[]): Promise<void> => {
  const news = changes.filter(({ what, was }) => was !== null && what !== "token_state" && what !== "throughput");
  for (const { what, was, now } of news) {
    const severity = severityOf(what, was, now);
    await tx
      .insertInto("channel_notices")
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        channel_id: number.channel_id,
        account_id: number.account_id,
        kind: `${what}_changed`,
        severity,
        payload: JSON.stringify({ was, now }),
        occurred_at: new Date(),
      })
      .execute();
    await emit(tx, ctx, "channel.notice", { channelId: number.channel_id, kind: `${what}_changed`, severity });
  }
};

const severityOf = (what: Tracked, was: string | null, now: string | null): "info" | "warning" | "danger" => {
  if (what === "quality") return now === "RED" ? "danger" : now === "YELLOW" && was === "GREEN" ? "warning" : "info";
  if (what === "name_status") return ["DECLINED", "EXPIRED", "NONE"].includes(now ?? "") ? "warning" : "info";
  return what === "account_state" && now !== "APPROVED" ? "warning" : "info";
};
