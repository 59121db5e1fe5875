import { Link, useNavigate } from "@tanstack/react-router";
import { useKeyset } from "../api/query.ts";
import { useMembers } from "../contacts/contact-data.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { LoadMore } from "../settings/load-more.tsx";
import { Avatar, Badge, EmptyState, ErrorNotice, SkeletonRows, Table } from "../ui/index.ts";
import { useDay } from "./day.ts";
import { type Deal, type DealFilters, type DealSort, dealList, type Pipeline } from "./deal-data.ts";
import { StageDot } from "./stage-dot.tsx";
import { useNames } from "./stage-words.ts";

/** The same deals as rows: sorted, longer lists at a glance. */
export function DealTable({
  pipeline,
  filters,
  state,
  stage,
  sort,
  onSort,
}: {
  pipeline: Pipeline;
  filters: DealFilters;
  state: string | undefined;
  stage: string | undefined;
  sort: DealSort;
  onSort: (sort: DealSort) => void;
}) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const day = useDay();
  const navigate = useNavigate();
  const members = useMembers();
  const list = useKeyset(dealList({ ...filters, pipeline: pipeline.id, state, stage, sort }, 50));
  const stageOf = (deal: Deal) => pipeline.stages.find((each) => each.id === deal.stageId);
  if (list.error)
    return (
      <div className="p-4">
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  if (list.isPending) return <SkeletonRows rows={8} height={44} />;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <Table<Deal>
        caption={t("deals.title")}
        rows={list.items}
        rowKey={(deal) => deal.id}
        onOpen={(deal) => void navigate({ to: "/deals/$dealId", params: { dealId: deal.id } })}
        sort={{ key: sort, direction: sort === "expected" ? "asc" : "desc" }}
        onSort={({ key }) => onSort(key as DealSort)}
        empty={<EmptyState title={t("deals.nothing_found")}>{t("deals.nothing_found_text")}</EmptyState>}
        columns={[
          {
            key: "title",
            header: t("deals.deal"),
            cell: (deal) => (
              <span className="flex min-w-0 flex-col">
                <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="cut rounded-4 font-medium hover:text-accent-text">
                  <bdi>{deal.title}</bdi>
                </Link>
                <bdi className="cut text-12 text-subtle">{[deal.contacts[0]?.name, deal.company?.name].filter(Boolean).join(" · ")}</bdi>
              </span>
            ),
          },
          {
            key: "stage",
            header: t("deals.stage"),
            cell: (deal) => {
              const stage = stageOf(deal);
              if (!stage) return null;
              return (
                <Badge
                  icon={<StageDot hue={stage.hue} />}
                  tone={deal.state === "won" ? "success" : deal.state === "lost" ? "danger" : "plain"}
                >
                  {names.stage(stage)}
                </Badge>
              );
            },
          },
          {
            key: "value",
            header: t("deals.value"),
            sortable: true,
            align: "end",
            cell: (deal) => <span className="num">{format.money(deal.value, deal.currency)}</span>,
          },
          {
            key: "chance",
            header: t("deals.probability"),
            align: "end",
            hideOnPhone: true,
            cell: (deal) => <span className="num text-muted">{format.percent(deal.chance / 100)}</span>,
          },
          {
            key: "expected",
            header: t("deals.expected"),
            sortable: true,
            hideOnPhone: true,
            cell: (deal) => <span className="num text-muted">{deal.expectedOn ? day(deal.expectedOn) : ""}</span>,
          },
          {
            key: "owner",
            header: t("deals.owner"),
            hideOnPhone: true,
            cell: (deal) => {
              const owner = members.find((member) => member.id === deal.ownerId);
              return owner ? (
                <span className="flex min-w-0 items-center gap-2">
                  <Avatar name={owner.name} size={20} />
                  <bdi className="cut text-muted">{owner.name}</bdi>
                </span>
              ) : null;
            },
          },
          {
            key: "newest",
            header: t("deals.made"),
            sortable: true,
            hideOnPhone: true,
            cell: (deal) => <span className="num text-12 text-subtle">{format.short(deal.createdAt)}</span>,
          },
        ]}
      />
      <LoadMore list={list} />
    </div>
  );
}
