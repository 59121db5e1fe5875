import { limits } from "./limits.ts";

type Told = { timestamp?: unknown; sentAt?: unknown };
const oldest = Date.UTC(2000, 0, 1);
const moment = (value: unknown): number | null => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  // Dates without a time zone mean another moment in each place.
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
};

/**
 * When it happened by our clock, in milliseconds. A sender's clock may be wrong by years; how much time passed between happening and
 * sending it knows, so that is taken off the moment of arrival. The future is now. Answers a sentence where the time cannot be used.
 */
export const happenedAt = (told: Told, receivedAt: number, trusted: boolean): number | string => {
  if (told.timestamp === undefined || told.timestamp === null) return receivedAt;
  const timestamp = moment(told.timestamp);
  if (timestamp === null) return "Write the time as ISO 8601 with its zone, such as 2026-11-22T10:00:00.000Z.";
  const sentAt = told.sentAt === undefined || told.sentAt === null ? null : moment(told.sentAt);
  const at = Math.min(receivedAt, sentAt === null ? timestamp : receivedAt - (sentAt - timestamp));
  if (!trusted && at < receivedAt - limits.pastDays * 86_400_000)
    return "This is more than a year ago; only a server's API key may tell so.";
  if (at < oldest) return "This is before the year 2000.";
  return at;
};
