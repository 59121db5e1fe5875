import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import { sql } from "kysely";
import type { Tx } from "./db/pools.ts";
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

/** Runs jobs until stopped; stopping lets those in hand finish. */
export const startJobs = async (kernel: Kernel, bodies: JobBodies, schedules: Schedule[]): Promise<() => Promise<void>> => {
  const runner: Runner = await run({
    pgPool: kernel.db.raw.owner,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
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
  return () => runner.stop();
};
