import { Refusal } from "../../kernel/errors.ts";
import type { Kernel } from "../../kernel/module.ts";
import { rounds } from "../../kernel/rounds.ts";

export type Task = { organizationId: string; id: string };
export type Work = {
  name: string;
  /** What is under way, oldest first; also what another process has in hand. */
  find: (kernel: Kernel) => Promise<Task[]>;
  /** Does it to its end, or until `isStopping`. */
  run: (kernel: Kernel, task: Task, isStopping: () => boolean) => Promise<void>;
  fail: (kernel: Kernel, task: Task, code: string) => Promise<void>;
};

const pollMs = 500;
/** An error that is nobody's input may pass (the database was away): so many tries, each a little later. */
const mostTries = 5;

/**
 * Long work over a whole file, one at a time in each process and each piece of it in one process. Not a job: those have a few places for all
 * modules, and a process that ends waits for them, where this stops within a batch. Who has it in hand holds an advisory lock on a
 * connection, which ends with its process; so what a killed process had is taken up by another, or the next, at once.
 */
export const startWork = (kernel: Kernel, work: Work): (() => Promise<void>) => {
  let stopped = false;
  const tries = new Map<string, { count: number; until: number }>();
  const round = async () => {
    for (const task of await work.find(kernel)) {
      if (stopped) return;
      if ((tries.get(task.id)?.until ?? 0) > Date.now()) continue;
      await held(kernel, `${work.name}:${task.id}`, async () => {
        try {
          await work.run(kernel, task, () => stopped);
          tries.delete(task.id);
        } catch (error) {
          await failed(task, error);
        }
      });
    }
  };
  const failed = async (task: Task, error: unknown) => {
    const count = (tries.get(task.id)?.count ?? 0) + 1;
    if (error instanceof Refusal) return work.fail(kernel, task, error.code);
    kernel.log.warn({ err: error, work: work.name, id: task.id, count }, "work on a file failed");
    if (count >= mostTries) {
      tries.delete(task.id);
      return work.fail(kernel, task, "internal");
    }
    tries.set(task.id, { count, until: Date.now() + count * 2000 });
  };
  const looking = rounds(round, (error) => kernel.log.warn({ err: error, work: work.name }, "looking for work on files failed"));
  const timer = setInterval(looking.ask, pollMs);
  looking.ask();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await looking.stop();
  };
};

/** Runs it where nobody else has it in hand. */
const held = async (kernel: Kernel, name: string, run: () => Promise<void>) => {
  const client = await kernel.db.raw.system.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as mine", [name]);
    if (!rows[0]?.mine) return;
    await run();
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    client.release();
  } catch (error) {
    // With the connection the lock goes.
    client.release(true);
    throw error;
  }
};
