import { EventEmitter } from "node:events";
import pg from "pg";
import type { Pools } from "./db/pools.ts";
import type { Log } from "./log.ts";
import { rounds } from "./rounds.ts";

export type LiveEvent = {
  cursor: string;
  organizationId: string;
  name: string;
  conversationId: string | null;
  contactId: string | null;
  /** The message it is about: one far up in a thread changes without the whole thread being read again. */
  messageId: string | null;
  actor: { kind: string; memberId?: string };
  occurredAt: Date;
};
const topics = ["events", "apps", "access", "deliveries", "intake", "presence"] as const;
export type Topic = (typeof topics)[number];

/** News inside one process and between processes. Payloads are topics only: whoever hears one reads the database. */
export type Live = {
  /** Says that events were committed. Debounced; never inside a transaction. */
  wake: (topic?: Topic) => void;
  on: (topic: Topic, listener: () => void) => () => void;
  /** Events committed from now on, in order, behind the safe horizon. */
  subscribe: (listener: (event: LiveEvent) => void) => () => void;
  /** An organization's events after a cursor seen earlier; null when it is too far back to replay, or of a database restored since. */
  since: (cursor: string, organizationId: string) => Promise<LiveEvent[] | null>;
  /** The cursor of now: whoever starts here misses nothing that is committed later. */
  position: () => Promise<string>;
  /** Tells those who hold a connection open that the process ends. The server cannot close before they let go. */
  drain: () => void;
  onDrain: (listener: () => void) => () => void;
  stop: () => Promise<void>;
};

const debounceMs = 15;
// While somebody listens and an older transaction holds the horizon back, look again this often.
const pollMs = 250;
// Rows of all organizations looked through for one that comes back: a few seconds of a busy server.
const replayLimit = 5000;

export const startLive = async (ownerUrl: string, db: Pools, log: Log): Promise<Live> => {
  const bus = new EventEmitter().setMaxListeners(0);
  const pending = new Set<Topic>();
  let stopped = false;
  let draining = false;
  let timer: NodeJS.Timeout | undefined;
  let listener: pg.Client | undefined;
  let cursor = await horizon(db);

  const listen = async () => {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: "candor live" });
    client.on("error", () => {});
    client.on("end", () => {
      if (!stopped && listener === client) setTimeout(() => void listen().catch(() => {}), 500).unref();
    });
    listener = client;
    try {
      await client.connect();
      await client.query("listen candor");
      client.on("notification", (message) => {
        for (const topic of (message.payload ?? "").split(",")) bus.emit(topic);
      });
      // What was said while nobody listened is not known: everyone looks.
      for (const topic of topics) bus.emit(topic);
    } catch {
      await client.end().catch(() => {});
      if (!stopped) setTimeout(() => void listen().catch(() => {}), 1000).unref();
    }
  };

  const flush = () => {
    timer = undefined;
    const said = [...pending].join(",");
    pending.clear();
    db.raw.system.query("select pg_notify('candor', $1)", [said]).catch(() => log.warn("a wake-up was not sent"));
  };

  const read = async () => {
    if (bus.listenerCount("event") === 0) {
      const now = await horizon(db);
      // Somebody may have begun to listen meanwhile: what was committed between would be skipped for them.
      if (bus.listenerCount("event") === 0) {
        cursor = now;
        return;
      }
    }
    for (;;) {
      const rows = await eventsAfter(db, cursor, 1000);
      for (const row of rows) bus.emit("event", row);
      const last = rows.at(-1);
      if (!last) return;
      cursor = last.cursor;
      if (rows.length < 1000) return;
    }
  };
  const reading = rounds(read, () => log.warn("reading events failed; trying again"));
  bus.on("events", reading.ask);
  const poll = setInterval(() => {
    if (bus.listenerCount("event") > 0) reading.ask();
  }, pollMs);
  poll.unref();
  await listen();

  return {
    wake: (topic = "events") => {
      pending.add(topic);
      if (!stopped) timer ??= setTimeout(flush, debounceMs);
    },
    on: (topic, handle) => {
      bus.on(topic, handle);
      return () => void bus.off(topic, handle);
    },
    subscribe: (handle) => {
      bus.on("event", handle);
      return () => void bus.off("event", handle);
    },
    since: async (from, organizationId) => {
      if (!isCursor(from) || BigInt(xidOf(from)) > BigInt(xidOf(await horizon(db)))) return null;
      return replay(db, from, organizationId);
    },
    position: () => horizon(db),
    drain: () => {
      draining = true;
      bus.emit("drain");
    },
    onDrain: (handle) => {
      if (draining) handle();
      bus.on("drain", handle);
      return () => void bus.off("drain", handle);
    },
    stop: async () => {
      stopped = true;
      clearInterval(poll);
      if (timer) {
        clearTimeout(timer);
        flush();
      }
      await reading.stop();
      await listener?.end().catch(() => {});
    },
  };
};

/** Where reading starts: everything below the oldest transaction still open has been seen. */
const horizon = async (db: Pools) => {
  const { rows } = await db.raw.system.query<{ x: string }>("select pg_snapshot_xmin(pg_current_snapshot())::text as x");
  return `${BigInt(rows[0]?.x ?? "0") - 1n}:ffffffff-ffff-ffff-ffff-ffffffffffff`;
};

const cursorText = /^\d{1,19}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isCursor = (text: string) => cursorText.test(text);
const xidOf = (cursor: string) => cursor.split(":")[0] ?? "0";

/** Whether the event at `a` comes after the one at `b`. */
export const isAfter = (a: string, b: string): boolean => {
  // Transaction numbers stay far below 2^53.
  const [left, right] = [Number(xidOf(a)), Number(xidOf(b))];
  return left === right ? a.slice(a.indexOf(":")) > b.slice(b.indexOf(":")) : left > right;
};

type Row = {
  xid: string;
  id: string;
  organization_id: string;
  name: string;
  conversation_id: string | null;
  contact_id: string | null;
  message_id: string | null;
  actor: LiveEvent["actor"];
  occurred_at: Date;
};
const columns =
  "xid::text, id, organization_id, name, conversation_id, contact_id, payload ->> 'messageId' as message_id, actor, occurred_at";
const afterCursor = "(xid, id) > ($1::text::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())";

const eventsAfter = async (db: Pools, cursor: string, limit: number): Promise<LiveEvent[]> => {
  const { rows } = await db.raw.system.query<Row>({
    name: "events-after",
    text: `select ${columns} from events where ${afterCursor} order by events.xid, id limit $3`,
    values: [...cursor.split(":"), limit],
  });
  return rows.map(liveEvent);
};

const replay = async (db: Pools, cursor: string, organizationId: string): Promise<LiveEvent[] | null> => {
  const { rows } = await db.raw.system.query<Row & { seen: string }>({
    name: "events-replay",
    text: `with recent as materialized (select * from events where ${afterCursor} order by events.xid, id limit $3)
      select counted.seen, ${columns} from (select count(*) as seen from recent) counted left join recent on recent.organization_id = $4 order by recent.xid, recent.id`,
    values: [...cursor.split(":"), replayLimit + 1, organizationId],
  });
  if (Number(rows[0]?.seen ?? 0) > replayLimit) return null;
  return rows.filter((row) => row.id !== null).map(liveEvent);
};

const liveEvent = (row: Row): LiveEvent => ({
  cursor: `${row.xid}:${row.id}`,
  organizationId: row.organization_id,
  name: row.name,
  conversationId: row.conversation_id,
  contactId: row.contact_id,
  messageId: row.message_id,
  actor: row.actor,
  occurredAt: row.occurred_at,
});
