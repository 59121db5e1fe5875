import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { readConfig } from "../src/config.ts";
import { startEmbedded } from "../src/kernel/db/embedded.ts";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { loadKeys } from "../src/kernel/keys.ts";
import { candor, rounded, startServer } from "./process.ts";

const accountId = "200000000000001";
const phoneNumberId = "100000000000001";
const secret = "bench-app-secret-not-real";

/** Signed one-message bodies over HTTP from a separate process; durable answers a second against the same PostgreSQL's raw inserts. */
export const run = async (args: string[]) => {
  const option = (name: string, otherwise: number) =>
    args.includes(`--${name}`) ? Number(args[args.indexOf(`--${name}`) + 1]) : otherwise;
  const [seconds, connections, conversations, hot] = [option("seconds", 60), option("connections", 48), option("conversations", 5000), 5];
  const folder = scratchFolder("bench-intake");
  try {
    candor(folder, ["user", "create", "--email", "bench@example.test", "--password", "a long enough password", "--organization", "Bench"]);
    candor(folder, [
      "channel",
      "add",
      "whatsapp",
      "--organization",
      "Bench",
      "--phone-number-id",
      phoneNumberId,
      "--account-id",
      accountId,
      "--token",
      "bench-token-not-real",
      "--app-secret",
      secret,
      "--verify-token",
      "bench-verify-token",
      "--graph-url",
      "http://127.0.0.1:9",
    ]);
    const server = await startServer(folder);
    const database = await joinDatabase(folder);
    try {
      const ceiling = await rawInserts(database, 6);
      const url = new URL(server.url);
      const warm = await load({
        host: "127.0.0.1",
        port: Number(url.port),
        seconds: 3,
        connections,
        secret,
        phoneNumberId,
        accountId,
        conversations,
        hot,
      });
      await drain(database);
      const watch = watchLag(database);
      const before = await projected(database);
      const began = performance.now();
      const result = await load({
        host: "127.0.0.1",
        port: Number(url.port),
        seconds,
        connections,
        secret,
        phoneNumberId,
        accountId,
        conversations,
        hot,
      });
      const during = (await projected(database)) - before;
      const loadSeconds = (performance.now() - began) / 1000;
      const drained = await drain(database);
      const total = (await projected(database)) - before;
      const longestLagMs = await watch.stop();
      const rate = result.answered / result.seconds;
      return {
        bench: "intake",
        value: rounded(rate, 0),
        unit: "bodies/s",
        ceiling: rounded(ceiling, 0),
        ratio: rounded(rate / ceiling, 3),
        detail: {
          seconds,
          connections,
          conversations,
          cores: cpus().length,
          warmUp: warm.answered,
          answered: result.answered,
          statuses: result.statuses,
          p50Ms: rounded(result.p50),
          p99Ms: rounded(result.p99),
          maxMs: rounded(result.max),
          projectedPerSecondUnderLoad: rounded(during / loadSeconds, 0),
          projectedPerSecondAfterLoad: rounded((total - during) / Math.max(drained / 1000, 0.001), 0),
          longestLagMs: rounded(longestLagMs, 0),
          messagesInThreads: total,
          lost: result.answered - total,
          ceilingIs: "the same PostgreSQL taking 1.1 kB bodies in batches of 100 over one connection, durable",
        },
      };
    } finally {
      await database.end();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const joinDatabase = async (folder: string) => {
  const config = readConfig({ DATA_DIR: folder });
  const { url } = await startEmbedded(folder, loadKeys(config), "join");
  return new pg.Pool({ connectionString: url, max: 2 });
};

const rawInserts = async (database: pg.Pool, seconds: number) => {
  await database.query(
    "create table bench_raw (id bigint generated always as identity primary key, at timestamptz default now(), body bytea not null)",
  );
  const client = await database.connect();
  const body = Buffer.alloc(1100, "x");
  const text = `insert into bench_raw (body) values ${Array.from({ length: 100 }, (_, at) => `($${at + 1})`).join(",")}`;
  const values = Array.from({ length: 100 }, () => body);
  const began = performance.now();
  let rows = 0;
  while (performance.now() - began < seconds * 1000) {
    await client.query({ name: "raw", text, values });
    rows += 100;
  }
  const rate = rows / ((performance.now() - began) / 1000);
  client.release();
  await database.query("drop table bench_raw");
  return rate;
};

type Result = { answered: number; seconds: number; statuses: Record<string, number>; p50: number; p99: number; max: number };
const load = (order: Record<string, unknown>) =>
  new Promise<Result>((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "intake-load.ts"), JSON.stringify(order)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.once("exit", () => (text ? resolve(JSON.parse(text) as Result) : reject(new Error("the load ended without a result"))));
  });

const projected = async (database: pg.Pool) =>
  Number((await database.query("select count(*) as n from messages where direction = 'inbound'")).rows[0].n);
const pendingAge = async (database: pg.Pool) =>
  Number(
    (
      await database.query(
        "select coalesce(extract(epoch from clock_timestamp() - min(received_at)) * 1000, 0) as ms from intake_journal where projected_at is null",
      )
    ).rows[0].ms,
  );

const watchLag = (database: pg.Pool) => {
  let longest = 0;
  let going = true;
  const loop = (async () => {
    while (going) {
      longest = Math.max(longest, await pendingAge(database));
      await pause(1000);
    }
  })();
  return {
    stop: async () => {
      going = false;
      await loop;
      return longest;
    },
  };
};

/** Milliseconds until everything received is in its thread. */
const drain = async (database: pg.Pool) => {
  const began = performance.now();
  while ((await pendingAge(database)) > 0) await pause(100);
  return performance.now() - began;
};
