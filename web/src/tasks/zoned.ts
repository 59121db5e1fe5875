/** "2026-11-22" and "15:00" in a time zone as an instant. An hour the clocks skip is the one after it. */
export const instantOf = (day: string, time: string, timeZone: string): string => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let guess = wanted;
  // The zone's distance from UTC depends on the moment: twice is enough, also across a change of clocks.
  for (let tries = 0; tries < 2; tries += 1) guess = wanted - (shownAs(guess, timeZone) - guess);
  return new Date(guess).toISOString();
};

/** Day and time of an instant as the zone's clocks show them. */
export const clockOf = (instant: string, timeZone: string): { day: string; time: string } => {
  const shown = new Date(shownAs(Date.parse(instant), timeZone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
};

const shownAs = (instant: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) + (instant % 1000);
};
