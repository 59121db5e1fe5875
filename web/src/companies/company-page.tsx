import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Building2, Combine, Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { mainIdentity } from "../contacts/identity-words.ts";
import { InlineText } from "../contacts/inline-text.tsx";
import { RecordPart } from "../contacts/record-part.tsx";
import { DealsPart } from "../deals/contact-sales.tsx";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { LoadMore } from "../settings/load-more.tsx";
import { ActivitiesPart } from "../tasks/activities-part.tsx";
import { TasksPart } from "../tasks/tasks-part.tsx";
import {
  Avatar,
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
import { type Company, type CompanyChange, changeCompany, companiesChanged, companyQuery, peopleList } from "./company-data.ts";
import { CompanyFacts } from "./company-facts.tsx";
import { MergeCompany } from "./merge-company.tsx";

const panes = ["facts", "people", "work"] as const;

/** The record of a business: its facts, its people, its deals and what is to be done. */
export function CompanyPage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { companyId = "" } = useParams({ strict: false });
  const [filters, setFilters] = useFilters<{ pane?: string }>();
  const [deleting, setDeleting] = useState<Company>();
  const [merging, setMerging] = useState(false);
  const { data: company, error, refetch } = useQuery(companyQuery(companyId));
  const mayWrite = can("contacts.write");
  const sells = can("sales.read");
  const pane = panes.find((each) => each === filters.pane) ?? "people";
  const save = (change: CompanyChange) => void changeCompany(companyId, change).catch(toastError);
  useRefresh(
    (event) => isAbout(event, "company", "contact"),
    () => void companiesChanged(),
    4000,
  );

  const back = () => void navigate({ to: "/companies" });
  const crumbs = [
    <Link key="companies" to="/companies" className="phone:hidden">
      {t("companies.title")}
    </Link>,
  ];
  if (error && !company) {
    const gone = error instanceof ApiError && (error.status === 404 || error.status === 400);
    return (
      <>
        <PageHeader title={t("companies.company")} crumbs={crumbs} onBack={back} />
        {gone ? (
          <EmptyState
            icon={<Building2 size={20} />}
            title={t("companies.gone")}
            action={
              <Button asChild variant="primary">
                <Link to="/companies">{t("companies.all")}</Link>
              </Button>
            }
          >
            {t("companies.gone_text")}
          </EmptyState>
        ) : (
          <div className="p-4">
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={company ? <bdi>{company.name}</bdi> : <Skeleton className="h-4 w-40" />}
        crumbs={crumbs}
        onBack={back}
        actions={
          company &&
          mayWrite && (
            <Menu
              align="end"
              trigger={
                <IconButton label={t("common.more")}>
                  <Ellipsis size={16} />
                </IconButton>
              }
              items={[
                { label: t("companies.merge"), icon: <Combine size={16} />, onSelect: () => setMerging(true) },
                { label: t("companies.delete"), icon: <Trash2 size={16} />, danger: true, onSelect: () => setDeleting(company) },
              ]}
            />
          )
        }
      />
      {company ? (
        <>
          <nav aria-label={t("contacts.parts")} className="flex h-9 shrink-0 gap-4 border-b px-4 wide:hidden phone:h-11">
            {panes
              .filter((each) => each !== "work" || sells)
              .map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-current={pane === each ? "page" : undefined}
                  onClick={() => void setFilters({ pane: each === "people" ? "" : each })}
                  className={cx(tabClasses, "h-full!", each === "facts" && "desk:hidden")}
                >
                  {t(`companies.${each}`)}
                </button>
              ))}
          </nav>
          <div className="grid min-h-0 flex-1 grid-cols-[320px_minmax(0,1fr)_360px] medium:grid-cols-[300px_minmax(0,1fr)] phone:grid-cols-1">
            <section
              aria-label={t("companies.facts")}
              className={cx("min-h-0 overflow-y-auto border-e px-4 py-3 phone:border-e-0", pane !== "facts" && "phone:hidden")}
            >
              <div className="mb-3 flex items-center gap-3">
                <Avatar name={company.name} size={48} square />
                {mayWrite ? (
                  <InlineText
                    label={t("companies.name")}
                    value={company.name}
                    required
                    className="text-16! font-semibold tracking-title"
                    onSave={(name) => save({ name })}
                  />
                ) : (
                  <bdi className="cut text-16 font-semibold tracking-title">{company.name}</bdi>
                )}
              </div>
              <CompanyFacts company={company} mayWrite={mayWrite} save={save} />
            </section>
            <section
              aria-label={t("companies.people")}
              className={cx("min-h-0 overflow-y-auto", pane === "work" && "medium:hidden", pane !== "people" && "phone:hidden")}
            >
              <People companyId={company.id} />
            </section>
            {sells && (
              <section
                aria-label={t("companies.work")}
                className={cx("min-h-0 overflow-y-auto border-s bg-surface-sunken medium:border-s-0", pane !== "work" && "medium:hidden")}
              >
                <DealsPart about={{ company: company.id }} start={{ company }} />
                <RecordPart title={t("tasks.part")}>
                  <TasksPart about={{ company: company.id }} />
                </RecordPart>
                <RecordPart title={t("activities.title")}>
                  <ActivitiesPart about={{ company: company.id }} />
                </RecordPart>
              </section>
            )}
          </div>
          <MergeCompany company={company} open={merging} onOpenChange={setMerging} />
        </>
      ) : (
        <SkeletonRows rows={6} />
      )}
      <ConfirmDialog
        subject={deleting}
        onClose={() => setDeleting(undefined)}
        title={({ name }) => t("companies.delete_title", { name })}
        text={t("companies.delete_text")}
        action={t("common.delete")}
        onConfirm={async ({ id, name }) => {
          await request("DELETE", `/companies/${id}`);
          toast({ title: t("companies.deleted", { name }), tone: "success" });
          await navigate({ to: "/companies" });
          void companiesChanged();
          void queryClient.invalidateQueries({ queryKey: ["contacts"] });
        }}
      />
    </>
  );
}

function People({ companyId }: { companyId: string }) {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(peopleList(companyId));
  if (list.error)
    return (
      <div className="p-4">
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  if (list.isPending) return <SkeletonRows rows={4} height={52} />;
  if (list.items.length === 0) return <EmptyState title={t("companies.no_people")}>{t("companies.no_people_text")}</EmptyState>;
  return (
    <>
      <ul aria-label={t("companies.people")}>
        {list.items.map((contact) => (
          <li key={contact.id}>
            <Link
              to="/contacts/$contactId"
              params={{ contactId: contact.id }}
              className="flex min-h-13 items-center gap-3 border-b px-4 py-1.5 outline-offset-[-2px] hover:bg-surface-hover"
            >
              <Avatar name={contact.name} size={32} />
              <span className="min-w-0 flex-1">
                <bdi className="cut block font-medium">{contact.name}</bdi>
                <bdi dir="ltr" className="cut block text-start text-12 text-subtle">
                  {mainIdentity(contact.identities)?.display}
                </bdi>
              </span>
              {contact.lastSeenAt && <span className="num text-12 text-subtle">{format.short(contact.lastSeenAt)}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}
