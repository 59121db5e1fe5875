import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Coins, Download, Table2 } from "lucide-react";
import { queryClient } from "../api/query.ts";
import { useRefresh } from "../contacts/contact-live.ts";
import { useFilters } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, PageHeader, SkeletonRows } from "../ui/index.ts";
import { BreakdownTable } from "./breakdown-table.tsx";
import { type Breakdown, breakdowns, costsKey, monthQuery, monthsQuery, settingsQuery } from "./cost-data.ts";
import { DayBars } from "./day-bars.tsx";
import { HintNotice } from "./hint-notice.tsx";
import { MonthSelect } from "./month-select.tsx";
import { FreeRepliesCard, MonthTotals } from "./month-totals.tsx";

/** What a month's messages cost: how much, when, who and what caused it, and what is still free. */
export function CostsPage() {
  const t = useT();
  const [filters, setFilters] = useFilters<{ month?: string; by?: string }>();
  const months = useQuery(monthsQuery);
  const settings = useQuery(settingsQuery);
  const month = filters.month ?? months.data?.[0];
  const by = breakdowns.find((each) => each === filters.by) ?? "number";

  useRefresh(
    (event) => event.name === "message.priced" || event.name.startsWith("costs."),
    // Not the hints: they read the month's messages, and may be some minutes old.
    () => void queryClient.invalidateQueries({ queryKey: costsKey, predicate: ({ queryKey }) => queryKey[1] !== "hints" }),
    5000,
  );

  return (
    <>
      <PageHeader
        title={t("costs.title")}
        actions={
          <>
            <Button asChild>
              <Link to="/costs/prices" aria-label={t("costs.price_table")}>
                <Table2 size={16} aria-hidden />
                <span className="phone:hidden">{t("costs.price_table")}</span>
              </Link>
            </Button>
            {month && (
              <Button asChild>
                <a href={`/api/v1/costs/months/${month}/export`} download aria-label={t("costs.download")}>
                  <Download size={16} aria-hidden />
                  <span className="phone:hidden">{t("costs.download")}</span>
                </a>
              </Button>
            )}
          </>
        }
      >
        {month && <MonthSelect value={month} months={months.data ?? []} onChange={(next) => void setFilters({ month: next })} />}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          {months.error && <ErrorNotice error={months.error} onRetry={() => void months.refetch()} />}
          {month ? (
            <Month month={month} currency={settings.data?.currency ?? "USD"} by={by} onBy={(next) => void setFilters({ by: next })} />
          ) : (
            months.isPending && <SkeletonRows rows={6} height={64} />
          )}
        </div>
      </div>
    </>
  );
}

function Month({ month, currency, by, onBy }: { month: string; currency: string; by: Breakdown; onBy: (by: Breakdown) => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery(monthQuery(month));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} height={64} />;
  const main = data.totals.toSorted((a, b) => b.charged - a.charged)[0]?.currency ?? currency;
  return (
    <>
      <div className="grid grid-cols-2 gap-5 narrow:grid-cols-1">
        <MonthTotals data={data} currency={currency} />
        <FreeRepliesCard data={data} />
      </div>
      {data.totals.length === 0 ? (
        <EmptyState icon={<Coins size={20} />} title={t("costs.empty_title")}>
          {t("costs.empty_text")}
        </EmptyState>
      ) : (
        <>
          <HintNotice month={month} />
          <DayBars data={data} currency={main} />
          <BreakdownTable month={month} by={by} onBy={onBy} />
        </>
      )}
    </>
  );
}
