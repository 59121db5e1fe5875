import type { MonthOfCosts } from "./cost-data.ts";

export type Day = { day: string; amount: number; messages: number };

/** Every day of the month, so that the gaps are seen. */
export const daysOf = (data: Pick<MonthOfCosts, "month" | "days">, currency: string): Day[] => {
  const [year = 2026, month = 1] = data.month.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: last }, (_, at) => {
    const day = `${data.month}-${String(at + 1).padStart(2, "0")}`;
    const same = data.days.filter((each) => each.day === day && each.currency === currency);
    return {
      day,
      amount: same.reduce((sum, each) => sum + Number(each.amountMicros), 0),
      messages: same.reduce((sum, each) => sum + each.messages, 0),
    };
  });
};
