import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { cx, EmptyState, Section, Segmented } from "../ui/index.ts";
import type { MonthOfCosts } from "./cost-data.ts";
import { dayName, money } from "./cost-words.ts";
import { type Day, daysOf } from "./days.ts";

type What = "amount" | "messages";

/** One bar a day, each a link to the messages it counts. */
export function DayBars({ data, currency }: { data: MonthOfCosts; currency: string }) {
  const t = useT();
  const format = useFormat();
  const days = daysOf(data, currency);
  const spent = days.some((day) => day.amount > 0);
  const [chosen, setChosen] = useState<What>();
  const what = chosen ?? (spent ? "amount" : "messages");
  const most = Math.max(...days.map((day) => day[what]), 0);
  return (
    <Section
      title={t("costs.per_day")}
      actions={
        <Segmented
          label={t("costs.show")}
          value={what}
          onChange={setChosen}
          options={[
            { value: "amount", label: t("costs.amount") },
            { value: "messages", label: t("costs.messages") },
          ]}
        />
      }
    >
      {most === 0 ? (
        <EmptyState title={t(what === "amount" ? "costs.nothing_charged" : "costs.nothing_sent")} />
      ) : (
        <figure className="flex flex-col gap-1">
          <figcaption className="flex justify-between text-12 text-subtle">
            <span>{t("costs.highest", { value: what === "amount" ? money(format, most, currency) : format.number(most) })}</span>
          </figcaption>
          <ol className="grid h-40 auto-cols-fr grid-flow-col gap-0.5 border-b phone:h-32" aria-label={t("costs.per_day")}>
            {days.map((day) => (
              <li key={day.day} className="flex min-w-0">
                <Bar day={day} share={day[what] / most} currency={currency} month={data.month} />
              </li>
            ))}
          </ol>
          <ol aria-hidden className="num grid auto-cols-fr grid-flow-col gap-0.5 text-11 text-subtle">
            {days.map((day, at) => (
              <li key={day.day} className={cx("overflow-visible text-center whitespace-nowrap", at % 7 !== 0 && "invisible")}>
                {at + 1}
              </li>
            ))}
          </ol>
        </figure>
      )}
    </Section>
  );
}

function Bar({ day, share, currency, month }: { day: Day; share: number; currency: string; month: string }) {
  const t = useT();
  const format = useFormat();
  const says = t("costs.day_says", { day: dayName(format, day.day), amount: money(format, day.amount, currency), count: day.messages });
  if (day.messages === 0) return <span className="sr-only">{says}</span>;
  // A day that cost something is seen, however little.
  const height = share === 0 ? 0 : Math.max(share * 100, 1.5);
  return (
    <Link
      to="/costs/messages"
      search={{ month, day: day.day }}
      aria-label={says}
      title={says}
      className="group relative block w-full rounded-4 outline-offset-[-1px] hover:bg-surface-hover"
    >
      <svg viewBox="0 0 10 100" preserveAspectRatio="none" className="absolute inset-0 size-full" aria-hidden>
        <rect x="0.5" width="9" y={100 - height} height={height} className="fill-accent-text group-hover:fill-accent-hover" />
      </svg>
    </Link>
  );
}
