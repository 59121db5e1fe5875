/** The same in every run of the same seed: KILL_SEED tries others. */
export const chances = (seed = Number(process.env.KILL_SEED ?? 20261122)) => {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    next,
    between: (low: number, high: number) => low + next() * (high - low),
    whole: (below: number) => Math.floor(next() * below),
    oneOf: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T,
  };
};
export type Chances = ReturnType<typeof chances>;
