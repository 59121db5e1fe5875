import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { useKeyset } from "../api/query.ts";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { LoadMore } from "../settings/load-more.tsx";
import { Badge, Button, ErrorNotice, Section, SkeletonRows } from "../ui/index.ts";
import { type Counts, type Import, type Problem, problemList } from "./import-data.ts";

const shown = ["rows", "created", "changed", "unchanged", "skipped", "wrong", "duplicate"] as const;

/** What was counted, and the rows that are not taken with their reasons. */
export function Outcome({
  item,
  counts,
  title,
  actions,
  withProblems = true,
}: {
  item: Import;
  counts: Counts;
  title: string;
  actions?: ReactNode;
  withProblems?: boolean;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <Section
        title={title}
        actions={
          <>
            {actions}
            {item.state === "done" && (
              <Button asChild size="xs">
                <Link to="/contacts">{t("imports.see_contacts")}</Link>
              </Button>
            )}
          </>
        }
      >
        <dl className="grid grid-cols-7 gap-3 medium:grid-cols-4 phone:grid-cols-2">
          {shown.map((key) => (
            <div key={key} className="flex flex-col">
              <dt className="text-12 text-subtle">{t(`imports.${key}` as Key)}</dt>
              <dd
                className={`num text-20 font-semibold tracking-title ${(key === "wrong" || key === "duplicate") && counts[key] > 0 ? "text-danger-text" : ""}`}
              >
                {format.number(counts[key])}
              </dd>
            </div>
          ))}
        </dl>
        {counts.consents > 0 && <p className="text-muted">{t("imports.consents", { count: counts.consents })}</p>}
        {counts.unproven > 0 && (
          <p className="rounded-8 bg-warning-soft px-3 py-2 text-warning-text">{t("imports.unproven", { count: counts.unproven })}</p>
        )}
      </Section>
      {withProblems && !item.emptiedAt && counts.wrong + counts.duplicate > 0 && <Problems item={item} />}
    </>
  );
}

function Problems({ item }: { item: Import }) {
  const t = useT();
  const list = useKeyset<Problem>(problemList(item.id, item.state));
  return (
    <Section
      flush
      title={t("imports.problems")}
      actions={
        <Button asChild size="xs">
          <a href={`/api/v1/imports/${item.id}/problems/file`} download>
            <Download size={14} aria-hidden />
            {t("imports.download_problems")}
          </a>
        </Button>
      }
    >
      <p className="border-b px-4 py-2 text-12 text-pretty text-subtle">{t("imports.problems_text")}</p>
      {list.error ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={4} height={40} />
      ) : (
        <ul>
          {list.items.map((problem) => (
            <li key={problem.row} className="grid grid-cols-[64px_minmax(0,1fr)] gap-3 border-b px-4 py-2 last:border-b-0">
              <span className="num text-subtle">
                {t("imports.row")} {problem.row}
              </span>
              <div className="min-w-0">
                {problem.reasons.map((reason) => (
                  <p key={`${reason.column} ${reason.message}`}>
                    {reason.column && <Badge className="me-1.5">{reason.column}</Badge>}
                    {reason.message} {reason.remedy && <span className="text-muted">{reason.remedy}</span>}
                  </p>
                ))}
                <p className="cut text-12 text-subtle">{problem.cells.filter((cell) => cell.trim() !== "").join(" · ")}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </Section>
  );
}
