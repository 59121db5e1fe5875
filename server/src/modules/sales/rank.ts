import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";

const gap = 1024;
export type Where = { beforeId?: string | undefined; afterId?: string | undefined };

/**
 * The number of a place in a column, whose stage the caller holds: between its neighbours, or a step beyond the end. Where halving has
 * used up the room between two, the column is numbered anew and the place looked for again.
 */
export const rankAt = async (tx: Tx, ctx: Ctx, stageId: string, where: Where, movedId: string | null): Promise<number> => {
  for (const again of [false, true]) {
    const { above, below } = await neighbours(tx, ctx, stageId, where, movedId);
    if (above === null) return (below ?? 0) - gap;
    if (below === null) return above + gap;
    const middle = (above + below) / 2;
    if (above < middle && middle < below) return middle;
    if (!again) await numberAnew(tx, ctx, stageId);
  }
  throw new Error("A column numbered anew has no room between two deals");
};

type Neighbours = { above: number | null; below: number | null };

const neighbours = async (tx: Tx, ctx: Ctx, stageId: string, { beforeId, afterId }: Where, movedId: string | null): Promise<Neighbours> => {
  const column = sql`organization_id = ${ctx.organizationId} and stage_id = ${stageId} and id is distinct from ${movedId}::uuid`;
  const [named, field] = beforeId !== undefined ? [beforeId, "beforeId"] : [afterId, "afterId"];
  if (named === undefined) {
    const { rows } = await sql<{ rank: number }>`select rank from deals where ${column} order by rank, id limit 1`.execute(tx);
    return { above: null, below: rows[0]?.rank ?? null };
  }
  const { rows: found } = await sql<{ rank: number }>`select rank from deals where ${column} and id = ${named}`.execute(tx);
  const at = found[0]?.rank;
  if (at === undefined)
    throw invalid(field ?? "beforeId", "This deal is not in that stage.", "Name one of the stage, or none for its top.");
  const { rows } =
    beforeId !== undefined
      ? await sql<{
          rank: number;
        }>`select rank from deals where ${column} and (rank, id) < (${at}, ${named}::uuid) order by rank desc, id desc limit 1`.execute(tx)
      : await sql<{
          rank: number;
        }>`select rank from deals where ${column} and (rank, id) > (${at}, ${named}::uuid) order by rank, id limit 1`.execute(tx);
  const next = rows[0]?.rank ?? null;
  return beforeId !== undefined ? { above: next, below: at } : { above: at, below: next };
};

const numberAnew = (tx: Tx, ctx: Ctx, stageId: string) =>
  sql`update deals d set rank = n.place * ${gap} from (
        select id, row_number() over (order by rank, id) as place from deals where organization_id = ${ctx.organizationId} and stage_id = ${stageId}) n
       where d.organization_id = ${ctx.organizationId} and d.id = n.id`.execute(tx);
