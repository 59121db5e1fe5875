import { type Key, useFormat, useT } from "../i18n/index.ts";
import { clockOf, instantOf } from "./zoned.ts";

export type Due = { day: string; time: string };

const before = (instant: string, minutes: number) => new Date(Date.parse(instant) - minutes * 60_000).toISOString();
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** When one may be reminded of what is due then: the choice's name -> the instant. Nothing where nothing is due. */
export const remindTimes = ({ day, time }: Due, zone: string): Record<string, string> => {
  if (!day) return {};
  if (!time) return { morning: instantOf(day, "09:00", zone), morning_before: instantOf(dayBefore(day), "09:00", zone) };
  const at = instantOf(day, time, zone);
  return { at_due: at, "10": before(at, 10), "60": before(at, 60), "1440": before(at, 1440) };
};

/** The choices as options; a time of no choice (by the API) is kept as its own. */
export function useRemindOptions(due: Due, remindAt: string | null, zone: string) {
  const t = useT();
  const format = useFormat();
  const times = remindTimes(due, zone);
  const known = Object.entries(times).find(([, at]) => remindAt !== null && Date.parse(at) === Date.parse(remindAt))?.[0];
  return {
    value: remindAt === null ? "never" : (known ?? "own"),
    options: [
      { value: "never", label: t("tasks.remind_never") },
      ...Object.keys(times).map((key) => ({ value: key, label: t(`tasks.remind_${key}` as Key) })),
      ...(remindAt !== null && !known ? [{ value: "own", label: t("tasks.remind_own", { time: format.dateTime(remindAt) }) }] : []),
    ],
    /** Undefined leaves it as it is. */
    instant: (choice: string) => (choice === "never" ? null : times[choice]),
  };
}

export const dueOf = (task: { dueAt: string | null; dueOn: string | null }, zone: string): Due =>
  task.dueOn ? { day: task.dueOn, time: "" } : task.dueAt ? clockOf(task.dueAt, zone) : { day: "", time: "" };
