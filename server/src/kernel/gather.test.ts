import { expect, test } from "vitest";
import { gather } from "./gather.ts";
import { slots } from "./slots.ts";

/** A run that ends when told. */
const held = () => {
  const runs: { items: number[]; end: () => void }[] = [];
  const ask = gather(
    (items: number[]) =>
      new Promise<number[]>((resolve, reject) => {
        runs.push({ items, end: () => (items.includes(13) ? reject(new Error("unlucky")) : resolve(items.map((item) => item * 2))) });
      }),
    3,
  );
  return { runs, ask };
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("what is asked in one turn goes together, what comes during a run goes into the next, never more than the most", async () => {
  const { runs, ask } = held();
  const first = [ask(1), ask(2)];
  await turn();
  const later = [ask(3), ask(4), ask(5), ask(6)];
  await turn();
  expect(runs.map((run) => run.items)).toEqual([[1, 2]]);
  runs[0]?.end();
  expect(await Promise.all(first)).toEqual([2, 4]);
  await turn();
  runs[1]?.end();
  await turn();
  runs[2]?.end();
  expect(await Promise.all(later)).toEqual([6, 8, 10, 12]);
  expect(runs.map((run) => run.items)).toEqual([[1, 2], [3, 4, 5], [6]]);
});

test("a bad item fails alone", async () => {
  const { runs, ask } = held();
  const asked = Promise.allSettled([ask(1), ask(13), ask(2)]);
  for (let at = 0; at < 4; at += 1) {
    await turn();
    runs[at]?.end();
  }
  expect((await asked).map((one) => (one.status === "fulfilled" ? one.value : (one.reason as Error).message))).toEqual([2, "unlucky", 4]);
});

test("never more than so many have a slot, and who waits gets one in order", async () => {
  const room = slots(2);
  const inside: number[] = [];
  const enter = (who: number) => room.enter().then(() => inside.push(who));
  for (const who of [1, 2, 3, 4]) void enter(who);
  await turn();
  expect(inside).toEqual([1, 2]);
  room.leave();
  await turn();
  expect(inside).toEqual([1, 2, 3]);
  room.leave();
  room.leave();
  room.leave();
  await turn();
  await Promise.all([enter(5), enter(6)]);
  expect(inside).toEqual([1, 2, 3, 4, 5, 6]);
});
