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

/** Gives back what was taken for something that did not happen. */
export const giveBack = (db: Pools, key: string, budget: Budget) => take(db, key, budget, -1);

/** Empties a bucket for a while, in every process: what a provider's "slow down" asks for. */
export const rest = async (db: Pools, key: string, budget: Budget, seconds: number): Promise<void> => {
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
