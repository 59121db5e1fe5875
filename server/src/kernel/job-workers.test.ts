import { sql } from "kysely";
import { expect, test } from "vitest";
import { eventually } from "../../test/builders.ts";
import { aWorld } from "../../test/world.ts";
import { newId } from "./id.ts";

const world = await aWorld();
const owner = world.kernel.db.raw.owner;
/** A job that some worker took a while ago and has not finished. */
const aJobInHand = async (worker: string) => {
  const key = newId();
  await sql`select candor_enqueue('conversations.forget-file', ${JSON.stringify({ organizationId: newId(), fileId: newId() })}::json, ${key}, now() + interval '1 hour', null, 5)`.execute(
    world.kernel.db.system,
  );
  await owner.query(
    "update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute', run_at = now() - interval '1 minute' where key = $2",
    [worker, key],
  );
  return key;
};
const isThere = async (key: string) =>
  (await owner.query("select 1 from graphile_worker._private_jobs where key = $1", [key])).rowCount === 1;

test("a job in the hands of a worker that was killed is done by another within seconds", async () => {
  const key = await aJobInHand("worker-of-a-dead-process");
  await eventually(async () => !(await isThere(key)), "the job to be done");
});

test("a job in the hands of a worker that lives stays with it", async () => {
  const [living, dead] = ["worker-of-another-process", "worker-of-one-more-dead-process"];
  const process = await owner.connect();
  await process.query("select pg_advisory_lock(20771, hashtext($1))", [living]);
  const [kept, given] = [await aJobInHand(living), await aJobInHand(dead)];
  await eventually(async () => !(await isThere(given)), "the other job to be done");
  expect(await isThere(kept)).toBe(true);
  process.release(true);
  await eventually(async () => !(await isThere(kept)), "the job to be given back once its process is gone");
});
