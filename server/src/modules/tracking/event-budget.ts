import type { Kernel } from "../../kernel/module.ts";
import { requireBudget } from "../../kernel/rate.ts";

/**
 * Events a second, per key, shared by all processes through the database; bursts of ten seconds' worth. A process draws a quarter of a
 * second's worth at a time; what it does not use lapses after a second.
 */
export const eventBudget = (kernel: Kernel) => {
  const drawn = new Map<string, { left: number; until: number }>();
  return async (keyId: string, perSecond: number, count: number): Promise<void> => {
    const now = Date.now();
    const have = drawn.get(keyId);
    if (have && have.until > now && have.left >= count) {
      have.left -= count;
      return;
    }
    const slice = Math.max(count, Math.ceil(perSecond / 4));
    // A whole batch has to fit, however small the rate.
    await requireBudget(kernel.db, `events:${keyId}`, { capacity: Math.max(perSecond * 10, 2_000), perSecond }, slice);
    if (drawn.size > 10_000) drawn.clear();
    const rest = have && have.until > now ? have.left : 0;
    drawn.set(keyId, { left: rest + slice - count, until: now + 1000 });
  };
};
