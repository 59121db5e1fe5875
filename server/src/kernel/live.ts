import { EventEmitter } from "node:events";
import pg from "pg";
import type { Pools } from "./db/pools.ts";
import type { Log } from "./log.ts";

export type LiveEvent = {
  cursor: string;
  organizationId: string;
  name: string;
  conversationId: string | null;
  contactId: string | null;
  actor: { kind: string; memberId?: string };
  occurredAt: Date;
};
export type Topic = "events" | "apps" | "access" | "deliveries" | "intake" | "presence";

/** News inside one process and between processes. Payloads are topics only: whoever hears one reads the database. */
export type Live = {
  /** Says that events were committed. Debounced; never inside a transaction. */
  wake: (topic?: Topic) => void;
  on: (topic: Topic, listener: () => void) => () => void;
  /** Events committed from now on, in order, behind the safe horizon. */
  subscribe: (listener: (event: LiveEvent) => void) => () => void;
  /** Events after a cursor seen earlier; null when it is too far back to replay. */
  since: (cursor: string) => Promise<LiveEvent[] | null>;
  stop: () => Promise<void>;
};

const debounceMs = 15;
// While somebody listens and an older transaction holds the horizon back, look again this often.
const pollMs = 250;
const replayLimit = 500;

export const startLive = async (ownerUrl: string, db: Pools, log: Log): Promise<Live> => {
  const bus = new EventEmitter().setMaxListeners(0);
  const pending = new Set<Topic>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let listener: pg.Client | undefined;
  let cursor = await horizon(db);
  let reading: Promise<void> | undefined;
  let again = false;

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
      bus.emit("events");
    } catch {
      await client.end().catch(() => {});
      if (!stopped) setTimeout(() => void listen().catch(() => {}), 1000).unref();
    }
  };

  const flush = () => {
    timer = undefined;
    const topics = [...pending].join(",");
    pending.clear();
    db.raw.system.query("select pg_notify('candor', $1)", [topics]).catch(() => log.warn("a wake-up was not sent"));
  };

  const read = async () => {
    if (bus.listenerCount("event") === 0) {
      cursor = await horizon(db);
      return;
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
  const pump = () => {
    if (stopped) return;
    if (reading) {
      again = true;
      return;
    }
    reading = read()
      .catch(() => log.warn("reading events failed; trying again"))
      .finally(() => {
        reading = undefined;
        if (again) {
          again = false;
          pump();
        }
      });
  };
  bus.on("events", pump);
  const poll = setInterval(() => {
    if (bus.listenerCount("event") > 0) pump();
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
    since: async (from) => {
      if (!/^\d+:[0-9a-f-]{36}$/.test(from)) return null;
      const rows = await eventsAfter(db, from, replayLimit + 1);
      return rows.length > replayLimit ? null : rows;
    },
    stop: async () => {
      stopped = true;
      clearInterval(poll);
      if (timer) {
        clearTimeout(timer);
        flush();
      }
      await reading;
      await listener?.end().catch(() => {});
    },
  };
};

/** Where reading starts: everything below the oldest transaction still open has been seen. */
const horizon = async (db: Pools) => {
  const { rows } = await db.raw.system.query<{ x: string }>("select pg_snapshot_xmin(pg_current_snapshot())::text as x");
  return `${BigInt(rows[0]?.x ?? "0") - 1n}:ffffffff-ffff-ffff-ffff-ffffffffffff`;
};

const eventsAfter = async (db: Pools, cursor: string, limit: number): Promise<LiveEvent[]> => {
  const [xid, id] = cursor.split(":");
  const { rows } = await db.raw.system.query<{ xid: string; id: string; organization_id: string; name: string; conversation_id: string | null; contact_id: string | null; actor: LiveEvent["actor"]; occurred_at: Date }>({
    name: "events-after",
    text: `select xid::text, id, organization_id, name, conversation_id, contact_id, actor, occurred_at from events
      where (xid, id) > ($1::text::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, id limit $3`,
    values: [xid, id, limit],
  });
  return rows.map((row) => ({
    cursor: `${row.xid}:${row.id}`,
    organizationId: row.organization_id,
    name: row.name,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    actor: row.actor,
    occurredAt: row.occurred_at,
  }));
};
