import { useEffect, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";

const hour = 3_600_000;

/** How long one may still reply: nothing above 4 hours, amber under 4, red under 1, gone when closed. */
export function WindowPie({ until, now: fixed }: { until: string | number | Date; now?: number }) {
  const t = useT();
  const now = useMinute(fixed);
  const left = new Date(until).getTime() - now;
  if (left <= 0 || left >= 4 * hour) return null;

  const minutes = Math.floor((left % hour) / 60_000);
  const hours = Math.floor(left / hour);
  const text = hours
    ? t("common.hours_minutes", { hours, minutes: String(minutes).padStart(2, "0") })
    : t("common.minutes", { minutes: Math.max(1, minutes) });
  const says = t("common.window_closes", { left: text });
  return (
    <span
      title={says}
      className={cx(
        "num inline-flex h-4.5 shrink-0 items-center gap-1 rounded-full ps-1 pe-1.5 text-11 leading-none font-medium whitespace-nowrap",
        left < hour ? "bg-danger-soft text-danger-text" : "bg-warning-soft text-warning-text",
      )}
    >
      <svg viewBox="0 0 16 16" className="size-2.75" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" opacity=".45" />
        <path fill="currentColor" d={slice(left / (4 * hour))} />
      </svg>
      <span aria-hidden>{text}</span>
      <span className="sr-only">{says}</span>
    </span>
  );
}

/** A slice of the whole, from the top clockwise. */
function slice(share: number) {
  const angle = 2 * Math.PI * Math.min(share, 0.9999);
  const x = 8 + 6 * Math.sin(angle);
  const y = 8 - 6 * Math.cos(angle);
  return `M8 8V2A6 6 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`;
}

function useMinute(fixed: number | undefined) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return fixed ?? now;
}
