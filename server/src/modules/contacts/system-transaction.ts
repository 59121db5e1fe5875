import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";

/**
 * For work that touches every table of a person, also those the app may only add to. Sees all organizations, so every query names its own.
 * Run again when a deadlock undid it: a message may come in the other order of locks meanwhile.
 */
export const systemTransaction = async <T>(ctx: Ctx, run: (tx: Tx) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      const result = await ctx.kernel.db.system.transaction().execute(run);
      ctx.kernel.live.wake();
      return result;
    } catch (error) {
      if ((error as { code?: unknown }).code !== "40P01" || tries === 5) throw error;
    }
  }
};
