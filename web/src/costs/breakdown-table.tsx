import { Link } from "@tanstack/react-router";
import { useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { LoadMore } from "../settings/load-more.tsx";
import { EmptyState, ErrorNotice, Section, SkeletonRows, Table, Tabs } from "../ui/index.ts";
import { Amount } from "./amount.tsx";
import { type Breakdown, breakdownQuery, breakdowns, type CostLine } from "./cost-data.ts";
import { lineName, marketName } from "./cost-words.ts";

/** Who and what causes the costs, dearest first. */
export function BreakdownTable({ month, by, onBy }: { month: string; by: Breakdown; onBy: (by: Breakdown) => void }) {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(breakdownQuery(month, by));
  const search = (line: CostLine) => ({ month, [by]: line.key });
  return (
    <Section title={t("costs.who_and_what")} flush>
      <Tabs
        label={t("costs.who_and_what")}
        className="px-4"
        value={by}
        onChange={onBy}
        items={breakdowns.map((each) => ({ value: each, label: t(`costs.by_${each}`) }))}
      />
      {list.isPending && <SkeletonRows rows={4} height={40} />}
      {list.error && (
        <div className="p-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {list.data && list.items.length === 0 && <EmptyState title={t("costs.nothing_sent")}>{t("costs.nothing_sent_text")}</EmptyState>}
      {list.items.length > 0 && (
        <Table
          caption={t("costs.who_and_what")}
          rows={list.items}
          rowKey={(line) => `${line.key} ${line.currency}`}
          columns={[
            {
              key: "name",
              header: t(`costs.by_${by}`),
              cell: (line) => (
                <span className="flex min-w-0 flex-col">
                  <Link to="/costs/messages" search={search(line)} className="link cut font-medium">
                    <bdi>{lineName(t, format, by, line)}</bdi>
                  </Link>
                  {line.market && line.market !== line.key && (
                    <span className="cut text-12 text-subtle">{marketName(t, format, line.market)}</span>
                  )}
                </span>
              ),
            },
            {
              key: "messages",
              header: t("costs.messages"),
              align: "end",
              cell: (line) => (
                <Link to="/costs/messages" search={search(line)} className="link num text-muted">
                  <span className="desk:hidden">{t("costs.message_count", { count: line.messages })}</span>
                  <span className="phone:hidden">{format.number(line.messages)}</span>
                </Link>
              ),
            },
            {
              key: "charged",
              header: t("costs.charged"),
              align: "end",
              hideOnPhone: true,
              cell: (line) => (
                <Link to="/costs/messages" search={{ ...search(line), charged: "yes" }} className="link num text-muted">
                  {format.number(line.charged)}
                </Link>
              ),
            },
            {
              key: "amount",
              header: t("costs.amount"),
              align: "end",
              cell: (line) => (
                <span className="font-medium">
                  <Amount micros={line.amountMicros} currency={line.currency} estimated={line.estimated > 0} />
                  {line.unpriced > 0 && (
                    <span className="ms-1 text-12 font-regular text-warning-text">
                      {t("costs.plus_unpriced", { count: line.unpriced })}
                    </span>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      <LoadMore list={list} />
    </Section>
  );
}
