import { expect, test } from "vitest";
import { aWorld } from "../../test/world.ts";
import { drawAll, rest } from "./rate.ts";

const world = await aWorld();
const db = world.kernel.db;
const wide = { key: "test:wide", budget: { capacity: 3, perSecond: 0.001 } };
const narrow = (name: string) => ({ key: `test:narrow:${name}`, budget: { capacity: 1, perSecond: 0.001 } });
const left = async (key: string) =>
  Math.round((await db.system.selectFrom("rate_buckets").select("tokens").where("key", "=", key).executeTakeFirstOrThrow()).tokens);

test("a draw takes from all its buckets or from none, and many draw at once", async () => {
  const [a, b, c] = [narrow("a"), narrow("b"), narrow("c")];
  const waits = await drawAll(db, [[a, wide], [a, wide], [b, wide], [], [c, wide], [c, wide]]);
  expect(waits.map((wait) => wait > 0)).toEqual([false, true, false, false, false, true]);
  expect(await left(wide.key)).toBe(0);
  const [late] = await drawAll(db, [[narrow("d"), wide]]);
  expect(late).toBeGreaterThan(900);
  expect(await left("test:narrow:d")).toBe(1);
});

test("processes that draw at the same time share what there is and never wait for one another in a circle", async () => {
  const buckets = Array.from({ length: 6 }, (_each, n) => ({ key: `test:shared:${n}`, budget: { capacity: 20, perSecond: 0.001 } }));
  const waits = await Promise.all(
    Array.from({ length: 40 }, (_each, n) => drawAll(db, [buckets.toSorted(() => (n % 2 ? 1 : -1)), buckets.toReversed()])),
  );
  expect(waits.flat().filter((wait) => wait === 0)).toHaveLength(20);
});

test("a bucket that rests gives nothing to anybody until then", async () => {
  const bucket = { key: "test:rests", budget: { capacity: 80, perSecond: 70 } };
  await rest(db, bucket.key, bucket.budget, 30);
  const [wait] = await drawAll(db, [[bucket]]);
  expect(wait).toBeGreaterThan(29);
});
