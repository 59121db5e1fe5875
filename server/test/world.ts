import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { type Role, type Running, start } from "../src/app.ts";
import { readConfig } from "../src/config.ts";

const testKey = "07".repeat(32);

export type World = Running & { databaseUrl: string; dataDir: string };

/** A whole Candor on a clone of the template and a free port, for one test file. Ends with the file. */
export const aWorld = async (env: Record<string, string> = {}, role: Role = "all"): Promise<World> => {
  const serverUrl = inject("databaseUrl");
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await cloneTemplate(admin, name);
  const dataDir = mkdtempSync(join(tmpdir(), "candor-world-"));
  const databaseUrl = serverUrl.replace(/\/postgres$/, `/${name}`);
  const running = await start(
    readConfig({
      PORT: "0",
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      CANDOR_KEY: testKey,
      LOG_LEVEL: "silent",
      SIGN_UP: "open",
      PASSWORD_COST: "4",
      ...env,
    }),
    role,
  );
  afterAll(async () => {
    await running.stop();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { ...running, databaseUrl, dataDir };
};

/** `create database ... template` needs the template unused; two files may ask at the same moment. */
const cloneTemplate = async (admin: pg.Client, name: string) => {
  await admin.query("select pg_advisory_lock(4711)");
  try {
    await admin.query(`create database ${name} template candor_template strategy file_copy`);
  } finally {
    await admin.query("select pg_advisory_unlock(4711)");
  }
};
