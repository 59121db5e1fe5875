import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Ellipsis, GitMerge, Trash2, UserX } from "lucide-react";
import { useState } from "react";
import { ApiError } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFilters } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { Button, EmptyState, ErrorNotice, IconButton, Menu, PageHeader, SavedAt, Skeleton, SkeletonRows } from "../ui/index.ts";
import { contactChanged, contactQuery } from "./contact-data.ts";
import { ContactFacts } from "./contact-facts.tsx";
import { ContactHead } from "./contact-head.tsx";
import { isAbout, useRefresh } from "./contact-live.ts";
import { useContactSearch } from "./contact-search.tsx";
import { ContactSide } from "./contact-side.tsx";
import { ContactTimeline } from "./contact-timeline.tsx";
import { EraseContact } from "./erase-contact.tsx";
import { MergeWith } from "./merge-with.tsx";
import { useSaving } from "./use-saving.ts";
import { WriteButton } from "./write-button.tsx";

type Pane = "timeline" | "facts" | "more";

/** The record of a person: who it is at the left, what happened in the middle, what one does at the right. */
export function ContactPage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { contactId = "" } = useParams({ strict: false });
  const [filters, setFilters] = useFilters<{ pane?: string; show?: string }>();
  const [erasing, setErasing] = useState(false);
  const [merging, setMerging] = useState(false);
  const { data: contact, error, refetch } = useQuery(contactQuery(contactId));
  const saving = useSaving(contactId);
  const pane = (["facts", "more"].includes(filters.pane ?? "") ? filters.pane : "timeline") as Pane;
  useContactSearch();

  useRefresh(
    (event) => event.contactId === contactId && event.name !== "contact.erased",
    () => contactChanged(contactId),
  );
  useRefresh(
    (event) => isAbout(event, "tag", "member"),
    () => {
      for (const key of ["tags", "members"]) void queryClient.invalidateQueries({ queryKey: [key] });
    },
  );

  const crumbs = [
    <Link key="contacts" to="/contacts" className="phone:hidden">
      {t("contacts.title")}
    </Link>,
  ];
  const back = () => navigate({ to: "/contacts" });

  if (error && !contact) {
    const gone = error instanceof ApiError && error.status === 404;
    return (
      <>
        <PageHeader title={t("contacts.contact")} crumbs={crumbs} onBack={() => void back()} />
        {gone ? (
          <EmptyState
            icon={<UserX size={20} />}
            title={t("contacts.gone")}
            action={
              <Button asChild variant="primary">
                <Link to="/contacts">{t("contacts.all")}</Link>
              </Button>
            }
          >
            {t("contacts.gone_text")}
          </EmptyState>
        ) : (
          <div className="p-4">
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
      </>
    );
  }

  const shown = (when: Pane, from: "phone" | "medium") => cx(pane !== when && (from === "phone" ? "phone:hidden" : "medium:hidden"));
  return (
    <>
      <PageHeader
        title={contact ? <bdi>{contact.name}</bdi> : <Skeleton className="h-4 w-40" />}
        crumbs={crumbs}
        onBack={() => void back()}
        actions={
          contact && (
            <>
              <span className="phone:hidden">
                <SavedAt at={saving.savedAt} saving={saving.saving} />
              </span>
              {can("inbox.reply") && (
                <span className="phone:hidden">
                  <WriteButton contact={contact} />
                </span>
              )}
              {can("contacts.write") && (
                <Menu
                  align="end"
                  trigger={
                    <IconButton label={t("common.more")}>
                      <Ellipsis size={16} />
                    </IconButton>
                  }
                  items={[
                    ...(can("contacts.merge")
                      ? [{ label: t("merge.with"), icon: <GitMerge size={16} />, onSelect: () => setMerging(true) }]
                      : []),
                    { label: t("contacts.erase"), icon: <Trash2 size={16} />, danger: true, onSelect: () => setErasing(true) },
                  ]}
                />
              )}
            </>
          )
        }
      />
      {contact ? (
        <div className="grid min-h-0 flex-1 grid-cols-[300px_minmax(0,1fr)_340px] grid-rows-[auto_minmax(0,1fr)] medium:grid-cols-[280px_minmax(0,1fr)] medium:grid-rows-[36px_auto_minmax(0,1fr)] phone:block phone:overflow-y-auto">
          <div className="border-e border-b p-4 medium:row-span-2 phone:border-e-0 phone:border-b-0">
            <ContactHead contact={contact} saving={saving} />
          </div>
          <PaneTabs pane={pane} onChange={(next) => void setFilters({ pane: next === "timeline" ? "" : next })} />
          <section
            aria-label={t("contacts.facts")}
            className={cx(
              "overflow-y-auto border-e medium:col-start-1 medium:row-start-3 phone:overflow-visible phone:border-e-0",
              shown("facts", "phone"),
            )}
          >
            <ContactFacts contact={contact} saving={saving} />
          </section>
          <section
            aria-label={t("contacts.timeline")}
            className={cx(
              "col-start-2 row-span-2 row-start-1 overflow-y-auto medium:row-start-2 phone:overflow-visible",
              pane === "more" && "medium:hidden",
              shown("timeline", "phone"),
            )}
          >
            <ContactTimeline contact={contact} show={filters.show} onShow={(show) => void setFilters({ show })} />
          </section>
          <section
            aria-label={t("contacts.conversations_and_notes")}
            className={cx(
              "col-start-3 row-span-2 row-start-1 overflow-y-auto border-s bg-surface-sunken medium:col-start-2 medium:row-start-2 medium:border-s-0 medium:bg-surface phone:overflow-visible",
              shown("more", "medium"),
            )}
          >
            <ContactSide contact={contact} />
          </section>
        </div>
      ) : (
        <SkeletonRows rows={6} />
      )}
      {contact && <MergeWith contact={contact} open={merging} onOpenChange={setMerging} />}
      {contact && <EraseContact contact={contact} open={erasing} onOpenChange={setErasing} onErased={back} />}
    </>
  );
}

/** On smaller screens the columns are tabs; facts stay at the left until there is no room for two. */
function PaneTabs({ pane, onChange }: { pane: Pane; onChange: (pane: Pane) => void }) {
  const t = useT();
  const names: Record<Pane, string> = {
    timeline: t("contacts.timeline"),
    facts: t("contacts.facts"),
    more: t("contacts.conversations_and_notes"),
  };
  return (
    <nav
      aria-label={t("contacts.parts")}
      className="flex h-9 items-center gap-4 overflow-x-auto border-b bg-surface px-4 scrollbar-none wide:hidden medium:col-start-2 medium:row-start-1 phone:sticky phone:top-0 phone:z-sticky phone:h-11"
    >
      {(["timeline", "facts", "more"] as const).map((each) => {
        // Where facts stand at the left, their tab is not needed and the timeline is what is open instead.
        const here = pane === each;
        return (
          <button
            key={each}
            type="button"
            aria-current={here ? "true" : undefined}
            onClick={() => onChange(each)}
            className={cx(
              "relative h-full shrink-0 font-medium whitespace-nowrap outline-offset-[-2px] after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-t-full",
              here ? "text-text after:bg-accent-text" : "text-subtle hover:text-text",
              each === "facts" && "desk:hidden",
              each === "timeline" && pane === "facts" && "desk:text-text desk:after:bg-accent-text",
            )}
          >
            {names[each]}
          </button>
        );
      })}
    </nav>
  );
}
