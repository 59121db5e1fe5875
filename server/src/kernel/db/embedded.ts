import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ConfigError } from "../../config.ts";
import type { Keys } from "../keys.ts";
import { canEnter, findBinaries, type Owner, unprivileged } from "./binaries.ts";
import { acquireLock, isAlive, lockHolder } from "./lock.ts";

export type Embedded = { url: string; pid: number; stop: () => Promise<void> };

/** Where a cluster goes whose own folder the unprivileged user cannot enter (a clone under root's home). */
const sharedRoot = "/var/lib/candor";

/**
 * Starts PostgreSQL under the data folder, or adopts the one a killed Candor left behind, or (for commands beside a running server)
 * joins the server's own. Exactly one process owns it: the holder of `embedded.lock`, which starts it again when it dies.
 */
export const startEmbedded = async (
  dataDir: string,
  keys: Keys,
  mode: "own" | "join",
  settings: string[] = [],
  tell: (sentence: string) => void = () => {},
): Promise<Embedded> => {
  mkdirSync(dataDir, { recursive: true });
  const lockFile = join(dataDir, "embedded.lock");
  const holder = lockHolder(lockFile);
  const { cluster, owner } = place(dataDir);
  const password = keys.fingerprint("postgres", "superuser");

  if (holder !== null && mode === "join") {
    const running = await until(() => runningServer(cluster), 15_000);
    if (!running)
      throw new ConfigError(`Candor (process ${holder}) holds ${dataDir} but its database does not answer. Wait, or stop that process.`);
    return { url: address(password, running.port), pid: running.pid, stop: async () => {} };
  }
  const release = await acquireLock(lockFile);
  if (!release) {
    throw new ConfigError(
      `Another Candor (process ${lockHolder(lockFile) ?? "unknown"}) already runs on ${dataDir}. Stop it first, or give this one another DATA_DIR and PORT.`,
    );
  }
  try {
    const orphan = runningServer(cluster);
    const server =
      orphan && (await answers(address(password, orphan.port)))
        ? orphan
        : await launch({ dataDir, cluster, owner, password, settings }, orphan);
    const letGo = keepRunning(server, () => launch({ dataDir, cluster, owner, password, settings }, null, server.port), tell);
    return {
      url: address(password, server.port),
      pid: server.pid,
      stop: async () => {
        await letGo();
        await terminate(server.pid);
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
};

const place = (dataDir: string): { cluster: string; owner: Owner } => {
  const own = join(dataDir, "postgres");
  const pointer = join(dataDir, "postgres.location");
  if (existsSync(pointer)) {
    const cluster = readFileSync(pointer, "utf8").trim();
    return { cluster, owner: unprivileged(cluster) };
  }
  const owner = unprivileged(own);
  if (existsSync(own) || canEnter(dataDir, owner)) return { cluster: own, owner };
  // A name of its own each time: whoever removes the data folder to begin anew must not meet the old cluster and its old password.
  const cluster = join(sharedRoot, "clusters", randomBytes(8).toString("hex"));
  mkdirSync(join(sharedRoot, "clusters"), { recursive: true, mode: 0o755 });
  writeFileSync(pointer, `${cluster}\n`);
  return { cluster, owner: unprivileged(cluster) };
};

const watchMs = 300;
const restMs = 2000;

/**
 * Killed (the kernel ran out of memory) or crashed, PostgreSQL is started again in its folder and on its port, where all connections look
 * for it; until then requests answer 503. Answers how to let it go.
 */
const keepRunning = (server: Running, again: () => Promise<Running>, tell: (sentence: string) => void): (() => Promise<void>) => {
  let reviving: Promise<void> | undefined;
  let restUntil = 0;
  const revive = async () => {
    tell("PostgreSQL ended; starting it again");
    try {
      server.pid = (await again()).pid;
      tell("PostgreSQL is back");
    } catch (error) {
      restUntil = Date.now() + restMs;
      tell(`PostgreSQL could not be started again, trying once more: ${(error as Error).message}`);
    }
  };
  const watch = setInterval(() => {
    if (reviving || Date.now() < restUntil || isAlive(server.pid, "postgres")) return;
    reviving = revive().finally(() => {
      reviving = undefined;
    });
  }, watchMs);
  watch.unref();
  return async () => {
    clearInterval(watch);
    await reviving;
  };
};

type Place = { dataDir: string; cluster: string; owner: Owner; password: string; settings: string[] };

const launch = async ({ dataDir, cluster, owner, password, settings }: Place, orphan: Running | null, port?: number): Promise<Running> => {
  // An orphan that does not answer (stuck, or of another key) is stopped before a new one starts: never two on one folder.
  if (orphan) await terminate(orphan.pid);
  await clearDeadPidFile(cluster);
  const binaries = await findBinaries(owner, sharedRoot);
  if (!existsSync(join(cluster, "PG_VERSION"))) initialise(binaries.initdb, cluster, owner, password);

  const on = port ?? (await freePort());
  const output = openSync(join(dataDir, "postgres.log"), "a", 0o600);
  const flags = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${on}`,
    "max_connections=80",
    "shared_buffers=128MB",
    "jit=off",
    "max_wal_size=2GB",
    "checkpoint_completion_target=0.9",
    "random_page_cost=1.1",
    "effective_cache_size=1GB",
    "work_mem=16MB",
    // Row values and statements stay out of the log: they are people's words.
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "log_checkpoints=off",
    "log_min_messages=warning",
    "timezone=UTC",
    ...settings,
  ];
  // A process group of its own: Ctrl-C in the terminal reaches us, and we stop PostgreSQL after draining.
  const child = spawn(binaries.postgres, ["-D", cluster, ...flags.flatMap((flag) => ["-c", flag])], {
    ...owner,
    cwd: owner.uid === undefined ? dataDir : "/",
    detached: true,
    stdio: ["ignore", output, output],
    env: { ...process.env, LC_MESSAGES: "C" },
  });
  closeSync(output);
  child.unref();
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  const ready = await until(async () => ended || (await answers(address(password, on))), 60_000);
  if (!ready || ended || !child.pid) {
    throw new ConfigError(
      `The embedded PostgreSQL did not start. Its last words are in ${join(dataDir, "postgres.log")}:\n${tail(join(dataDir, "postgres.log"))}`,
    );
  }
  return { pid: child.pid, port: on };
};

const initialise = (initdb: string, cluster: string, owner: Owner, password: string) => {
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(cluster, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  chmodSync(cluster, 0o700);
  try {
    const run = spawnSync(
      initdb,
      [
        `--pgdata=${cluster}`,
        "--auth=scram-sha-256",
        "--username=candor",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-instructions",
      ],
      {
        ...owner,
        cwd: owner.uid === undefined ? undefined : "/",
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C.UTF-8" },
      },
    );
    if (run.status !== 0)
      throw new ConfigError(`PostgreSQL could not make its data folder ${cluster}: ${run.stderr || run.error?.message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

type Running = { pid: number; port: number };

/** What postmaster.pid says, if that process lives: line 1 its process, line 4 its port. */
const runningServer = (cluster: string): Running | null => {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 && isAlive(pid, "postgres") ? { pid, port } : null;
  } catch {
    return null;
  }
};

/**
 * A killed postmaster may stay a zombie where nobody reaps it (a container without an init), and PostgreSQL takes a zombie for alive.
 * Its file goes once no process works in the folder any more.
 */
const clearDeadPidFile = async (cluster: string) => {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file) || runningServer(cluster) || !existsSync("/proc/self/cwd")) return;
  if (await until(() => !worksIn(cluster), 15_000)) rmSync(file, { force: true });
};

const worksIn = (folder: string) =>
  readdirSync("/proc").some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });

/** SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, everything committed is on disk. */
const terminate = async (pid: number) => {
  if (!isAlive(pid, "postgres")) return;
  process.kill(pid, process.platform === "win32" ? "SIGTERM" : "SIGINT");
  if (await until(() => !isAlive(pid, "postgres"), 20_000)) return;
  process.kill(pid, "SIGQUIT");
  await until(() => !isAlive(pid, "postgres"), 10_000);
};

const address = (password: string, port: number) => `postgres://candor:${password}@127.0.0.1:${port}/postgres`;

const answers = async (url: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

const until = async <T>(check: () => T | Promise<T>, milliseconds: number): Promise<T | null> => {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) return null;
    await pause(40);
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

const tail = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(-8).join("\n") : "");
