import type { operators } from "./condition.api.ts";

type Operator = (typeof operators)[number];

/** `day`: a calendar date without a time, kept at midnight UTC. `moment`: a point in time, which is a day only in some time zone. */
export type DateKind = "day" | "moment";

/** Bounds of a value; `open`: the bound itself is outside. */
export type Bounds = { min?: Date; minOpen?: boolean; max?: Date; maxOpen?: boolean };

const dayText = /^\d{4}-\d\d-\d\d$/;

/** An ISO date, or a moment with its offset. */
export const isDateText = (value: unknown): value is string => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d/.test(value)) return false;
  try {
    if (dayText.test(value)) Temporal.PlainDate.from(value);
    else Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
};

/**
 * What a date must lie between for the condition to hold; the negations (is_not, not_in_last_days) hold where their opposite does not.
 * A value that is a date means the whole of that day where the organization is; one that is a moment means that moment. Days count by the
 * calendar: the last 7 days are today until now and the seven days before it, so that at one midnight a whole day leaves.
 */
export const dateBounds = (kind: DateKind, op: Operator, value: unknown, at: { now: Date; timeZone: string }): Bounds => {
  const zone = kind === "day" ? "UTC" : at.timeZone;
  const start = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  const first = (text: string) => (isDay(text) ? start(Temporal.PlainDate.from(text)) : new Date(text));
  const isDay = (text: string) => dayText.test(text);
  const behind = (text: string): Bounds =>
    isDay(text) ? { max: start(Temporal.PlainDate.from(text).add({ days: 1 })), maxOpen: true } : { max: new Date(text) };
  const today = Temporal.Instant.fromEpochMilliseconds(at.now.getTime()).toZonedDateTimeISO(at.timeZone).toPlainDate();
  const days = Number(value);
  switch (op) {
    case "is":
    case "is_not":
      return { min: first(String(value)), ...behind(String(value)) };
    case "before":
      return { max: first(String(value)), maxOpen: true };
    case "after": {
      const { max, maxOpen } = behind(String(value));
      return max ? { min: max, minOpen: !maxOpen } : {};
    }
    case "between": {
      const [from, to] = value as [string, string];
      return { min: first(from), ...behind(to) };
    }
    case "in_last_days":
    case "not_in_last_days":
      return {
        min: start(today.subtract({ days })),
        ...(kind === "day" ? { max: start(today.add({ days: 1 })), maxOpen: true } : { max: at.now }),
      };
    case "in_next_days":
      return {
        ...(kind === "day" ? { min: start(today) } : { min: at.now, minOpen: true }),
        max: start(today.add({ days: days + 1 })),
        maxOpen: true,
      };
    default:
      return {};
  }
};
