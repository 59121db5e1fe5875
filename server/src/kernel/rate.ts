import { sql } from "kysely";
import type { Pools } from "./db/pools.ts";
import { tooMany } from "./errors.ts";

export type Budget = { capacity: number; perSecond: number };

/** Takes from a token bucket shared by all processes. Answers the seconds to wait, 0 when taken. */
export const take = async (db: Pools, key: string, budget: Budget, cost = 1): Promise<number> => {
  const { rows } = await sql<{
    wait: number;
  }>`select candor_take(${key}, ${budget.capacity}, ${budget.perSecond}, ${cost}) as wait`.execute(db.system);
  return rows[0]?.wait ?? 0;
};

export type Draw = { key: string; budget: Budget }[];

/** One token from each of its buckets for every draw, or none of them; answers the seconds each has to wait, 0 where it has drawn. */
export const drawAll = async (db: Pools, draws: Draw[]): Promise<number[]> => {
  const budgets = new Map(draws.flat().map(({ key, budget }) => [key, budget]));
  if (budgets.size === 0) return draws.map(() => 0);
  const keys = [...budgets.keys()];
  const place = new Map(keys.map((key, at) => [key, at + 1]));
  const drawn = draws.flatMap((draw, who) => draw.map(({ key }) => ({ who, what: place.get(key) })));
  const { rows } = await sql<{ waits: number[] }>`select candor_draw(${keys}, ${keys.map((key) => budgets.get(key)?.capacity)}::float8[],
    ${keys.map((key) => budgets.get(key)?.perSecond)}::float8[], ${drawn.map(({ who }) => who)}::int[], ${drawn.map(({ what }) => what)}::int[]) as waits`.execute(
    db.system,
  );
  // A draw of no bucket has no place in the answer.
  const waits = rows[0]?.waits.values();
  return draws.map((draw) => (draw.length === 0 ? 0 : (waits?.next().value ?? 0)));
};

/** Empties a bucket for a while, in every process: what a provider's "slow down" asks for. */
export const rest = async (db: Pick<Pools, "system">, key: string, budget: Budget, seconds: number): Promise<void> => {
  const tokens = -seconds * budget.perSecond;
  await sql`insert into rate_buckets as b (key, tokens, updated_at) values (${key}, ${tokens}, clock_timestamp())
    on conflict (key) do update set tokens = least(b.tokens, excluded.tokens), updated_at = clock_timestamp()`.execute(db.system);
};

export const requireBudget = async (db: Pools, key: string, budget: Budget, cost = 1): Promise<void> => {
  const wait = await take(db, key, budget, cost);
  if (wait > 0) throw tooMany(wait);
};

/**
 * For hot edges: a process draws `slice` tokens at a time, so that one database call covers many requests. Unused draws are at most
 * one slice per process and key, and lapse after a second.
 */
export const slicedLimiter = (db: Pools, budget: Budget, slice: number) => {
  const drawn = new Map<string, { left: number; until: number }>();
  return async (key: string): Promise<void> => {
    const now = Date.now();
    const have = drawn.get(key);
    if (have && have.left > 0 && have.until > now) {
      have.left -= 1;
      return;
    }
    await requireBudget(db, key, budget, slice);
    if (drawn.size > 10_000) drawn.clear();
    drawn.set(key, { left: slice - 1, until: now + 1000 });
  };
};
