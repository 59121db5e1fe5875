import { westernDigits } from "./field-read-number.ts";

/** A day as it is written: no clock and no time zone is asked. A moment gives the day it was written with. */
export const readDay = (raw: unknown): string | null => {
  if (raw instanceof Date)
    return Number.isNaN(raw.getTime()) ? null : checkedDay(raw.getUTCFullYear(), raw.getUTCMonth() + 1, raw.getUTCDate());
  if (typeof raw !== "string") return null;
  const text = westernDigits(raw);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // Written with dots the day comes first; slashes could be either, and are refused.
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return dotted ? checkedDay(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : null;
};

const checkedDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
};

/** A moment as ISO in UTC; one written without an offset is meant where the organization is. */
export const readMoment = (raw: unknown, timeZone: string): string | null => {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? null : raw.toISOString();
  if (typeof raw !== "string") return null;
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i.exec(
    westernDigits(raw),
  );
  const day = parts && readDay(parts[1]);
  if (!parts || !day) return null;
  const [, , hour = "00", minute = "00", second = "00", fraction = "0", offset] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const asUtc = Date.parse(`${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`);
  if (offset === undefined) return new Date(localMoment(asUtc, timeZone)).toISOString();
  const away = /^([+-])(\d\d):?(\d\d)?$/.exec(offset);
  const minutes = away ? (away[1] === "-" ? -1 : 1) * (Number(away[2]) * 60 + Number(away[3] ?? 0)) : 0;
  return Math.abs(minutes) > 24 * 60 ? null : new Date(asUtc - minutes * 60_000).toISOString();
};

/** When clocks of the zone show what UTC clocks show at `asUtc`. Asked twice: the offset may change between the two moments. */
export const localMoment = (asUtc: number, timeZone: string): number => {
  const first = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(first, timeZone);
};

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsetAt = (at: number, timeZone: string): number => {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const shape = {
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    } as const;
    clock = new Intl.DateTimeFormat("en-u-ca-gregory", { ...shape, timeZone });
    clocks.set(timeZone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return shown - Math.floor(at / 1000) * 1000;
};
