import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { startSandbox } from "../../../sandbox/src/index.ts";
import { scratchFolder } from "../../src/kernel/db/scratch.ts";
import { keysFrom } from "../../src/kernel/keys.ts";

const main = join(import.meta.dirname, "../../src/main.ts");
const key = "07".repeat(32);

export type House = Awaited<ReturnType<typeof aHouse>>;
export type Number = { phone: string; account: string; secret: string; token: string };

/**
 * A real installation: the server as a process of its own with its embedded PostgreSQL in a folder of its own, on a port that stays the
 * same however often it dies, with one organization and one number at a sandbox in this process.
 */
export const aHouse = async (
  name: string,
  options: { scale?: number; seed?: number; folder?: string; env?: Record<string, string> } = {},
) => {
  const folder = options.folder ?? scratchFolder(`kill-${name}`);
  const data = join(folder, "data");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const number: Number = {
    phone: "100000000000001",
    account: "200000000000001",
    secret: "kill-test-app-secret",
    token: "kill-test-token-of-the-number",
  };
  const env = { CANDOR_KEY: key, PASSWORD_COST: "4", ...options.env };
  const sandbox = await startSandbox({ seed: options.seed ?? 1, clock: { scale: options.scale ?? 50 } });
  sandbox.addApp({ appId: "9001", appSecret: number.secret, verifyToken: "kill-test-verify", webhookUrl: `${url}/webhooks/meta` });
  sandbox.addAccount({ accountId: number.account, appId: "9001" });
  sandbox.addNumber({
    phoneNumberId: number.phone,
    accountId: number.account,
    displayPhoneNumber: "+1 202-555-0143",
    verifiedName: "Shop",
    token: number.token,
  });

  let child: ChildProcess | undefined;
  let closed = false;
  const said: string[] = [];
  const start = (more: Record<string, string> = {}, execArgv: string[] = []): Promise<void> =>
    new Promise((resolve, reject) => {
      // A test that failed may still be about to start it once more.
      if (closed) return reject(new Error("the house is closed"));
      const started = spawn(process.execPath, [...execArgv, main, "start"], {
        env: { ...process.env, DATABASE_URL: "", LOG_LEVEL: "warn", ...env, DATA_DIR: data, PORT: String(port), ...more },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = started;
      started.once("exit", (code, signal) => reject(new Error(`the server ended with ${code ?? signal}: ${said.slice(-5).join("\n")}`)));
      const read = (chunk: Buffer) => {
        said.push(chunk.toString());
        if (said.length > 400) said.shift();
        if (chunk.includes("Candor is ready")) resolve();
      };
      started.stdout?.on("data", read);
      started.stderr?.on("data", read);
    });
  const ended = async () => {
    if (child && child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child?.once("exit", resolve));
  };
  const postmaster = () => {
    try {
      return globalThis.Number(readFileSync(join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    } catch {
      return 0;
    }
  };

  /** A look into the database from outside, as its owner. */
  const query = async <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const databasePort = readFileSync(join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[3];
    const password = keysFrom(Buffer.from(key, "hex")).fingerprint("postgres", "superuser");
    const client = new pg.Client({ connectionString: `postgres://candor:${password}@127.0.0.1:${databasePort}/postgres` });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  };

  let cookie = "";
  /** As the owner on the page; waits out whatever the server is going through. */
  const page = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = answer.headers.getSetCookie().find((line) => line.startsWith("token="));
    if (given) cookie = given.split(";")[0] ?? "";
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  /** The first start: an organization, its number, and somebody signed in. */
  const open = async (more: Record<string, string> = {}, execArgv: string[] = []) => {
    await start(more, execArgv);
    await page("POST", "/sign-up", { name: "Ada", email: "ada@example.test", password: "a long enough password", organization: "Shop" });
    await page("POST", "/channels/whatsapp", {
      phoneNumberId: number.phone,
      accountId: number.account,
      token: number.token,
      appSecret: number.secret,
      verifyToken: "kill-test-verify",
      graphUrl: sandbox.url,
    });
  };
  const apiKey = async (name: string): Promise<Record<string, string>> => {
    const made = await page<{ key: string }>("POST", "/api-keys", { name, permissions: "all" });
    return { authorization: `Bearer ${made.key}` };
  };
  /** One more session of the same person, as in a second browser. */
  const session = async (): Promise<Record<string, string>> => {
    const mine = cookie;
    cookie = "";
    await page("POST", "/sign-in", { email: "ada@example.test", password: "a long enough password" });
    const other = cookie;
    cookie = mine;
    return { cookie: other };
  };

  return {
    open,
    page,
    session,
    url,
    data,
    folder,
    number,
    sandbox,
    apiKey,
    query,
    said,
    start,
    isUp: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    killServer: async () => {
      child?.kill("SIGKILL");
      await ended();
    },
    /** False when there is none to kill just now. */
    killDatabase: () => {
      const pid = postmaster();
      if (pid <= 0) return false;
      try {
        process.kill(pid, "SIGKILL");
        return true;
      } catch {
        return false;
      }
    },
    stop: async () => {
      child?.kill("SIGTERM");
      await ended();
    },
    /** Ends everything, PostgreSQL too where nobody is left to stop it. */
    close: async () => {
      closed = true;
      await sandbox.close();
      if (child && child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await Promise.race([ended(), pause(20_000)]);
        child.kill("SIGKILL");
      }
      const pid = postmaster();
      try {
        if (pid > 0) process.kill(pid, "SIGQUIT");
      } catch {
        // it is gone already
      }
      await pause(200);
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const within = async <T>(seconds: number, what: string, check: () => Promise<T | false | null | undefined>): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  for (;;) {
    try {
      const found = await check();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}${last ? `: ${String(last)}` : ""}`);
    await pause(100);
  }
};

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
