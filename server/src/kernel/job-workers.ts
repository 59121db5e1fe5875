import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type pg from "pg";
import type { Kernel } from "./module.ts";
import { rounds } from "./rounds.ts";

export type Workers = {
  /** Tells which workers there are; to be given to the runner. */
  events: WorkerEvents;
  /** The runner ended, and its workers with it. */
  forget: () => void;
  stop: () => Promise<void>;
};

const lookMs = 5_000;
/** The class of the advisory locks by which processes see which workers live. */
const lockClass = 20_771;

/**
 * A job in hand when its process is killed stays locked by a worker that is no more, for four hours if nobody looks (graphile-worker).
 * Each worker therefore holds an advisory lock on a connection of its process, which ends with the process; whose lock is free is dead,
 * and its jobs go to the living. A job that is run a second time for this finds its work done or does it again: jobs are resumable.
 */
export const keepWorkers = async (kernel: Kernel): Promise<Workers> => {
  const events: WorkerEvents = new EventEmitter();
  const mine = new Set<string>();
  const held = new Set<string>();
  let client: pg.PoolClient | undefined;

  events.on("worker:create", ({ worker }) => {
    mine.add(worker.workerId);
    looking.ask();
  });
  const lock = async (id: string) => client?.query("select pg_advisory_lock($1, hashtext($2))", [lockClass, id]);
  const connected = async () => {
    if (client) return client;
    const fresh = await kernel.db.raw.owner.connect();
    fresh.once("error", () => drop(fresh));
    client = fresh;
    held.clear();
    return fresh;
  };
  const drop = (broken: pg.PoolClient) => {
    if (client !== broken) return;
    client = undefined;
    broken.release(true);
  };
  const round = async () => {
    const connection = await connected();
    for (const id of mine) {
      if (held.has(id)) continue;
      await lock(id);
      held.add(id);
    }
    const { rows } = await connection.query<{ worker: string }>(
      `select locked_by as worker from graphile_worker._private_jobs where locked_by is not null and locked_at < now() - interval '5 seconds'
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null and locked_at < now() - interval '5 seconds'`,
    );
    for (const { worker } of rows) {
      if (mine.has(worker)) continue;
      const { rows: tried } = await connection.query<{ free: boolean }>("select pg_try_advisory_lock($1, hashtext($2)) as free", [
        lockClass,
        worker,
      ]);
      if (!tried[0]?.free) continue;
      await connection.query("select graphile_worker.force_unlock_workers($1)", [[worker]]);
      await connection.query("select pg_advisory_unlock($1, hashtext($2))", [lockClass, worker]);
      kernel.log.info({ worker }, "jobs of a worker that is no more were given back");
    }
  };
  const looking = rounds(round, (error) => {
    if (client) drop(client);
    kernel.log.warn({ err: error }, "looking for jobs of dead workers failed; trying again");
  });
  const timer = setInterval(looking.ask, lookMs);
  return {
    events,
    forget: () => {
      // Their locks go with the connection; the next look opens another.
      mine.clear();
      if (client) drop(client);
    },
    stop: async () => {
      clearInterval(timer);
      await looking.stop();
      client?.release(true);
      client = undefined;
    },
  };
};
