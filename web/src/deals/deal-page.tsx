import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Ellipsis, SearchX, Trash2 } from "lucide-react";
import { useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { InlineText } from "../contacts/inline-text.tsx";
import { RecordPart } from "../contacts/record-part.tsx";
import { useFilters } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { ActivitiesPart } from "../tasks/activities-part.tsx";
import { TasksPart } from "../tasks/tasks-part.tsx";
import {
  Button,
  cx,
  EmptyState,
  ErrorNotice,
  IconButton,
  Menu,
  PageHeader,
  Skeleton,
  SkeletonRows,
  tabClasses,
  toast,
  toastError,
} from "../ui/index.ts";
import { DealChat } from "./deal-chat.tsx";
import { changeDeal, type Deal, dealQuery, dealsChanged, pipelinesChanged } from "./deal-data.ts";
import { DealFacts } from "./deal-facts.tsx";
import { DealHistoryList } from "./deal-history.tsx";
import { DecideDialog } from "./decide-dialog.tsx";
import { StageSteps } from "./stage-steps.tsx";
import { useMove } from "./use-move.ts";

const panes = ["details", "work", "chat"] as const;

/** A deal with what is to be done for it, and the conversation beside it. */
export function DealPage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { dealId = "" } = useParams({ strict: false });
  const [filters, setFilters] = useFilters<{ pane?: string }>();
  const [deleting, setDeleting] = useState<Deal>();
  const { data: deal, error, refetch } = useQuery(dealQuery(dealId));
  const { move, deciding, decide, cancel, said } = useMove();
  const mayWrite = can("sales.write");
  const pane = panes.find((each) => each === filters.pane) ?? "details";
  useRefresh(
    (event) => isAbout(event, "deal", "task"),
    () => void dealsChanged(),
  );
  useRefresh(
    (event) => isAbout(event, "pipeline"),
    () => void pipelinesChanged(),
  );

  const back = () => void navigate({ to: "/deals" });
  const crumbs = [
    <Link key="deals" to="/deals" className="phone:hidden">
      {t("deals.title")}
    </Link>,
  ];
  if (error && !deal) {
    const gone = error instanceof ApiError && (error.status === 404 || error.status === 400);
    return (
      <>
        <PageHeader title={t("deals.deal")} crumbs={crumbs} onBack={back} />
        {gone ? (
          <EmptyState
            icon={<SearchX size={20} />}
            title={t("deals.gone")}
            action={
              <Button asChild variant="primary">
                <Link to="/deals">{t("deals.all")}</Link>
              </Button>
            }
          >
            {t("deals.gone_text")}
          </EmptyState>
        ) : (
          <div className="p-4">
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
      </>
    );
  }
  const withChat = can("inbox.read") && can("contacts.read");
  return (
    <>
      <PageHeader
        title={deal ? <bdi>{deal.title}</bdi> : <Skeleton className="h-4 w-40" />}
        crumbs={crumbs}
        onBack={back}
        actions={
          deal &&
          mayWrite && (
            <Menu
              align="end"
              trigger={
                <IconButton label={t("common.more")}>
                  <Ellipsis size={16} />
                </IconButton>
              }
              items={[{ label: t("deals.delete"), icon: <Trash2 size={16} />, danger: true, onSelect: () => setDeleting(deal) }]}
            />
          )
        }
      />
      {deal ? (
        <>
          <StageSteps
            deal={deal}
            mayWrite={mayWrite}
            onMove={(target) => {
              const before = deal.stageId;
              move(deal, target, { stage: { ...target.stage, id: before, kind: "open" } });
            }}
          />
          <nav aria-label={t("contacts.parts")} className="flex h-9 shrink-0 gap-4 border-b px-4 wide:hidden phone:h-11">
            {panes
              .filter((each) => each !== "chat" || withChat)
              .map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-current={pane === each ? "page" : undefined}
                  onClick={() => void setFilters({ pane: each === "details" ? "" : each })}
                  className={cx(tabClasses, "h-full!", each === "chat" && "desk:hidden")}
                >
                  {t(`deals.${each}`)}
                </button>
              ))}
          </nav>
          <div
            className={cx(
              "grid min-h-0 flex-1 phone:grid-cols-1",
              withChat
                ? "grid-cols-[300px_minmax(0,1fr)_minmax(0,1.3fr)] medium:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)]"
                : "grid-cols-[360px_minmax(0,1fr)] medium:grid-cols-1",
            )}
          >
            <section
              aria-label={t("deals.details")}
              className={cx("min-h-0 overflow-y-auto", pane === "work" && "medium:hidden", pane !== "details" && "phone:hidden")}
            >
              <div className="px-4 py-3">
                {mayWrite && (
                  <InlineText
                    label={t("deals.deal_title")}
                    value={deal.title}
                    required
                    className="mb-2 text-14! font-semibold"
                    onSave={(title) => void changeDeal(deal.id, { title }).catch(toastError)}
                  />
                )}
                <DealFacts deal={deal} mayWrite={mayWrite} />
              </div>
              <RecordPart title={t("deals.history")}>
                <DealHistoryList dealId={deal.id} />
              </RecordPart>
            </section>
            <section
              aria-label={t("deals.work")}
              className={cx("min-h-0 overflow-y-auto border-s bg-surface-sunken", pane !== "work" && "medium:hidden", "medium:border-s-0")}
            >
              <RecordPart title={t("tasks.part")}>
                <TasksPart about={{ deal: deal.id }} />
              </RecordPart>
              <RecordPart title={t("activities.title")}>
                <ActivitiesPart about={{ deal: deal.id }} />
              </RecordPart>
            </section>
            {withChat && (
              <section
                aria-label={t("deals.chat")}
                className={cx("flex min-h-0 min-w-0 flex-col border-s phone:border-s-0", pane !== "chat" && "phone:hidden")}
              >
                <DealChat key={deal.contacts[0]?.id} deal={deal} />
              </section>
            )}
          </div>
        </>
      ) : (
        <SkeletonRows rows={6} />
      )}
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <DecideDialog deciding={deciding} onCancel={cancel} onDecide={decide} />
      <ConfirmDialog
        subject={deleting}
        onClose={() => setDeleting(undefined)}
        title={({ title }) => t("deals.delete_title", { title })}
        text={t("deals.delete_text")}
        action={t("common.delete")}
        onConfirm={async ({ id, title }) => {
          await request("DELETE", `/deals/${id}`);
          toast({ title: t("deals.deleted", { title }), tone: "success" });
          await navigate({ to: "/deals" });
          void dealsChanged();
        }}
      />
    </>
  );
}
