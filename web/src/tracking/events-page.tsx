import { Link, useNavigate } from "@tanstack/react-router";
import { Activity, Globe, Radio, Search, SearchX } from "lucide-react";
import { useKeyset } from "../api/query.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { LoadMore } from "../settings/load-more.tsx";
import { Badge, Button, EmptyState, ErrorNotice, Input, PageHeader, Section, SkeletonRows, Table } from "../ui/index.ts";
import { DaySparkline } from "./day-sparkline.tsx";
import { type EventName, namesQuery } from "./event-data.ts";

/** Every name of an event seen, with how often it came and what was decided about it. */
export function EventsPage() {
  const t = useT();
  const [filters, setFilters] = useFilters<{ q?: string }>();
  const list = useKeyset(namesQuery(filters.q));
  const none = list.data && list.items.length === 0;

  return (
    <>
      <PageHeader
        title={t("events.title")}
        actions={
          <>
            <Button asChild>
              <Link to="/settings/websites" aria-label={t("events.websites")}>
                <Globe size={16} aria-hidden />
                <span className="phone:hidden">{t("events.websites")}</span>
              </Link>
            </Button>
            <Button asChild variant="primary">
              <Link to="/events/live">
                <Radio size={16} aria-hidden />
                {t("events.live")}
              </Link>
            </Button>
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          <p className="max-w-190 text-pretty text-muted">{t("events.names_text")}</p>
          <search className="w-72 phone:w-full">
            <Input
              type="search"
              icon={<Search size={14} />}
              aria-label={t("events.search")}
              placeholder={t("events.search")}
              value={filters.q ?? ""}
              onChange={(event) => void setFilters({ q: event.target.value })}
            />
          </search>
          <Section title={t("events.names")} flush>
            {list.isPending && <SkeletonRows rows={6} height={52} />}
            {list.error && (
              <div className="p-4">
                <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
              </div>
            )}
            {none && filters.q && (
              <EmptyState
                icon={<SearchX size={20} />}
                title={t("events.no_match")}
                action={<Button onClick={() => void setFilters({ q: "" })}>{t("common.clear")}</Button>}
              />
            )}
            {none && !filters.q && (
              <EmptyState
                icon={<Activity size={20} />}
                title={t("events.none")}
                action={
                  <Button asChild variant="primary">
                    <Link to="/settings/websites">{t("events.websites")}</Link>
                  </Button>
                }
              >
                {t("events.none_text")}
              </EmptyState>
            )}
            {list.items.length > 0 && <NameTable names={list.items} />}
            <LoadMore list={list} />
          </Section>
        </div>
      </div>
    </>
  );
}

function NameTable({ names }: { names: EventName[] }) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <Table
      caption={t("events.names")}
      rows={names}
      rowKey={(name) => name.name}
      onOpen={({ name }) => void navigate({ to: "/events/name", search: { name } })}
      columns={[
        {
          key: "name",
          header: t("events.name"),
          cell: (name) => (
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <Link to="/events/name" search={{ name: name.name }} className="min-w-0 font-medium break-words hover:underline" dir="auto">
                {name.name}
              </Link>
              <NameStates name={name} />
            </span>
          ),
        },
        { key: "days", header: t("events.days"), width: "150px", hideOnPhone: true, cell: (name) => <DaySparkline days={name.days} /> },
        {
          key: "received",
          header: t("events.received"),
          width: "110px",
          align: "end",
          cell: (name) => <span className="num font-medium">{format.number(name.received)}</span>,
        },
        {
          key: "bots",
          header: t("events.bots"),
          width: "90px",
          align: "end",
          hideOnPhone: true,
          cell: (name) => <span className="num text-subtle">{format.number(name.bots)}</span>,
        },
        {
          key: "seen",
          header: t("events.last_seen"),
          width: "130px",
          hideOnPhone: true,
          cell: (name) => <span className="num text-muted">{format.relative(name.lastSeenAt)}</span>,
        },
      ]}
    />
  );
}

export function NameStates({ name }: { name: EventName }) {
  const t = useT();
  return (
    <>
      {name.blocked && <Badge tone="danger">{t("events.blocked")}</Badge>}
      {name.renamedTo && <Badge tone="info">{t("events.renamed_to", { name: name.renamedTo })}</Badge>}
      {name.conflicts > 0 && <Badge tone="warning">{t("events.conflicts", { count: name.conflicts })}</Badge>}
    </>
  );
}
