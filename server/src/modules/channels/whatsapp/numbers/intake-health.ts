import { sql } from "kysely";
import type { Ctx } from "../../../../kernel/module.ts";
import type { NumberRow } from "./number.ts";

export type IntakeHealth = { waiting: number; lagSeconds: number; p95Seconds: number | null };

/** A page may not make the journal work: what takes longer than this is not told. */
const patienceMs = 400;
const sample = 500;

/** How far the projector is behind with the app of a number. Of the journal only times are read. */
export const intakeHealth = async (ctx: Ctx, number: NumberRow): Promise<IntakeHealth> => {
  if (!number.app_id) return { waiting: 0, lagSeconds: 0, p95Seconds: null };
  const { rows } = await sql<{ waiting: number; lag: number }>`
    select count(*)::int as waiting, coalesce(extract(epoch from now() - min(received_at)), 0)::float8 as lag
      from (select received_at from intake_journal where app_id = ${number.app_id} and projected_at is null order by id limit 1000) oldest`.execute(
    ctx.kernel.db.system,
  );
  return { waiting: rows[0]?.waiting ?? 0, lagSeconds: Math.max(0, rows[0]?.lag ?? 0), p95Seconds: await p95(ctx, number.app_id) };
};

const p95 = (ctx: Ctx, appId: string): Promise<number | null> =>
  ctx.kernel.db.system
    .transaction()
    .execute(async (tx) => {
      await sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`.execute(tx);
      const { rows } = await sql<{ p95: number | null }>`
        select percentile_cont(0.95) within group (order by greatest(0, extract(epoch from projected_at - received_at)))::float8 as p95
          from (select projected_at, received_at from intake_journal
                 where received_at > now() - interval '1 hour' and app_id = ${appId} and projected_at is not null
                 order by received_at desc limit ${sample}) recent`.execute(tx);
      return rows[0]?.p95 ?? null;
    })
    .catch((error) => {
      if ((error as { code?: string }).code === "57014") return null;
      throw error;
    });
