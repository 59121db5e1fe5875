/** One line a scenario: what was done to it, and what came of it. */
export const tell = (scenario: string, counts: Record<string, number>): void => {
  const text = Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(", ");
  process.stdout.write(`kill ${scenario}: ${text}\n`);
};

/** Where a scenario is, for whoever waits. */
export const progress = (scenario: string) => {
  const begun = Date.now();
  return (what: string): void => void process.stdout.write(`kill ${scenario} ${Math.round((Date.now() - begun) / 1000)} s: ${what}\n`);
};
