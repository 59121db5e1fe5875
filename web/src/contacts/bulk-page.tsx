import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListChecks } from "lucide-react";
import { useEffect, useState } from "react";
import { request } from "../api/client.ts";
import { keyset, type Page, queryClient, useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, EmptyState, ErrorNotice, PageHeader, Progress, Sheet, SkeletonRows, toastError } from "../ui/index.ts";
import { type BulkJob, bulkList, cancelBulk, isAtWork, undoBulk, useBulkWords } from "./bulk-data.ts";
import { type ConditionFields, useConditionFields } from "./condition-fields.ts";
import { useConditionWords } from "./condition-words.ts";

/** Changes of many contacts: those at work with how far they are, and what became of the others. */
export function BulkPage() {
  const t = useT();
  const list = useKeyset(bulkList);
  const known = useConditionFields();
  const [problemsOf, setProblemsOf] = useState<string>();
  const busy = list.items.some(isAtWork);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: ["bulk-jobs"] }), 1000);
    return () => clearInterval(timer);
  }, [busy]);

  return (
    <>
      <PageHeader
        title={t("bulk.title")}
        actions={
          <Button asChild>
            <Link to="/contacts">{t("bulk.open_contacts")}</Link>
          </Button>
        }
      />
      {list.error ? (
        <div className="p-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <SkeletonRows rows={6} height={72} />
      ) : list.items.length === 0 ? (
        <EmptyState
          icon={<ListChecks size={20} />}
          title={t("bulk.empty")}
          action={
            <Button asChild>
              <Link to="/contacts">{t("bulk.open_contacts")}</Link>
            </Button>
          }
        >
          {t("bulk.empty_text")}
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto p-4">
          <ul className="mx-auto flex max-w-180 flex-col gap-3">
            {list.items.map((job) => (
              <JobCard key={job.id} job={job} known={known} onProblems={() => setProblemsOf(job.id)} />
            ))}
          </ul>
          {list.hasNextPage && (
            <p className="py-3 text-center">
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t("common.load_more")}
              </Button>
            </p>
          )}
        </div>
      )}
      {problemsOf && <Problems id={problemsOf} onClose={() => setProblemsOf(undefined)} />}
    </>
  );
}

function JobCard({ job, known, onProblems }: { job: BulkJob; known: ConditionFields; onProblems: () => void }) {
  const t = useT();
  const format = useFormat();
  const words = useBulkWords(known);
  const sentence = useConditionWords(known);
  const title = words(job.action);
  const done = job.changed + job.unchanged + job.skipped + job.problems;
  const running = job.state === "preparing" || job.state === "running";
  const undoing = job.undo.state === "running";
  const act = (verb: (id: string) => Promise<unknown>) => () => void verb(job.id).catch(toastError);
  const told = [
    job.changed > 0 && t("bulk.changed", { count: job.changed }),
    job.unchanged > 0 && t("bulk.unchanged", { count: format.number(job.unchanged) }),
    job.skipped > 0 && t("bulk.skipped", { count: format.number(job.skipped) }),
    job.undo.undone > 0 && t(undoing ? "bulk.undoing" : "bulk.undone", { count: format.number(job.undo.undone) }),
    job.undo.kept > 0 && !undoing && t("bulk.kept", { count: format.number(job.undo.kept) }),
  ].filter((each) => each !== false);
  return (
    <li className="flex flex-col gap-2 rounded-8 border bg-surface-raised px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 flex-1 text-14 font-medium">
          <bdi>{title}</bdi>
        </h2>
        {!running && (
          <Badge tone={job.state === "done" ? "success" : job.state === "failed" ? "danger" : "plain"}>
            {t(`bulk.state_${job.state as "done"}`)}
          </Badge>
        )}
        {running && <Button onClick={act(cancelBulk)}>{t("bulk.cancel")}</Button>}
        {job.undo.state === "possible" && <Button onClick={act(undoBulk)}>{t("bulk.undo")}</Button>}
      </div>
      <p className="text-12 text-subtle">
        {t("bulk.by", { name: job.by.name ?? "Candor", when: format.dateTime(job.createdAt) })}
        {job.filter && job.filter.length > 0 && <> · {job.filter.map(sentence).join(" · ")}</>}
        {job.search && <> · “{job.search}”</>}
      </p>
      {running && (
        <>
          <Progress value={job.state === "preparing" ? null : done} max={job.total} label={t("bulk.progress", { name: title })} />
          <p className="num text-12 text-muted" role="status">
            {job.state === "preparing"
              ? t("bulk.state_preparing", { count: format.number(job.total) })
              : t("bulk.state_running", { done: format.number(done), total: format.number(job.total) })}
          </p>
        </>
      )}
      {undoing && <Progress value={job.undo.undone + job.undo.kept} max={job.changed} label={t("bulk.progress", { name: title })} />}
      {job.failure && <p className="text-danger-text">{t(`bulk.failure_${job.failure}`)}</p>}
      {told.length > 0 && <p className="num text-muted">{told.join(" · ")}</p>}
      <div className="flex flex-wrap items-center gap-3 empty:hidden">
        {job.problems > 0 && (
          <Button variant="ghost" className="text-danger-text" onClick={onProblems}>
            {t("bulk.problems", { count: job.problems })}
          </Button>
        )}
        {job.undo.state === "possible" && job.undo.until && (
          <span className="text-12 text-subtle">{t("bulk.undo_until", { when: format.date(job.undo.until) })}</span>
        )}
      </div>
    </li>
  );
}

type Problem = { contactId: string; name: string; problems: { field: string; message: string; remedy?: string }[] };

function Problems({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const list = useInfiniteQuery(
    keyset(["bulk-jobs", id, "problems"], ({ after, limit, signal }) =>
      request<Page<Problem>>("GET", `/bulk-jobs/${id}/problems`, { query: { after, limit }, signal }),
    ),
  );
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={t("bulk.problems_title")}>
      {list.error && <ErrorNotice error={list.error} />}
      {list.isPending && <SkeletonRows rows={6} height={48} />}
      <ul className="flex flex-col gap-3">
        {list.data?.pages
          .flatMap((page) => page.items)
          .map((item) => (
            <li key={item.contactId}>
              <Link to="/contacts/$contactId" params={{ contactId: item.contactId }} className="font-medium hover:text-accent-text">
                <bdi>{item.name}</bdi>
              </Link>
              {item.problems.map((problem) => (
                <p key={problem.field} className="text-muted">
                  {problem.message} {problem.remedy}
                </p>
              ))}
            </li>
          ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-3" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("common.load_more")}
        </Button>
      )}
    </Sheet>
  );
}
