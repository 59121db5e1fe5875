import { useDay } from "../deals/day.ts";
import { useFormat } from "../i18n/index.ts";
import type { Task } from "./task-data.ts";

/** When a task is due, in words, and whether that is over. */
export function useDue() {
  const format = useFormat();
  const day = useDay();
  return (task: Pick<Task, "dueAt" | "dueOn" | "doneAt">): { text: string; late: boolean } | null => {
    if (!task.dueAt) return null;
    const late = task.doneAt === null && Date.parse(task.dueAt) < Date.now();
    if (task.dueOn) return { text: day(task.dueOn), late };
    const today = format.dayOf(task.dueAt) === format.dayOf(Date.now());
    return { text: today ? format.time(task.dueAt) : `${day(format.dayOf(task.dueAt))}, ${format.time(task.dueAt)}`, late };
  };
}
