/** A moment by the clocks of a zone, with its distance from UTC: "2026-11-30T14:30:00+01:00". Reads as the same moment everywhere. */
export const momentIn = (zone: string) => {
  const clock = new Intl.DateTimeFormat("en-u-ca-gregory", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  // Asking the calendar costs more than all the rest of a row; a zone keeps its distance for a quarter of an hour at least.
  const offsets = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const quarter = Math.floor(at / 900_000);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const part = Object.fromEntries(clock.formatToParts(quarter * 900_000).map(({ type, value }) => [type, Number(value)]));
    const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
    if (offsets.size > 20_000) offsets.clear();
    const offset = Math.round((shown - quarter * 900_000) / 60_000);
    offsets.set(quarter, offset);
    return offset;
  };
  return (moment: Date): string => {
    const minutes = offsetAt(moment.getTime());
    const local = new Date(moment.getTime() + minutes * 60_000).toISOString();
    const away = `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
    return `${local.slice(0, 19)}${local.slice(19, 23) === ".000" ? "" : local.slice(19, 23)}${away}`;
  };
};

const two = (number: number) => String(number).padStart(2, "0");
