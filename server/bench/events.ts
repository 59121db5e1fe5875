import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readConfig } from "../src/config.ts";
import { startEmbedded } from "../src/kernel/db/embedded.ts";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { loadKeys } from "../src/kernel/keys.ts";
import { candor, rounded, startServer } from "./process.ts";

/** Batches over HTTP from a separate process, each answered when it is on disk; events a second against bare COPY of the very rows it made. */
export const run = async (args: string[]) => {
  const option = (name: string, otherwise: number) =>
    args.includes(`--${name}`) ? Number(args[args.indexOf(`--${name}`) + 1]) : otherwise;
  const [seconds, connections, batch, visitors] = [
    option("seconds", 30),
    option("connections", 16),
    option("batch", 100),
    option("visitors", 20_000),
  ];
  const folder = scratchFolder("bench-events");
  try {
    candor(folder, ["user", "create", "--email", "bench@example.test", "--password", "a long enough password", "--organization", "Bench"]);
    const key = candor(folder, ["api-key", "create", "--organization", "Bench", "--name", "bench", "--permissions", "events.write"])
      .split(/\s/)
      .at(-1);
    const server = await startServer(folder);
    const database = await joinDatabase(folder);
    try {
      const order = { host: "127.0.0.1", port: Number(new URL(server.url).port), connections, batch, key, visitors };
      const warm = await load({ ...order, seconds: 4 });
      const before = await stored(database);
      const result = await load({ ...order, seconds });
      const rows = (await stored(database)) - before;
      if (args.includes("--quick")) process.stderr.write(`${JSON.stringify({ rows, ...result })}\n`);
      const ceiling = await bareCopy(database, Math.min(rows, 200_000));
      const rate = result.accepted / result.seconds;
      return {
        bench: "events",
        value: rounded(rate, 0),
        unit: "events/s",
        ceiling: rounded(ceiling, 0),
        ratio: rounded(rate / ceiling, 3),
        detail: {
          seconds,
          connections,
          batch,
          visitors,
          cores: cpus().length,
          warmUp: warm.accepted,
          accepted: result.accepted,
          lost: result.accepted - rows,
          statuses: result.statuses,
          p50Ms: rounded(result.p50),
          p99Ms: rounded(result.p99),
          maxMs: rounded(result.max),
          ceilingIs:
            "the same PostgreSQL taking the same rows by COPY from a file, 1,000 a transaction, into a table with the same indexes",
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
  const { url } = await startEmbedded(folder, loadKeys(readConfig({ DATA_DIR: folder })), "join");
  return new pg.Pool({ connectionString: url, max: 2 });
};

type Result = { accepted: number; seconds: number; statuses: Record<string, number>; p50: number; p99: number; max: number };
const load = (order: Record<string, unknown>) =>
  new Promise<Result>((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "events-load.ts"), JSON.stringify(order)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.once("exit", () => (text ? resolve(JSON.parse(text) as Result) : reject(new Error("the load ended without a result"))));
  });

const stored = async (database: pg.Pool) =>
  Number((await database.query("select count(*) as n from events where payload ? 'messageId'")).rows[0].n);

/** The rows it wrote, out to files and back in: the files are made before the clock starts, and nothing else writes meanwhile. */
const bareCopy = async (database: pg.Pool, rows: number): Promise<number> => {
  const each = 1_000;
  // The embedded server may run as another user.
  const place = mkdtempSync(join(tmpdir(), "candor-copy-"));
  chmodSync(place, 0o777);
  const client = await database.connect();
  try {
    await client.query("create table bench_events (like events including defaults including constraints)");
    const { rows: indexes } = await client.query<{ def: string }>(
      "select pg_get_indexdef(indexrelid) as def from pg_index where indrelid = 'events'::regclass",
    );
    for (const [at, { def }] of indexes.entries())
      await client.query(def.replace(/INDEX \S+ ON (ONLY )?\S+/, `INDEX bench_events_${at} ON bench_events`));
    const files = Math.max(1, Math.floor(rows / each));
    const file = (at: number) => join(place, `copy-${at}`);
    await client.query(
      `create temp table chosen as select row_number() over (order by id) - 1 as place, e.* from events e where payload ? 'messageId' limit ${files * each}`,
    );
    await client.query("create index on chosen (place)");
    const columns = (
      await client.query<{ list: string }>(
        "select string_agg(quote_ident(attname), ',' order by attnum) as list from pg_attribute where attrelid = 'events'::regclass and attnum > 0 and not attisdropped",
      )
    ).rows[0]?.list;
    for (let at = 0; at < files; at += 1)
      await client.query(
        `copy (select ${columns} from chosen where place between ${at * each} and ${(at + 1) * each - 1}) to '${file(at)}'`,
      );
    const began = performance.now();
    for (let at = 0; at < files; at += 1) await client.query(`copy bench_events (${columns}) from '${file(at)}'`);
    return (files * each) / ((performance.now() - began) / 1000);
  } finally {
    await client.query("drop table if exists bench_events").catch(() => {});
    client.release();
    rmSync(place, { recursive: true, force: true });
  }
};
