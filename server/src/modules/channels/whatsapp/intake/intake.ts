import { sql } from "kysely";
import type { Kernel } from "../../../../kernel/module.ts";
import { rounds } from "../../../../kernel/rounds.ts";
import { sweepEarly } from "../../../conversations/index.ts";
import { heed } from "../sending/heed.ts";
import { projectBatch } from "./project-batch.ts";

const pollMs = 1000;
const restMs = 1000;
/** How long two transactions may pass one another; far more than one takes. */
const sweepSeconds = 20;
/** As long as early arrivals are kept: what was missed because the last process was killed is found by the next. */
const everSeconds = 7 * 86_400;

/** Starts the projector; answers how to stop it. Any number of processes may run one: each app is projected by one at a time. */
export const startIntake = async (kernel: Kernel): Promise<() => Promise<void>> => {
  let stopped = false;
  let sweepUntil = Date.now() + sweepSeconds * 1000;
  let restUntil = 0;

  const round = async () => {
    let more = true;
    while (more && !stopped) {
      more = false;
      for (const appId of await pendingApps(kernel)) {
        if (stopped) return;
        // What stops one app's projection stops no other's.
        const done = await projectBatch(kernel, appId).catch((error) => {
          restUntil = Date.now() + restMs;
          kernel.log.warn({ err: error, app: appId }, "projecting an app stopped for a moment; trying again");
          return null;
        });
        if (!done || done.bodies === 0) continue;
        more = true;
        if (done.early) sweepUntil = Date.now() + sweepSeconds * 1000;
        kernel.metrics.count("candor_intake_bodies_total", {}, done.bodies);
        kernel.live.wake();
      }
    }
  };
  const projecting = rounds(round, (error) => {
    restUntil = Date.now() + restMs;
    kernel.log.warn({ err: error }, "projecting stopped for a moment; trying again");
  });
  const pump = () => {
    if (Date.now() >= restUntil) projecting.ask();
  };
  let sweeping: Promise<void> | undefined;
  let lookBack = everSeconds;
  const sweep = () => {
    if (stopped || sweeping || Date.now() > sweepUntil) return;
    sweeping = sweepEarly(kernel.db.system, lookBack, heed)
      .then((found) => {
        if (found > 0) kernel.live.wake();
        else lookBack = sweepSeconds;
      })
      .catch((error) => kernel.log.warn({ err: error }, "early arrivals could not be matched; trying again"))
      .finally(() => {
        sweeping = undefined;
      });
  };

  kernel.metrics.gauge("candor_intake_pending", () => countPending(kernel));
  const off = kernel.live.on("intake", pump);
  const poll = setInterval(() => {
    pump();
    sweep();
  }, pollMs);
  pump();
  return async () => {
    stopped = true;
    off();
    clearInterval(poll);
    await projecting.stop();
    await sweeping;
  };
};

/** The apps with something to project. Steps from one app to the next in the partial index instead of reading all of it. */
const pendingApps = async (kernel: Kernel): Promise<string[]> => {
  const { rows } = await sql<{ app_id: string }>`
    with recursive apps as (
      (select app_id from intake_journal where projected_at is null order by app_id limit 1)
      union all
      select (select j.app_id from intake_journal j where j.projected_at is null and j.app_id > apps.app_id order by j.app_id limit 1) from apps where apps.app_id is not null)
    select app_id from apps where app_id is not null`.execute(kernel.db.system);
  return rows.map((row) => row.app_id);
};

const countPending = async (kernel: Kernel): Promise<number> => {
  const { rows } = await sql<{ pending: string }>`select count(*) as pending from intake_journal where projected_at is null`.execute(
    kernel.db.system,
  );
  return Number(rows[0]?.pending ?? 0);
};
