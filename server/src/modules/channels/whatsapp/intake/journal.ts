import type pg from "pg";
import type { Kernel } from "../../../../kernel/module.ts";

export type Journal = {
  /** Resolves when the body is durable, rejects when it is not (or nobody can tell). */
  append: (appId: string, body: Buffer) => Promise<void>;
  close: () => Promise<void>;
};

type Waiting = { appId: string; body: Buffer; done: () => void; failed: (error: Error) => void };

const mostRows = 256;
const mostBytes = 8_000_000;
/** Beyond this much waiting the database does not keep up: saying so at once lets Meta deliver again later. */
const mostWaitingBytes = 64_000_000;
/** Meta gives up after some seconds; a flush that takes longer counts as not stored, and may be told twice. */
const patienceMs = 8_000;

/**
 * Group commit on one connection of its own: while one flush is on its way the next ones gather, so that the busier it is the more
 * bodies share a commit. There is no delay of our making.
 */
export const openJournal = (kernel: Kernel): Journal => {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  let client: pg.PoolClient | undefined;
  let flushing: Promise<void> | undefined;

  const flush = async () => {
    while (waiting.length > 0) {
      const batch = takeBatch();
      try {
        await withPatience(insert(batch));
        for (const one of batch) one.done();
        kernel.live.wake("intake");
      } catch (error) {
        // A connection in doubt is not used again; the next flush opens another.
        client?.release(true);
        client = undefined;
        for (const one of batch) one.failed(error as Error);
      }
    }
  };

  const takeBatch = () => {
    let bytes = 0;
    let count = 0;
    for (const one of waiting) {
      if (count > 0 && (count >= mostRows || bytes + one.body.length > mostBytes)) break;
      bytes += one.body.length;
      count += 1;
    }
    waitingBytes -= bytes;
    return waiting.splice(0, count);
  };

  // One connection is opened at a time: a flush that was given up while waiting for it leaves it to the next instead of losing it.
  let connecting: Promise<pg.PoolClient> | undefined;
  const connected = () => {
    connecting ??= connect(kernel).finally(() => {
      connecting = undefined;
    });
    return connecting;
  };

  const insert = async (batch: Waiting[]) => {
    client ??= await connected();
    await client.query({
      name: `journal-${batch.length}`,
      text: textFor(batch.length),
      values: batch.flatMap((one) => [one.appId, one.body]),
    });
  };

  return {
    append: (appId, body) =>
      new Promise((done, failed) => {
        if (waitingBytes > mostWaitingBytes) return failed(Object.assign(new Error("the journal does not keep up"), { code: "53300" }));
        waitingBytes += body.length;
        waiting.push({ appId, body, done, failed });
        flushing ??= flush().finally(() => {
          flushing = undefined;
        });
      }),
    close: async () => {
      await flushing;
      client?.release();
      client = undefined;
    },
  };
};

const connect = async (kernel: Kernel) => {
  const client = await kernel.db.raw.system.connect();
  client.on("error", () => {});
  return client;
};

const texts = new Map<number, string>();
const textFor = (count: number) => {
  const known = texts.get(count);
  if (known) return known;
  const text = `insert into intake_journal (app_id, body) values ${Array.from({ length: count }, (_, at) => `($${at * 2 + 1},$${at * 2 + 2})`).join(",")}`;
  texts.set(count, text);
  return text;
};

const withPatience = async (work: Promise<void>) => {
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(Object.assign(new Error("storing took too long"), { code: "57014" })), patienceMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
};
