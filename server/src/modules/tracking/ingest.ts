import type pg from "pg";
import type { Kernel } from "../../kernel/module.ts";
import type { Agent } from "./agent.ts";
import { writeEntries } from "./ingest-write.ts";

/** One event ready to be written. */
export type Entry = {
  organizationId: string;
  id: string;
  /** What makes it this one and no other; null where the sender gave no messageId. */
  message: string | null;
  name: string;
  actor: string;
  payload: string;
  occurredAt: number;
  visitor: { key: string; agent: Agent; language: string | null; timeZone: string | null; country: string | null } | null;
  /** The sender's own id of the person, only from those who may say so. */
  externalId: string | null;
  bot: boolean;
};
export type Outcome = "accepted" | "duplicate";
export type Ingest = { append: (entries: Entry[]) => Promise<Outcome[]>; close: () => Promise<void> };

type Waiting = { entries: Entry[]; done: (outcomes: Outcome[]) => void; failed: (error: unknown) => void };

const mostEntries = 2_000;
/** Beyond this the database does not keep up; saying so lets the sender keep its events and come again. */
const mostWaiting = 50_000;
const triesOnDeadlock = 3;

/**
 * Group commit, as the webhook door's journal: while one flush is on its way the next ones gather, so that the busier it is the more
 * requests share a commit. Whoever is answered can be sure that the events are on disk.
 */
export const openIngest = (kernel: Kernel): Ingest => {
  let waiting: Waiting[] = [];
  let waitingEntries = 0;
  let client: pg.PoolClient | undefined;
  let flushing: Promise<void> | undefined;

  const write = async (batch: Waiting[]): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        client ??= await connect(kernel);
        const outcomes = await writeEntries(
          client,
          batch.flatMap((one) => one.entries),
        );
        let from = 0;
        for (const one of batch) {
          one.done(outcomes.slice(from, from + one.entries.length));
          from += one.entries.length;
        }
        return;
      } catch (error) {
        // A connection in doubt is not used again.
        client?.release(true);
        client = undefined;
        if ((error as { code?: string }).code === "40P01" && tries < triesOnDeadlock) continue;
        const [only] = batch;
        if (batch.length === 1 && only) return only.failed(error);
        // One bad request (an organization deleted meanwhile) fails alone.
        for (const one of batch) await write([one]);
        return;
      }
    }
  };
  const flush = async () => {
    while (waiting.length > 0) {
      let count = 0;
      let entries = 0;
      for (const one of waiting) {
        if (count > 0 && entries + one.entries.length > mostEntries) break;
        entries += one.entries.length;
        count += 1;
      }
      const batch = waiting.slice(0, count);
      waiting = waiting.slice(count);
      waitingEntries -= entries;
      await write(batch);
      kernel.live.wake();
    }
  };

  return {
    append: (entries) =>
      new Promise((done, failed) => {
        if (waitingEntries > mostWaiting) return failed(Object.assign(new Error("the event journal does not keep up"), { code: "53300" }));
        waitingEntries += entries.length;
        waiting.push({ entries, done, failed });
        flushing ??= flush().finally(() => {
          flushing = undefined;
        });
      }),
    close: async () => {
      await flushing;
      client?.release(true);
      client = undefined;
    },
  };
};

const connect = async (kernel: Kernel) => {
  const client = await kernel.db.raw.system.connect();
  client.on("error", () => {});
  // All it asks is by key. Plans made while tables were still small would read them whole, long after they have grown.
  await client.query("set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off");
  return client;
};
