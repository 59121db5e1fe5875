import { useFormat, useT } from "../i18n/index.ts";
import type { EventDay } from "./event-data.ts";

const span = 30;
const dayMs = 86_400_000;

/** The last thirty days as bars, people below and bots above, each to the highest day's height. */
export function DaySparkline({ days, tall }: { days: EventDay[]; tall?: boolean }) {
  const t = useT();
  const format = useFormat();
  const known = new Map(days.map((day) => [day.day, day]));
  const today = Math.floor(Date.now() / dayMs) * dayMs;
  const bars = Array.from({ length: span }, (_, at) => {
    const day = new Date(today - (span - 1 - at) * dayMs).toISOString().slice(0, 10);
    return known.get(day) ?? { day, people: 0, bots: 0 };
  });
  const most = Math.max(1, ...bars.map((day) => day.people + day.bots));
  const sum = bars.reduce((total, day) => total + day.people, 0);
  const height = tall ? 96 : 24;
  // Something is seen, however little.
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(1, (count / most) * height));
  return (
    <svg
      viewBox={`0 0 ${span * 4} ${height}`}
      preserveAspectRatio="none"
      className={tall ? "h-24 w-full" : "h-6 w-30"}
      role="img"
      aria-label={t("events.days_say", { count: sum })}
    >
      {bars.map((day, at) => {
        const [people, bots] = [heightOf(day.people), heightOf(day.bots)];
        return (
          <g key={day.day}>
            <title>{t("events.day_says", { day: format.date(day.day), people: day.people, bots: day.bots })}</title>
            <rect x={at * 4} width={4} y={0} height={height} className="fill-transparent" />
            <rect x={at * 4 + 0.5} width={3} y={height - people} height={people} className="fill-accent-text" />
            <rect x={at * 4 + 0.5} width={3} y={height - people - bots} height={bots} className="fill-line-strong" />
          </g>
        );
      })}
    </svg>
  );
}
