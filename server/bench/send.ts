import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { readConfig } from "../src/config.ts";
import { startEmbedded } from "../src/kernel/db/embedded.ts";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { loadKeys } from "../src/kernel/keys.ts";
import { candor, percentile, rounded, startServer } from "./process.ts";
import { seed } from "./send-data.ts";

const concurrency = 64;
const answerMs = 30;
const number = { phoneNumberId: "100000000000001", accountId: "200000000000001", token: "bench-token-not-real" };

/**
 * Template messages through the whole pipeline to the sandbox (a process of its own), pacing off; against plain posts of the same bodies
 * with the same concurrency, before and after. `--messages 20000`.
 */
export const run = async (args: string[]) => {
  const messages = args.includes("--messages") ? Number(args[args.indexOf("--messages") + 1]) : 20_000;
  const folder = scratchFolder("bench-send");
  const sandbox = await child("send-sandbox.ts", { people: messages, answerMs, ...number });
  try {
    const graphUrl = await sandbox.line();
    candor(folder, ["user", "create", "--email", "bench@example.test", "--password", "a long enough password", "--organization", "Bench"]);
    candor(folder, [
      "channel",
      "add",
      "whatsapp",
      "--organization",
      "Bench",
      "--phone-number-id",
      number.phoneNumberId,
      "--account-id",
      number.accountId,
      "--token",
      number.token,
      "--app-secret",
      "bench-app-secret",
      "--verify-token",
      "bench-verify",
      "--graph-url",
      graphUrl,
    ]);
    const key = candor(folder, ["api-key", "create", "--organization", "Bench", "--name", "bench", "--permissions", "all"]);
    const server = await startServer(folder, { PACING: "false" });
    const { url } = await startEmbedded(folder, loadKeys(readConfig({ DATA_DIR: folder })), "join");
    const database = new pg.Pool({ connectionString: url, max: 2 });
    try {
      const channelId = String((await database.query("select id from channels")).rows[0].id);
      await seed(database, channelId, messages);
      const bare = () => barely({ url: graphUrl, ...number, messages: Math.min(messages, 8000), concurrency });
      const before = await bare();
      const calm = await inboxDuring(server.url, key, pause(8000));
      const began = performance.now();
      await database.query("update deliveries set due_at = now()");
      const busy = await inboxDuring(server.url, key, allSettled(database));
      const seconds = (performance.now() - began) / 1000;
      const after = await bare();
      const ceiling = (before + after) / 2;
      const { rows } = await database.query<{ state: string; n: string }>("select state, count(*) as n from deliveries group by state");
      const rate = messages / seconds;
      return {
        bench: "send",
        value: rounded(rate, 0),
        unit: "messages/s",
        ceiling: rounded(ceiling, 0),
        ratio: rounded(rate / ceiling, 3),
        detail: {
          messages,
          concurrency,
          answerMs,
          cores: cpus().length,
          seconds: rounded(seconds, 1),
          states: Object.fromEntries(rows.map((row) => [row.state, Number(row.n)])),
          bareBefore: rounded(before, 0),
          bareAfter: rounded(after, 0),
          inboxP95CalmMs: rounded(percentile(calm, 0.95), 1),
          inboxP95SendingMs: rounded(percentile(busy, 0.95), 1),
          inboxP50CalmMs: rounded(percentile(calm, 0.5), 1),
          inboxP50SendingMs: rounded(percentile(busy, 0.5), 1),
          ceilingIs: "node:http in a process of its own posting the same bodies to the same sandbox",
        },
      };
    } finally {
      await database.end();
      await server.stop();
    }
  } finally {
    sandbox.process.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
};

const child = async (file: string, order: Record<string, unknown>): Promise<{ process: ChildProcess; line: () => Promise<string> }> => {
  const started = spawn(process.execPath, [join(import.meta.dirname, file), JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { process: started, line: async () => String((await once(started.stdout, "data"))[0]).trim() };
};

const barely = async (order: Record<string, unknown>): Promise<number> => Number(await (await child("send-bare.ts", order)).line());

/** What somebody working in the inbox waits for meanwhile: ten pages a second. */
const inboxDuring = async (url: string, key: string, work: Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  let going = true;
  const done = work.finally(() => {
    going = false;
  });
  while (going) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/v1/conversations?view=open&limit=30`, { headers: { authorization: `Bearer ${key}` } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the inbox answered ${answer.status}`);
    times.push(performance.now() - began);
    await pause(100);
  }
  await done;
  return times;
};

const allSettled = async (database: pg.Pool): Promise<void> => {
  for (;;) {
    const { rows } = await database.query("select 1 from deliveries where state in ('queued', 'sending') limit 1");
    if (rows.length === 0) return;
    await pause(200);
  }
};
