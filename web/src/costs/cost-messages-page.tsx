import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { SearchX, X } from "lucide-react";
import { useKeyset } from "../api/query.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { LoadMore } from "../settings/load-more.tsx";
import { Badge, Button, EmptyState, ErrorNotice, PageHeader, Section, SkeletonRows, Table } from "../ui/index.ts";
import { Amount } from "./amount.tsx";
import { type CostFilters, type CostMessage, costMessagesQuery, monthsQuery } from "./cost-data.ts";
import { categoryName, chargeWords, countryName, dayName, monthName, senderName } from "./cost-words.ts";

/** The messages behind a number of the costs page, each with its conversation. */
export function CostMessagesPage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<CostFilters>();
  const { data: months } = useQuery(monthsQuery);
  const month = filters.month ?? months?.[0] ?? new Date().toISOString().slice(0, 7);
  const list = useKeyset(costMessagesQuery({ ...filters, month }));
  const first = list.items[0];

  return (
    <>
      <PageHeader
        onBack={() => void navigate({ to: "/costs", search: { month } })}
        crumbs={[
          <Link key="costs" to="/costs" search={{ month }} className="phone:hidden">
            {t("costs.title")}
          </Link>,
        ]}
        title={t("costs.messages_of", { month: monthName(format, month) })}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-4 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          <Chosen filters={filters} first={first} onRemove={(name) => void setFilters({ [name]: "" })} />
          <Section title={t("costs.messages")} flush>
            {list.isPending && <SkeletonRows rows={8} height={44} />}
            {list.error && (
              <div className="p-4">
                <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
              </div>
            )}
            {list.data && list.items.length === 0 && (
              <EmptyState icon={<SearchX size={20} />} title={t("costs.nothing_sent")}>
                {t("costs.nothing_sent_text")}
              </EmptyState>
            )}
            {list.items.length > 0 && <Messages items={list.items} />}
            <LoadMore list={list} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Chosen({
  filters,
  first,
  onRemove,
}: {
  filters: CostFilters;
  first: CostMessage | undefined;
  onRemove: (name: keyof CostFilters) => void;
}) {
  const t = useT();
  const format = useFormat();
  const words: [keyof CostFilters, string | undefined][] = [
    ["number", filters.number && (first?.channel?.name ?? t("costs.by_number"))],
    ["sender", filters.sender && senderName(t, filters.sender, first?.senderName ?? null)],
    ["contact", filters.contact && (first?.contact?.name ?? t("costs.by_contact"))],
    ["template", filters.template],
    ["category", filters.category && categoryName(t, filters.category)],
    ["country", filters.country && countryName(t, format, filters.country)],
    ["day", filters.day && dayName(format, filters.day)],
    ["charged", filters.charged && t(filters.charged === "yes" ? "costs.charged" : "costs.free")],
    ["unpriced", filters.unpriced && t("costs.without_price")],
  ];
  const chosen = words.filter((each): each is [keyof CostFilters, string] => Boolean(each[1]));
  if (chosen.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {chosen.map(([name, word]) => (
        <Button key={name} size="xs" onClick={() => onRemove(name)} aria-label={t("common.remove_named", { name: word })}>
          <bdi className="cut">{word}</bdi>
          <X size={12} aria-hidden />
        </Button>
      ))}
    </div>
  );
}

function Messages({ items }: { items: CostMessage[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("costs.messages")}
      rows={items}
      rowKey={(item) => item.messageId}
      columns={[
        {
          key: "to",
          header: t("costs.to"),
          cell: (item) => (
            <span className="flex min-w-0 flex-col">
              {item.contact && item.conversationId ? (
                <Link
                  to="/inbox/$view/$conversationId"
                  params={{ view: "open", conversationId: item.conversationId }}
                  className="link cut font-medium"
                >
                  <bdi>{item.contact.name}</bdi>
                </Link>
              ) : (
                <span className="text-subtle">{t("costs.contact_erased")}</span>
              )}
              <span className="num text-12 text-subtle">{format.dateTime(item.at)}</span>
            </span>
          ),
        },
        {
          key: "what",
          header: t("costs.what"),
          hideOnPhone: true,
          cell: (item) => (
            <span className="flex min-w-0 flex-col">
              <bdi className="cut">{item.template ?? t("costs.reply")}</bdi>
              <span className="cut text-12 text-subtle">
                {categoryName(t, item.category)} · {item.country ? countryName(t, format, item.country) : t("costs.country_unknown")}
              </span>
            </span>
          ),
        },
        {
          key: "sender",
          header: t("costs.by_sender"),
          hideOnPhone: true,
          cell: (item) => <bdi className="cut text-muted">{senderName(t, item.sender, item.senderName)}</bdi>,
        },
        {
          key: "charge",
          header: t("costs.charge"),
          cell: (item) => <Badge tone={item.charged ? "plain" : "success"}>{chargeWords(t, item)}</Badge>,
        },
        {
          key: "amount",
          header: t("costs.amount"),
          align: "end",
          cell: (item) =>
            item.amountMicros === null ? (
              <span className="text-warning-text">{t("costs.without_price")}</span>
            ) : (
              <Amount micros={item.amountMicros} currency={item.currency} estimated={item.exactness === "estimate"} />
            ),
        },
      ]}
    />
  );
}
