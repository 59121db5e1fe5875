import { Link, useNavigate } from "@tanstack/react-router";
import { Archive, FileInput, Plus, SearchX, UsersRound } from "lucide-react";
import { useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, type Column, EmptyState, ErrorNotice, IconButton, Input, PageHeader, SkeletonRows, Table } from "../ui/index.ts";
import { ImportSegments } from "./import-segments.tsx";
import { type SegmentFilters, type SegmentSummary, segmentList, segmentsChanged } from "./segment-data.ts";

/** Every segment with how many it holds and how it moved in the last week. */
export function SegmentsPage() {
  const t = useT();
  const can = useCan();
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<SegmentFilters>();
  const [importing, setImporting] = useState(false);
  const list = useKeyset(segmentList(filters));
  useRefresh((event) => isAbout(event, "segment"), segmentsChanged, 2000);
  const open = (segment: SegmentSummary) => void navigate({ to: "/segments/$segmentId", params: { segmentId: segment.id } });
  const columns: Column<SegmentSummary>[] = [
    {
      key: "name",
      header: t("segments.name"),
      cell: (segment) => (
        <div className="min-w-0">
          <Link to="/segments/$segmentId" params={{ segmentId: segment.id }} className="font-medium">
            {segment.name}
          </Link>
          {segment.description && <div className="cut text-12 text-subtle">{segment.description}</div>}
        </div>
      ),
    },
    {
      key: "state",
      header: "",
      cell: (segment) =>
        segment.state !== "ready" && segment.state !== "archived" && <Badge tone="info">{t("segments.state_building")}</Badge>,
    },
    {
      key: "members",
      header: t("segments.members"),
      align: "end",
      cell: (segment) => <span className="num">{format.number(segment.members)}</span>,
    },
    {
      key: "moved",
      header: t("segments.moved_week"),
      align: "end",
      hideOnPhone: true,
      cell: (segment) => (
        <span className="num text-subtle">
          +{format.number(segment.enteredLastDays)} −{format.number(segment.leftLastDays)}
        </span>
      ),
    },
    { key: "changed", header: t("segments.changed"), align: "end", hideOnPhone: true, cell: (segment) => format.short(segment.updatedAt) },
  ];
  return (
    <>
      <PageHeader
        title={t("segments.title")}
        actions={
          can("segments.write") && (
            <>
              <IconButton label={t("segments.import")} onClick={() => setImporting(true)}>
                <FileInput size={16} aria-hidden />
              </IconButton>
              <Button asChild variant="primary">
                <Link to="/segments/new">
                  <Plus size={14} aria-hidden />
                  {t("segments.new")}
                </Link>
              </Button>
            </>
          )
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-4 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          <p className="text-subtle">{t("segments.text")}</p>
          <div className="flex items-center gap-2">
            <Input
              className="max-w-72"
              type="search"
              aria-label={t("segments.search")}
              placeholder={t("segments.search")}
              value={filters.q ?? ""}
              onChange={(event) => void setFilters({ q: event.target.value })}
            />
            <Button
              aria-pressed={Boolean(filters.archived)}
              variant="ghost"
              onClick={() => void setFilters({ archived: filters.archived ? "" : "1" })}
            >
              <Archive size={14} aria-hidden />
              {t("segments.show_archived")}
            </Button>
          </div>
          {list.error ? (
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          ) : list.isPending ? (
            <SkeletonRows rows={6} height={48} />
          ) : list.items.length === 0 ? (
            <Nothing filtered={Boolean(filters.q || filters.archived)} />
          ) : (
            <div className="rounded-12 border bg-surface-raised">
              <Table caption={t("segments.title")} columns={columns} rows={list.items} rowKey={(segment) => segment.id} onOpen={open} />
              {list.hasNextPage && (
                <div className="border-t p-2 text-center">
                  <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {t("common.load_more")}
                  </Button>
                </div>
              )}
            </div>
          )}
        </div>
      </div>
      {importing && <ImportSegments onClose={() => setImporting(false)} />}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useT();
  const can = useCan();
  if (filtered) return <EmptyState icon={<SearchX size={20} />} title={t("segments.none_matches")} />;
  return (
    <EmptyState
      icon={<UsersRound size={20} />}
      title={t("segments.empty")}
      action={
        can("segments.write") && (
          <Button asChild variant="primary">
            <Link to="/segments/new">{t("segments.new")}</Link>
          </Button>
        )
      }
    >
      {t("segments.empty_text")}
    </EmptyState>
  );
}
