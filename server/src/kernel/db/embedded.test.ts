import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isAlive } from "./lock.ts";

const main = join(import.meta.dirname, "../../main.ts");
const root = process.platform !== "win32" && process.getuid?.() === 0;
const folders: string[] = [];
const children: ChildProcess[] = [];

const aFolder = (parent = tmpdir()) => {
  const folder = mkdtempSync(join(parent, "candor-embedded-"));
  folders.push(folder);
  return folder;
};

type Started = { child: ChildProcess; output: () => string; url: Promise<string>; ended: Promise<number | null> };
const startOn = (dataDir: string, args: string[] = ["start"]): Started => {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let text = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /Candor is ready: (http\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    void ended.then(() => reject(new Error(`ended before it was ready: ${text}`)));
  });
  url.catch(() => {});
  return { child, output: () => text, url, ended };
};

const postmaster = (dataDir: string) => {
  const pointer = join(dataDir, "postgres.location");
  const cluster = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : join(dataDir, "postgres");
  return Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
};

afterEach(async () => {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }
  for (const folder of folders.splice(0)) {
    const pointer = join(folder, "postgres.location");
    if (existsSync(pointer)) rmSync(readFileSync(pointer, "utf8").trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a second start on the same data is refused with a sentence, and the first goes on", async () => {
  const folder = aFolder();
  const first = startOn(folder);
  const url = await first.url;
  const second = startOn(folder);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain("already runs on");
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test("after SIGKILL the database left behind is adopted: one server, the same data", async () => {
  const folder = aFolder();
  const first = startOn(folder);
  await first.url;
  const orphan = postmaster(folder);
  first.child.kill("SIGKILL");
  await first.ended;
  expect(isAlive(orphan, "postgres")).toBe(true);

  const second = startOn(folder);
  expect((await fetch(`${await second.url}/readyz`)).status).toBe(200);
  expect(postmaster(folder)).toBe(orphan);

  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect(isAlive(orphan, "postgres")).toBe(false);
});

test("when PostgreSQL is killed too, the next start recovers", async () => {
  const folder = aFolder();
  const first = startOn(folder);
  await first.url;
  const database = postmaster(folder);
  first.child.kill("SIGKILL");
  process.kill(database, "SIGKILL");
  await first.ended;
  const second = startOn(folder);
  expect((await fetch(`${await second.url}/readyz`)).status).toBe(200);
});

test("when PostgreSQL alone is killed, it is started again under the running server", async () => {
  const folder = aFolder();
  const running = startOn(folder);
  const url = await running.url;
  const killed = postmaster(folder);
  process.kill(killed, "SIGKILL");
  for (let tries = 0; tries < 200; tries++) {
    if (!isAlive(killed, "postgres") && (await fetch(`${url}/readyz`).then((answer) => answer.status)) === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const revived = postmaster(folder);
  expect(revived).not.toBe(killed);
  running.child.kill("SIGTERM");
  expect(await running.ended).toBe(0);
  expect(isAlive(revived, "postgres")).toBe(false);
});

test.runIf(root)("root may start it from a folder the unprivileged user cannot enter", async () => {
  const closed = aFolder();
  chmodSync(closed, 0o700);
  const folder = join(closed, "data");
  mkdirSync(folder, { mode: 0o700 });
  folders.push(folder);
  const running = startOn(folder);
  expect((await fetch(`${await running.url}/readyz`)).status).toBe(200);
  const owner = execFileSync("ps", ["-o", "uid=", "-p", String(postmaster(folder))], { encoding: "utf8" }).trim();
  expect(owner).not.toBe("0");

  // Begun anew in the same place, with another key: the cluster of before is not met again.
  const before = readFileSync(join(folder, "postgres.location"), "utf8").trim();
  running.child.kill("SIGTERM");
  await running.ended;
  rmSync(folder, { recursive: true, force: true });
  const anew = startOn(folder);
  expect((await fetch(`${await anew.url}/readyz`)).status).toBe(200);
  expect(readFileSync(join(folder, "postgres.location"), "utf8").trim()).not.toBe(before);
  rmSync(before, { recursive: true, force: true });
});
