import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import { sql } from "kysely";
import type { Tx } from "./db/pools.ts";
import { keepWorkers, type Workers } from "./job-workers.ts";
import type { Kernel } from "./module.ts";

export type JobBodies = Record<string, (kernel: Kernel, payload: Record<string, unknown>) => Promise<void>>;
export type Schedule = { job: string; cron: string; why: string };

/** Queues a job in the caller's transaction: it runs if and only if the transaction commits. */
export const enqueue = async (
  tx: Tx,
  job: string,
  payload: Record<string, unknown>,
  options: { key?: string; runAt?: Date; queue?: string; attempts?: number } = {},
) => {
  await sql`select candor_enqueue(${job}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.runAt ?? null}::timestamptz, ${options.queue ?? null}, ${options.attempts ?? 25})`.execute(
    tx,
  );
};

const restMs = 1000;

/**
 * Runs jobs until stopped; stopping lets those in hand finish. The runner ends itself when the database goes away while it has a job in
 * hand; then another is started as soon as there is one again.
 */
export const startJobs = async (kernel: Kernel, bodies: JobBodies, schedules: Schedule[]): Promise<() => Promise<void>> => {
  const workers = await keepWorkers(kernel);
  const begin = (): Promise<Runner> => runOnce(kernel, bodies, schedules, workers);
  let stopped = false;
  let runner = await begin();
  let reviving: Promise<void> | undefined;
  const watch = (watched: Runner) => {
    watched.promise
      .catch((error) => kernel.log.warn({ err: error }, "the job runner ended; starting another"))
      .finally(() => {
        workers.forget();
        if (!stopped) reviving = revive();
      });
  };
  const revive = async () => {
    while (!stopped) {
      try {
        runner = await begin();
        return watch(runner);
      } catch (error) {
        kernel.log.warn({ err: error }, "the job runner could not be started; trying again");
        await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    }
  };
  watch(runner);
  return async () => {
    stopped = true;
    await reviving;
    await runner.stop().catch(() => {});
    await workers.stop();
  };
};

const runOnce = (kernel: Kernel, bodies: JobBodies, schedules: Schedule[], workers: Workers): Promise<Runner> =>
  run({
    pgPool: kernel.db.raw.owner,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    events: workers.events,
    // Not as crontab text: its names allow no dots, ours have them.
    parsedCronItems: parseCronItems(
      schedules.map((schedule) => ({ task: schedule.job, match: schedule.cron, options: { maxAttempts: 3 } })),
    ),
    // Payloads may hold ids only, and still are not logged.
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") kernel.log.warn({ worker: message.replace(/payload.*/s, "") }, "job runner");
    }),
    taskList: Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        name,
        async (payload: unknown) => {
          await body(kernel, (payload ?? {}) as Record<string, unknown>);
        },
      ]),
    ),
  });
