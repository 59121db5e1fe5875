import { useEffect, useState } from "react";
import { useFormat } from "../i18n/index.ts";

const day = 86_400_000;

/** A moment near today as one says it: "10:41", "tomorrow 10:41", "Tuesday 18:06", "4 Feb, 18:06". */
export function useMoment() {
  const format = useFormat();
  return (at: string, now = Date.now()) => {
    const days = (Date.parse(format.dayOf(at)) - Date.parse(format.dayOf(now))) / day;
    const time = format.time(at);
    const zone = format.timeZone;
    if (days === 0) return time;
    if (Math.abs(days) === 1) return `${new Intl.RelativeTimeFormat(format.locale, { numeric: "auto" }).format(days, "day")} ${time}`;
    const options: Intl.DateTimeFormatOptions = Math.abs(days) < 7 ? { weekday: "long" } : { day: "numeric", month: "short" };
    return `${new Intl.DateTimeFormat(format.locale, { timeZone: zone, ...options }).format(new Date(at))} ${time}`;
  };
}

/** The server plans nothing into the last minutes of a window (conversations/window.ts): the composer changes when it does. */
const margin = 3 * 60_000;

/** True while free-form messages may be sent; turns false by itself at the minute. */
export function useWindowOpen(until: string | null) {
  const [now, setNow] = useState(Date.now);
  const left = until ? Date.parse(until) - margin - now : 0;
  useEffect(() => {
    setNow(Date.now());
    if (!until) return;
    const wait = Math.min(Math.max(0, Date.parse(until) - margin - Date.now()) + 50, 2 ** 31 - 1);
    const timer = setTimeout(() => setNow(Date.now()), wait);
    return () => clearTimeout(timer);
  }, [until]);
  return left > 0;
}
