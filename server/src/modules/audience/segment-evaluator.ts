import { sql } from "kysely";
import { type Consumer, consume } from "../../kernel/consumers.ts";
import type { Kernel } from "../../kernel/module.ts";
import { rounds } from "../../kernel/rounds.ts";
import { pass } from "./segment-pass.ts";
import { followDefinitions } from "./segment-rebuild.ts";
import { touchContacts } from "./segment-touch.ts";

const pollMs = 1000;
const definitionsMs = 60_000;

/** Any event may be one that somebody asks about. */
export const segmentsConsumer = (kernel: Kernel): Consumer => ({
  names: "all",
  batch: 1000,
  handle: async (tx, events) => {
    if ((await touchContacts(tx, events)) > 0) kernel.live.wake();
  },
});

/** Follows the event stream and the clock, for all organizations. Any number of processes may do so: one at a time takes an organization. */
export const startSegments = (kernel: Kernel): (() => Promise<void>) => {
  let stopped = false;
  const one = async (organizationId: string) => {
    for (let more = true; more && !stopped; ) {
      const passed = await pass(kernel, organizationId, new Date());
      if (passed.moved > 0) kernel.live.wake();
      if (passed.definitions) await followDefinitions(kernel, organizationId);
      more = passed.more && !passed.busy;
    }
  };
  const evaluating = rounds(
    async () => {
      for (const organizationId of await organizationsWithWork(kernel, new Date())) {
        // What is wrong with one organization is not the others' matter. Not the error's message: it may carry what a row holds.
        await one(organizationId).catch((error) => {
          kernel.log.error(
            { organizationId, kind: (error as Error).name, code: (error as { code?: string }).code },
            "a pass over segments failed; trying again",
          );
        });
      }
    },
    (error) => kernel.log.warn({ err: error }, "looking for segments to evaluate failed; trying again"),
  );
  const following = rounds(
    async () => {
      const { rows } = await sql<{ organization_id: string }>`select organization_id from segment_plans`.execute(kernel.db.system);
      for (const row of rows) if (!stopped) await followDefinitions(kernel, row.organization_id);
    },
    (error) => kernel.log.warn({ err: error }, "looking at the definitions of segments failed; trying again"),
  );
  const stopConsuming = consume(kernel, "segments", segmentsConsumer(kernel));
  const off = kernel.live.on("events", evaluating.ask);
  const polls = [setInterval(evaluating.ask, pollMs), setInterval(following.ask, definitionsMs)];
  evaluating.ask();
  return async () => {
    stopped = true;
    off();
    for (const poll of polls) clearInterval(poll);
    await stopConsuming();
    await Promise.all([evaluating.stop(), following.stop()]);
  };
};

/** Whose queue is not empty (found by skipping from organization to organization), or for whom time has come. */
export const organizationsWithWork = async (kernel: Kernel, now: Date): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive touched (id) as (
      (select organization_id from segment_touches order by organization_id limit 1)
      union all select (select t.organization_id from segment_touches t where t.organization_id > touched.id order by 1 limit 1) from touched where touched.id is not null)
    select id from touched where id is not null
    union select organization_id from segment_gone
    union select p.organization_id from segment_plans p
     where exists (select from leaf_state s where s.organization_id = p.organization_id and s.due_at <= ${now})`.execute(kernel.db.system);
  return rows.map((row) => row.id);
};
