import { rmSync } from "node:fs";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../src/kernel/db/embedded.ts";
import { migrate } from "../src/kernel/db/migrate.ts";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { keysFrom } from "../src/kernel/keys.ts";

export const testKey = "07".repeat(32);

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One PostgreSQL for the run with one migrated template; each test file clones it. Durability is switched off: nothing outlives the run. */
export default async (project: TestProject) => {
  const folder = scratchFolder("test");
  const keys = keysFrom(Buffer.from(testKey, "hex"));
  const embedded = await startEmbedded(folder, keys, "own", [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=400",
  ]);
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query("create database candor_template");
  await client.end();
  await migrate(embedded.url.replace(/\/postgres$/, "/candor_template"), keys);
  project.provide("databaseUrl", embedded.url);
  return async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
};
