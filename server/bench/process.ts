import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const main = join(import.meta.dirname, "../src/main.ts");

export type Server = { child: ChildProcess; url: string; readyAfterMs: number; stop: () => Promise<void> };

/** A real server process on a data folder of its own, as an operator would start it. */
export const startServer = (dataDir: string, env: Record<string, string> = {}): Promise<Server> => {
  const started = performance.now();
  const child = spawn(process.execPath, [main, "start"], {
    env: { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      const url = /Candor is ready: (http\S+)/.exec(chunk.toString())?.[1];
      if (url) resolve({ child, url, readyAfterMs: performance.now() - started, stop });
    });
  });
};

export const candor = (dataDir: string, args: string[], env: Record<string, string> = {}) =>
  execFileSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir, LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  }).trim();

/** Proportional memory in MB of a process and everything below it, PostgreSQL's processes included (they are named by `extra`). */
export const proportionalMemory = (pids: number[]): number => {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const line = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // it ended meanwhile
    }
  }
  const within = (pid: number): boolean =>
    pids.includes(pid) || (parents.has(pid) && parents.get(pid) !== 0 && within(parents.get(pid) ?? 0));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!within(pid)) continue;
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      // it ended meanwhile
    }
  }
  return kilobytes / 1024;
};

export const postmaster = (dataDir: string) => Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

export const percentile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));
