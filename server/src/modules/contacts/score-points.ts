/** What an event rule counts with. */
export type EventTerms = { points: number; atMost: number; windowDays: number | null; halfLifeDays: number | null };
export type Counted = { points: number; times: number; newestAt: Date | null; dueAt: Date | null };

const day = 86_400_000;
/** Points that fade are looked at no more often than this. */
const restMs = 15 * 60_000;

/**
 * What the newest events give at `now`, halves rounded away from zero, and when that changes by time alone: when the oldest that counts
 * leaves the window, or when what fades has lost its next whole point, though not before a quarter of an hour.
 */
export const countEvents = ({ points, atMost, windowDays, halfLifeDays }: EventTerms, moments: Date[], now: Date): Counted => {
  const since = windowDays === null ? Number.NEGATIVE_INFINITY : now.getTime() - windowDays * day;
  const counted = moments
    .map((moment) => moment.getTime())
    .filter((moment) => moment > since)
    .sort((a, b) => b - a)
    .slice(0, atMost);
  const [newest] = counted;
  if (newest === undefined) return { points: 0, times: 0, newestAt: null, dueAt: null };
  const weight = (moment: number) => (halfLifeDays === null ? 1 : 0.5 ** (Math.max(0, now.getTime() - moment) / (halfLifeDays * day)));
  const exact = points * counted.reduce((sum, moment) => sum + weight(moment), 0);
  const whole = Math.sign(exact) * Math.round(Math.abs(exact));
  const leaves = windowDays === null ? null : (counted.at(-1) ?? newest) + windowDays * day;
  const fades =
    halfLifeDays === null || whole === 0
      ? null
      : now.getTime() + Math.max(restMs, halfLifeDays * day * Math.log2(Math.abs(exact) / (Math.abs(whole) - 0.5)));
  const due = [leaves, fades].filter((moment) => moment !== null);
  return {
    points: whole === 0 ? 0 : whole,
    times: counted.length,
    newestAt: new Date(newest),
    dueAt: due.length === 0 ? null : new Date(Math.min(...due)),
  };
};
