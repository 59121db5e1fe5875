import { type SqlBool, sql } from "kysely";
import type { Kernel } from "../../../../kernel/module.ts";
import { replayOne } from "./replay.ts";

/** Which items of no organization. */
export type Stray = { id?: string | undefined; reason?: string | undefined };

const open = ({ id, reason }: Stray) =>
  sql<SqlBool>`organization_id is null and resolved_at is null ${id ? sql`and p.id = ${id}` : sql``} ${reason ? sql`and reason = ${reason}` : sql``}`;

/** Without their content: it is somebody's, and nobody knows whose. */
export const strayItems = async (kernel: Kernel, which: Stray) => {
  const { rows } = await sql<{
    id: string;
    app: string | null;
    kind: string;
    reason: string;
    detail: string | null;
    tries: number;
    parkedAt: Date;
  }>`
    select p.id, a.graph_app_id as app, kind, reason, detail, tries, parked_at as "parkedAt"
      from intake_parked p left join meta_apps a on a.id = p.app_id where ${open(which)} order by p.id`.execute(kernel.db.system);
  return rows;
};

export const replayStray = async (kernel: Kernel, which: Stray) => {
  let [replayed, stillParked] = [0, 0];
  for (const { id } of await strayItems(kernel, which)) {
    if ((await replayOne(kernel, id)).state === "replayed") replayed += 1;
    else stillParked += 1;
  }
  return { replayed, stillParked };
};

export const discardStray = async (kernel: Kernel, which: Stray) => {
  const gone = await sql`update intake_parked p set resolved_at = now(), resolution = 'discarded' where ${open(which)}`.execute(
    kernel.db.system,
  );
  return { discarded: Number(gone.numAffectedRows ?? 0) };
};
