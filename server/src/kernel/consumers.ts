import { sql } from "kysely";
import type { Tx } from "./db/pools.ts";
import type { Actor, Kernel } from "./module.ts";
import { rounds } from "./rounds.ts";

export type ConsumedEvent = {
  id: string;
  organizationId: string;
  name: string;
  payload: Record<string, unknown>;
  contactId: string | null;
  conversationId: string | null;
  actor: Actor;
  occurredAt: Date;
};

export type Consumer = {
  /** Which events it is for; the cursor moves past all others. "all": names that outsiders send are known to no program. */
  names: readonly string[] | "all";
  /** Events looked at in one transaction. Keep the transaction short: while it is open no reader of events gets past it. */
  batch?: number;
  /**
   * What the events cause, as candor_system, in the transaction that moves the cursor: both happen or neither does. Events come in the
   * order of the stream, of all organizations together. After a restored backup some may come again, so write it to bear repetition.
   */
  handle: (tx: Tx, events: ConsumedEvent[]) => Promise<void>;
};

const pollMs = 1000;
const restMs = 1000;

/**
 * Reads the event stream from its beginning, behind the safe horizon, each event once. Any number of processes may start the
 * same consumer: an advisory lock lets one at a time take a batch. Answers how to stop it. A batch that fails is undone and tried again
 * event by event: those before the one that fails go on, that one stops its consumer until it succeeds, which the lag metric shows.
 */
export const consume = (kernel: Kernel, name: string, consumer: Consumer): (() => Promise<void>) => {
  const size = consumer.batch ?? 500;
  let stopped = false;
  let restUntil = 0;
  let limit = size;

  const round = async () => {
    while (!stopped) {
      await kernel.courtesy.afterYou();
      const { scanned } = await takeBatch(kernel, name, consumer, limit);
      if (scanned < limit) {
        limit = size;
        return;
      }
      limit = Math.min(size, limit * 2);
    }
  };
  const reading = rounds(round, (error) => {
    // Not the event's message: it may carry what a row holds.
    kernel.log[limit === 1 ? "error" : "warn"](
      { consumer: name, kind: (error as Error).name, code: (error as { code?: string }).code },
      "a batch of events failed; trying again",
    );
    if (limit === 1) restUntil = Date.now() + restMs;
    else reading.ask();
    limit = 1;
  });
  const pump = () => {
    if (Date.now() >= restUntil) reading.ask();
  };

  kernel.metrics.gauge(`candor_consumer_lag_seconds{consumer="${name}"}`, () => lag(kernel, name));
  const off = kernel.live.on("events", pump);
  const poll = setInterval(pump, pollMs);
  pump();
  return async () => {
    stopped = true;
    off();
    clearInterval(poll);
    await reading.stop();
  };
};

type Row = {
  xid: string;
  id: string;
  wanted: boolean;
  organization_id: string;
  name: string;
  payload: Record<string, unknown>;
  contact_id: string | null;
  conversation_id: string | null;
  actor: Actor;
  occurred_at: Date;
};

/** One transaction: look, handle, move the cursor. `scanned` is 0 when another process is at it. */
export const takeBatch = (
  kernel: Kernel,
  name: string,
  { names, handle }: Consumer,
  limit: number,
): Promise<{ scanned: number; handled: number }> =>
  kernel.db.system.transaction().execute(async (tx) => {
    const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`consumer:${name}`}, 0)) as mine`.execute(
      tx,
    );
    if (!lock.rows[0]?.mine) return { scanned: 0, handled: 0 };
    const { xid, id, restored } = await cursorOf(tx, name);
    // What is passed over leaves without its payload: a website's events are most of a busy stream, and many consumers read past them.
    const wanted = names === "all" ? sql`true` : sql`name = any(${[...names]}::text[])`;
    const { rows } = await sql<Row>`
      select xid::text, id, ${wanted} as wanted, organization_id, name, case when ${wanted} then payload end as payload, contact_id, conversation_id, actor, occurred_at
        from events
       where ${restored ? sql`id > ${id}::uuid` : sql`(xid, id) > (${xid}::text::xid8, ${id}::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())`}
       order by ${restored ? sql`id` : sql`events.xid, id`} limit ${limit}`.execute(tx);
    const last = rows.at(-1);
    if (!last) {
      if (restored) await leaveRestored(tx, name);
      return { scanned: 0, handled: 0 };
    }
    const events = rows.filter((row) => row.wanted).map(consumed);
    if (events.length > 0) await handle(tx, events);
    await sql`update event_cursors set xid = ${restored ? xid : last.xid}::text::xid8, id = ${last.id}, updated_at = now() where consumer = ${name}`.execute(
      tx,
    );
    return { scanned: rows.length, handled: events.length };
  });

/** `restored`: the cursor is ahead of this server's transactions, so the database comes from a backup and its order has to be found anew. */
const cursorOf = async (tx: Tx, name: string): Promise<{ xid: string; id: string; restored: boolean }> => {
  const read = () =>
    sql<{ xid: string; id: string; restored: boolean }>`
      select xid::text, id, xid >= pg_snapshot_xmax(pg_current_snapshot()) as restored from event_cursors where consumer = ${name}`.execute(
      tx,
    );
  const found = (await read()).rows[0];
  if (found) return found;
  await sql`insert into event_cursors (consumer) values (${name}) on conflict do nothing`.execute(tx);
  return (await read()).rows[0] ?? { xid: "0", id: "00000000-0000-0000-0000-000000000000", restored: false };
};

/** What came after the cursor in time has been handled; from here on the order of this server's transactions holds again. */
const leaveRestored = (tx: Tx, name: string) =>
  sql`update event_cursors set xid = ((pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text)::xid8,
        id = 'ffffffff-ffff-ffff-ffff-ffffffffffff', updated_at = now() where consumer = ${name}`.execute(tx);

const consumed = (row: Row): ConsumedEvent => ({
  id: row.id,
  organizationId: row.organization_id,
  name: row.name,
  payload: row.payload,
  contactId: row.contact_id,
  conversationId: row.conversation_id,
  actor: row.actor,
  occurredAt: row.occurred_at,
});

/** Age of the oldest event it has not looked at. */
const lag = async (kernel: Kernel, name: string): Promise<number> => {
  const { rows } = await sql<{ seconds: string | null }>`
    select extract(epoch from now() - occurred_at) as seconds from events
     where (xid, id) > (select xid, id from event_cursors where consumer = ${name}) order by events.xid, id limit 1`.execute(
    kernel.db.system,
  );
  return Math.max(0, Number(rows[0]?.seconds ?? 0));
};
