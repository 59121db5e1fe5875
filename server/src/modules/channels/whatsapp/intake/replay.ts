import { sql } from "kysely";
import type { Kernel } from "../../../../kernel/module.ts";
import { parseJson } from "./parse.ts";
import { projectItems } from "./project.ts";
import { alone, isPassing } from "./project-batch.ts";

type ParkedRow = { id: string; app_id: string; item: unknown; reason: string; parked_at: Date; received_at: Date | null };
export type Replay = { state: "replayed" } | { state: "parked"; reason: string };

const batch = 200;
/** Worth trying again by itself once a number or account is connected. */
const waitsForNumber = ["unknown_number", "unknown_account"];

/** Projects what was parked because its number was not known; to be called when an app gets a number. Answers how many became rows. */
export const replayParkedFor = async (kernel: Kernel, appId: string): Promise<number> => {
  let replayed = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await sql<ParkedRow>`
      select p.id, p.app_id, p.item, p.reason, p.parked_at, j.received_at from intake_parked p left join intake_journal j on j.id = p.journal_id
       where p.app_id = ${appId} and p.resolved_at is null and p.reason = any(${waitsForNumber}::text[]) and p.id > ${after}::uuid order by p.id limit ${batch}`.execute(
      kernel.db.system,
    );
    for (const row of rows) {
      const outcome = await replayRow(kernel, row);
      if (outcome.state === "replayed") replayed += 1;
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) break;
  }
  kernel.live.wake();
  return replayed;
};

export const replayOne = async (kernel: Kernel, parkedId: string): Promise<Replay> => {
  const { rows } = await sql<ParkedRow>`
    select p.id, p.app_id, p.item, p.reason, p.parked_at, j.received_at from intake_parked p left join intake_journal j on j.id = p.journal_id where p.id = ${parkedId} and p.resolved_at is null`.execute(
    kernel.db.system,
  );
  const row = rows[0];
  if (!row) return { state: "replayed" };
  const outcome = await replayRow(kernel, row);
  kernel.live.wake();
  return outcome;
};

/** In turn with the projector of its app; waits for it a little. */
const replayRow = async (kernel: Kernel, row: ParkedRow): Promise<Replay> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const outcome = await alone(kernel, row.app_id, async (tx): Promise<Replay> => {
      const items = parseJson(row.item, row.received_at ?? row.parked_at);
      const { parked } = await projectItems(tx, row.app_id, items);
      const still = parked[0];
      if (still) {
        await sql`update intake_parked set tries = tries + 1, reason = ${still.reason}, detail = ${still.detail.slice(0, 300)} where id = ${row.id}`.execute(
          tx,
        );
        return { state: "parked", reason: still.reason };
      }
      await sql`update intake_parked set tries = tries + 1, resolved_at = now(), resolution = 'replayed' where id = ${row.id}`.execute(tx);
      return { state: "replayed" };
    }).catch(async (error) => {
      // A deadlock or an absent database says nothing about the item: it stays as it is, and the job tries again.
      if (isPassing(error)) throw error;
      const { code, constraint } = error as { code?: string; constraint?: string };
      await sql`update intake_parked set tries = tries + 1, reason = 'failed', detail = ${[code, constraint].filter(Boolean).join(" ") || "error"} where id = ${row.id}`.execute(
        kernel.db.system,
      );
      kernel.log.error({ err: error, parked: row.id }, "a parked item could not be replayed");
      return { state: "parked", reason: "failed" } as const;
    });
    if (outcome) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { state: "parked", reason: "busy" };
};
