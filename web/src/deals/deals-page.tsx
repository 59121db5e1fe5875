import { Link, useNavigate } from "@tanstack/react-router";
import { Columns3, Handshake, Plus, Rows3, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { useCommands, useFilters, useRemembered, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, PageHeader, Segmented, Select, SkeletonRows } from "../ui/index.ts";
import { DealBoard } from "./deal-board.tsx";
import { type DealSort, dealList, dealsChanged, pipelinesChanged, usePipelines } from "./deal-data.ts";
import { DealFilterBar } from "./deal-filter-bar.tsx";
import { DealTable } from "./deal-table.tsx";
import { NewDealSheet } from "./new-deal-sheet.tsx";
import { useNames } from "./stage-words.ts";

export type DealsSearch = {
  pipeline?: string;
  view?: string;
  owner?: string;
  expectedFrom?: string;
  expectedTo?: string;
  state?: string;
  stage?: string;
  sort?: string;
};

/** All deals of a pipeline, as a board or as rows. */
export function DealsPage() {
  const t = useT();
  const can = useCan();
  const names = useNames();
  const navigate = useNavigate();
  const [search, setSearch] = useFilters<DealsSearch>();
  const [kept, keep] = useRemembered<"board" | "table">("deals-view", "board");
  const [creating, setCreating] = useState(false);
  const { data: pipelines, error, refetch } = usePipelines();
  const pipeline = pipelines?.find((each) => each.id === search.pipeline) ?? pipelines?.[0];
  const view = search.view === "table" || search.view === "board" ? search.view : kept;
  const { owner, expectedFrom, expectedTo } = search;
  const filters = { owner, expectedFrom, expectedTo };
  const filtered = Boolean(owner || expectedFrom || expectedTo);
  const any = useKeyset({ ...dealList({ pipeline: pipeline?.id }, 1), enabled: Boolean(pipeline) });
  const mayWrite = can("sales.write");

  useRefresh(
    (event) => isAbout(event, "deal", "task"),
    () => void dealsChanged(),
  );
  useRefresh(
    (event) => isAbout(event, "pipeline"),
    () => void pipelinesChanged(),
  );
  useShortcut("c", () => setCreating(true), { when: mayWrite, describe: t("deals.new") });
  useCommands(
    () =>
      mayWrite ? [{ id: "deals.new", label: t("deals.new"), icon: <Plus size={16} />, shortcut: "c", run: () => setCreating(true) }] : [],
    [mayWrite, t],
  );

  const create = mayWrite && (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
      {t("deals.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("deals.title")}
        actions={
          <>
            {can("pipelines.manage") && (
              <Button asChild variant="ghost" className="phone:hidden">
                <Link to="/settings/pipelines">
                  <SlidersHorizontal size={14} />
                  {t("deals.settings")}
                </Link>
              </Button>
            )}
            {create}
          </>
        }
      >
        {pipelines && pipelines.length > 1 && pipeline && (
          <Select
            quiet
            label={t("deals.pipeline")}
            value={pipeline.id}
            onChange={(next) => void setSearch({ pipeline: next, stage: "" })}
            options={pipelines.map((each) => ({ value: each.id, label: names.pipeline(each) }))}
          />
        )}
      </PageHeader>
      {error && !pipelines ? (
        <div className="p-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : !pipeline || any.isPending ? (
        <SkeletonRows rows={8} height={52} />
      ) : any.items.length === 0 ? (
        <EmptyState icon={<Handshake size={20} />} title={t("deals.empty_title")} action={create}>
          {t("deals.empty_text")}
        </EmptyState>
      ) : (
        <>
          <DealFilterBar search={search} onChange={setSearch} pipeline={pipeline} view={view} filtered={filtered}>
            <Segmented
              label={t("deals.view")}
              value={view}
              onChange={(next) => {
                keep(next);
                void setSearch({ view: next });
              }}
              options={[
                { value: "board", label: t("deals.board"), icon: <Columns3 size={14} /> },
                { value: "table", label: t("deals.table"), icon: <Rows3 size={14} /> },
              ]}
            />
          </DealFilterBar>
          {view === "board" ? (
            <DealBoard key={pipeline.id} pipeline={pipeline} filters={filters} />
          ) : (
            <DealTable
              pipeline={pipeline}
              filters={filters}
              state={search.state}
              stage={search.stage}
              sort={(["newest", "expected", "value"].includes(search.sort ?? "") ? search.sort : "newest") as DealSort}
              onSort={(sort) => void setSearch({ sort: sort === "newest" ? "" : sort })}
            />
          )}
        </>
      )}
      <NewDealSheet
        open={creating}
        onOpenChange={setCreating}
        start={{ pipelineId: pipeline?.id }}
        onMade={(deal) => void navigate({ to: "/deals/$dealId", params: { dealId: deal.id } })}
      />
    </>
  );
}
