import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { Refusal } from "../../kernel/errors.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";

export type PresenceState = "viewing" | "typing" | "left";
/** Without a new report somebody is gone after this long: a closed laptop says nothing. */
export const lapseSeconds = 20;

/** Notes where a member is. Answers whether anybody has to hear of it; a mere "still here" is told to nobody. */
export const reportPresence = async (tx: Tx, ctx: Ctx, conversationId: string, state: PresenceState): Promise<boolean> => {
  const memberId = memberOf(ctx);
  const { rows } = await sql<{ told: boolean }>`
    with before as (select state, seen_at from presence where organization_id = ${ctx.organizationId} and conversation_id = ${conversationId} and member_id = ${memberId}),
    lapsed as (delete from presence p using (
        select conversation_id, member_id from presence where organization_id = ${ctx.organizationId} and seen_at < clock_timestamp() - interval '5 minutes' limit 50 for update skip locked) gone
      where p.organization_id = ${ctx.organizationId} and p.conversation_id = gone.conversation_id and p.member_id = gone.member_id
        and (p.conversation_id, p.member_id) <> (${conversationId}::uuid, ${memberId}::uuid)),
    noted as (insert into presence as p (organization_id, conversation_id, member_id, state) values (${ctx.organizationId}, ${conversationId}, ${memberId}, ${state})
      on conflict (organization_id, conversation_id, member_id) do update set seen_at = excluded.seen_at, state = excluded.state,
        changed_at = case when p.state = excluded.state and p.seen_at > excluded.seen_at - make_interval(secs => ${lapseSeconds}) then p.changed_at else excluded.changed_at end)
    select coalesce((select state <> ${state} or seen_at < clock_timestamp() - make_interval(secs => ${lapseSeconds}) from before), true) as told`.execute(
    tx,
  );
  return rows[0]?.told ?? true;
};

/** The others in a conversation. */
export const presentIn = async (tx: Tx, ctx: Ctx, conversationId: string) => {
  const rows = await tx
    .selectFrom("presence as p")
    .innerJoin("members as m", (join) => join.onRef("m.organization_id", "=", "p.organization_id").onRef("m.id", "=", "p.member_id"))
    .select(["m.id", "m.name", "p.state"])
    .where("p.organization_id", "=", ctx.organizationId)
    .where("p.conversation_id", "=", conversationId)
    .where("p.state", "!=", "left")
    .where("m.deactivated_at", "is", null)
    .where(sql<boolean>`p.seen_at > clock_timestamp() - make_interval(secs => ${lapseSeconds})`)
    .orderBy("m.name")
    .execute();
  const me = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  return rows.filter((row) => row.id !== me).map((row) => ({ memberId: row.id, name: row.name, state: row.state as "viewing" | "typing" }));
};

const memberOf = (ctx: Ctx): string => {
  if (ctx.actor.kind === "member") return ctx.actor.memberId;
  throw new Refusal(403, "person_needed", "This is for a signed-in person, not for an API key.");
};

export type PresenceNews = { organizationId: string; conversationId: string; memberId: string; state: PresenceState };
type Feed = { listeners: Set<(news: PresenceNews) => void>; stop: () => void };
const feeds = new WeakMap<Kernel, Feed>();

/** One reader per process however many streams are open; it rests while there are none. */
export const onPresence = (kernel: Kernel, listener: (news: PresenceNews) => void): (() => void) => {
  const feed = feeds.get(kernel) ?? startFeed(kernel);
  feeds.set(kernel, feed);
  feed.listeners.add(listener);
  return () => {
    feed.listeners.delete(listener);
    if (feed.listeners.size > 0) return;
    feed.stop();
    feeds.delete(kernel);
  };
};

const startFeed = (kernel: Kernel): Feed => {
  const listeners = new Set<(news: PresenceNews) => void>();
  // What was told, by its moment: two reports may commit in another order than they were made, so a few seconds are read again.
  const told = new Map<string, number>();
  const look = async () => {
    const rows = await kernel.db.system
      .selectFrom("presence")
      .select(["organization_id", "conversation_id", "member_id", "state", "changed_at"])
      .where(sql<boolean>`changed_at > clock_timestamp() - interval '5 seconds'`)
      .orderBy("changed_at")
      .execute();
    for (const row of rows) {
      const key = `${row.organization_id} ${row.conversation_id} ${row.member_id}`;
      const moment = row.changed_at.getTime();
      if (told.get(key) === moment) continue;
      told.set(key, moment);
      for (const listener of listeners)
        listener({
          organizationId: row.organization_id,
          conversationId: row.conversation_id,
          memberId: row.member_id,
          state: row.state as PresenceState,
        });
    }
    if (told.size > 10_000) for (const [key, moment] of told) if (moment < Date.now() - 60_000) told.delete(key);
  };
  const stop = kernel.live.on("presence", () => void look().catch(() => kernel.log.warn("reading presence failed")));
  return { listeners, stop };
};
