import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import type { Kernel } from "../../kernel/module.ts";
import { activeRules, lockScores, scoreContacts } from "./score.ts";

/** After the rules changed everybody is counted again, from the beginning, in the background. */
export const countAgain = async (tx: Tx, organizationId: string): Promise<void> => {
  await sql`insert into score_passes (organization_id) values (${organizationId})
    on conflict (organization_id) do update set reached = default, counted = 0, started_at = now(), finished_at = null`.execute(tx);
  await enqueue(tx, "contacts_score_all", { organizationId }, { key: `score:${organizationId}` });
};

const batch = 1000;

/** How far it has come stands beside what it wrote: it may be ended at any point, and begins again when the rules change meanwhile. */
const countAll = async (kernel: Kernel, organizationId: string): Promise<void> => {
  for (let more = true; more; ) {
    more = await kernel.db.system.transaction().execute(async (tx) => {
      await lockScores(tx, organizationId);
      const pass = await tx
        .selectFrom("score_passes")
        .select("reached")
        .where("organization_id", "=", organizationId)
        .where("finished_at", "is", null)
        .forUpdate()
        .executeTakeFirst();
      if (!pass) return false;
      const rows = await tx
        .selectFrom("contacts")
        .select("id")
        .where("organization_id", "=", organizationId)
        .where("id", ">", pass.reached)
        .orderBy("id")
        .limit(batch)
        .execute();
      const ids = rows.map((row) => row.id);
      await scoreContacts(tx, organizationId, ids, await activeRules(tx, organizationId), new Date());
      const ended = ids.length < batch;
      await tx
        .updateTable("score_passes")
        .set({
          counted: sql<number>`counted + ${ids.length}`,
          ...(ended ? { finished_at: new Date() } : { reached: ids.at(-1) ?? pass.reached }),
        })
        .where("organization_id", "=", organizationId)
        .execute();
      // Nobody has points of them any more.
      if (ended)
        await tx.deleteFrom("score_rules").where("organization_id", "=", organizationId).where("removed_at", "is not", null).execute();
      return !ended;
    });
    kernel.live.wake("events");
  }
};

export const scoreJobs: JobBodies = { contacts_score_all: (kernel, payload) => countAll(kernel, String(payload.organizationId)) };
