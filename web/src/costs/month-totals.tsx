import { Link } from "@tanstack/react-router";
import { useFormat, useT } from "../i18n/index.ts";
import { Card, Progress } from "../ui/index.ts";
import { Amount } from "./amount.tsx";
import type { CostSum, FreeReplies, MonthOfCosts } from "./cost-data.ts";
import { monthName } from "./cost-words.ts";

/** What the month came to, and how sure that is. */
export function MonthTotals({ data, currency }: { data: MonthOfCosts; currency: string }) {
  const t = useT();
  const format = useFormat();
  const totals = data.totals.length > 0 ? data.totals : [none(currency)];
  return (
    <Card className="flex flex-col gap-4">
      {totals.map((sum) => (
        <div key={sum.currency}>
          <p className="text-12 text-subtle">{t("costs.total_of", { month: monthName(format, data.month) })}</p>
          <p className="text-28 font-semibold tracking-display">
            <Amount micros={sum.amountMicros} currency={sum.currency} estimated={sum.estimated > 0} />
          </p>
          <p className="text-pretty text-muted">
            <Link to="/costs/messages" search={{ month: data.month, charged: "yes" }} className="link">
              {t("costs.charged_of", { charged: format.number(sum.charged), count: sum.messages })}
            </Link>
            {sum.estimated > 0 && <> {t("costs.some_estimated", { count: sum.estimated })}</>}
          </p>
          {sum.unpriced > 0 && (
            <p className="mt-1 text-pretty text-warning-text">
              <Link to="/costs/messages" search={{ month: data.month, unpriced: "yes" }} className="link">
                {t("costs.some_unpriced", { count: sum.unpriced })}
              </Link>
            </p>
          )}
        </div>
      ))}
      <p className="mt-auto text-12 text-pretty text-subtle">{t("costs.how_counted", { zone: data.timeZone.replaceAll("_", " ") })}</p>
    </Card>
  );
}

const none = (currency: string): CostSum => ({ currency, amountMicros: "0", messages: 0, charged: 0, estimated: 0, unpriced: 0 });

/** How many of the replies that a number has free in a month are left. */
export function FreeRepliesCard({ data }: { data: MonthOfCosts }) {
  const t = useT();
  return (
    <Card className="flex flex-col gap-4">
      <h2 className="text-14 font-semibold tracking-title">{t("costs.free_replies")}</h2>
      {data.freeReplies.length === 0 && <p className="text-muted">{t("costs.no_number")}</p>}
      {data.freeReplies.map((each) => (
        <Left key={each.channelId} each={each} month={data.month} />
      ))}
      {data.freeReplies.some((each) => each.allowance !== null) && (
        <p className="mt-auto text-12 text-pretty text-subtle">{t("costs.free_replies_text")}</p>
      )}
    </Card>
  );
}

function Left({ each, month }: { each: FreeReplies; month: string }) {
  const t = useT();
  const format = useFormat();
  const { allowance, left } = each;
  if (allowance === null || left === null)
    return (
      <p>
        <b className="font-medium">{each.name}</b> <span className="text-muted">{t("costs.replies_not_charged")}</span>
      </p>
    );
  const gone = left === 0;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <bdi className="cut font-medium">{each.name}</bdi>
        <Link to="/costs/messages" search={{ month, number: each.channelId, category: "service" }} className="link num text-muted">
          {t("costs.left_of", { left: format.number(left), all: format.number(allowance) })}
        </Link>
      </p>
      <Progress
        value={allowance - left}
        max={allowance}
        tone={gone ? "danger" : left < allowance / 10 ? "warning" : "accent"}
        label={t("costs.used_of", { used: format.number(allowance - left), all: format.number(allowance), name: each.name })}
      />
      {each.charged > 0 && <p className="text-12 text-muted">{t("costs.replies_charged", { count: each.charged })}</p>}
    </div>
  );
}
