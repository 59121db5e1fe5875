import { expect, test } from "vitest";
import { rounds } from "./rounds.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("one round at a time, once more for all who asked meanwhile, on after a failure, and none after the stop", async () => {
  const ends: { done: () => void; fail: () => void }[] = [];
  const failures: unknown[] = [];
  const work = rounds(
    () => new Promise<void>((done, reject) => ends.push({ done, fail: () => reject(new Error("away")) })),
    (error) => failures.push((error as Error).message),
  );
  work.ask();
  work.ask();
  work.ask();
  expect(ends).toHaveLength(1);
  ends[0]?.fail();
  await turn();
  expect([ends.length, failures]).toEqual([2, ["away"]]);
  ends[1]?.done();
  await turn();
  expect(ends).toHaveLength(2);
  work.ask();
  work.ask();
  let stopped = false;
  const stopping = work.stop().then(() => {
    stopped = true;
  });
  await turn();
  expect(stopped).toBe(false);
  ends[2]?.done();
  await stopping;
  work.ask();
  await turn();
  expect(ends).toHaveLength(3);
});
