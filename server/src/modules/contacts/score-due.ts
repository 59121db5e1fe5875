import type { ContactCondition } from "./condition.api.ts";
import { localMoment } from "./field-read-date.ts";

const day = 86_400_000;

/**
 * Not before when a condition can change its answer by time alone: the next midnight of the organization at which a date of the contact
 * enters or leaves the days asked for, or that moment itself. Sooner than it must be now and then, never later. Null: time does not matter.
 */
export const conditionDue = (condition: ContactCondition, value: Date | null, now: Date, timeZone: string): Date | null => {
  if (!asksDays(condition) || value === null) return null;
  const days = Number(condition.value) * day;
  const candidates = [value.getTime()];
  for (const edge of [value.getTime() - days, value.getTime(), value.getTime() + days])
    for (let after = -1; after <= 2; after++) candidates.push(localMoment(Math.floor(edge / day) * day + after * day, timeZone));
  const next = Math.min(...candidates.filter((moment) => moment > now.getTime()));
  return Number.isFinite(next) ? new Date(next) : null;
};

export const asksDays = (condition: ContactCondition): condition is Extract<ContactCondition, { about: "field" }> =>
  condition.about === "field" && ["in_last_days", "not_in_last_days", "in_next_days"].includes(condition.op);
