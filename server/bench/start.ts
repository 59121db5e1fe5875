import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { percentile, postmaster, proportionalMemory, rounded, startServer } from "./process.ts";

/**
 * Time to the first answered request on an initialised database (median of 5), idle proportional memory of all processes, JavaScript of
 * the first load. The ceiling is a bare Node process that answers one HTTP request, measured in the same run.
 */
export const run = async () => {
  const folder = scratchFolder("bench-start");
  try {
    const first = await startServer(folder);
    const firstEver = first.readyAfterMs;
    await first.stop();
    const times: number[] = [];
    let memory = 0;
    for (let round = 0; round < 5; round++) {
      const started = performance.now();
      const server = await startServer(folder);
      try {
        await fetch(`${server.url}/healthz`);
        times.push(performance.now() - started);
        if (round === 4) {
          await pause(5000);
          memory = proportionalMemory([server.child.pid ?? 0, postmaster(folder)]);
        }
      } finally {
        await server.stop();
      }
    }
    const bare = await bareNode();
    const value = percentile(times, 0.5);
    return {
      bench: "start",
      value: rounded(value / 1000, 3),
      unit: "s",
      ceiling: rounded(bare / 1000, 3),
      ratio: rounded(bare / value, 3),
      detail: {
        startsMs: times.map((time) => rounded(time, 0)),
        firstEverMs: rounded(firstEver, 0),
        idleProportionalMemoryMb: rounded(memory, 1),
        ...firstLoad(),
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const bareNode = async () => {
  const { spawn } = await import("node:child_process");
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ["-e", "require('http').createServer((q,r)=>r.end('ok')).listen(0,'127.0.0.1',function(){console.log(this.address().port)})"],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const port = await new Promise<string>((resolve) => child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())));
    await fetch(`http://127.0.0.1:${port}/`);
    times.push(performance.now() - started);
    child.kill("SIGKILL");
  }
  return percentile(times, 0.5);
};

/** Compressed JavaScript of what a person opens first, the inbox's list, and of a link straight into a conversation: all chunks they need at once. */
const firstLoad = () => {
  const dist = join(import.meta.dirname, "../../web/dist");
  const manifestFile = join(dist, ".vite/manifest.json");
  if (!existsSync(manifestFile)) return { firstLoadKb: null };
  type Entry = { file: string; imports?: string[]; isEntry?: boolean };
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Record<string, Entry>;
  const kilobytes = (page: RegExp) => {
    const seen = new Set<string>();
    const visit = (key: string) => {
      if (seen.has(key)) return;
      seen.add(key);
      for (const next of manifest[key]?.imports ?? []) visit(next);
    };
    for (const [key, entry] of Object.entries(manifest)) if (entry.isEntry || page.test(key)) visit(key);
    return rounded([...seen].reduce((sum, key) => sum + gzipSync(readFileSync(join(dist, manifest[key]?.file ?? ""))).length, 0) / 1000, 1);
  };
  return {
    firstLoadKb: kilobytes(/src\/(frame\/(app-frame|index)|inbox\/inbox-page)/),
    firstLoadInConversationKb: kilobytes(/src\/(frame\/(app-frame|index)|inbox\/(inbox|conversation)-page)/),
  };
};
