import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { queryClient } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Progress } from "../ui/index.ts";
import { bulkNow, isAtWork, useBulkWords } from "./bulk-data.ts";
import { useConditionFields } from "./condition-fields.ts";

/** A line over the list while a bulk change is at work; leads to its page. */
export function BulkRunning() {
  const t = useT();
  const format = useFormat();
  const words = useBulkWords(useConditionFields());
  const running = (useQuery(bulkNow).data ?? []).filter(isAtWork);
  const [job] = running;
  const worked = useRef(false);
  useEffect(() => {
    // What it changed stands in the list.
    if (worked.current && !job) void queryClient.invalidateQueries({ queryKey: ["contacts"] });
    worked.current = job !== undefined;
  }, [job]);
  if (!job) return null;
  const done = job.changed + job.unchanged + job.skipped + job.problems;
  const title = words(job.action);
  return (
    <Link
      to="/contacts/bulk"
      className="flex shrink-0 items-center gap-3 border-b bg-surface-sunken px-4 py-1.5 text-12 hover:bg-surface-hover"
    >
      <span className="shrink-0 font-medium">
        {running.length > 1 ? t("bulk.running_now", { count: running.length }) : <bdi>{title}</bdi>}
      </span>
      <span className="max-w-60 flex-1">
        <Progress value={job.state === "running" ? done : null} max={job.total} label={t("bulk.progress", { name: title })} />
      </span>
      {job.state === "running" && (
        <span className="num text-subtle">{t("bulk.state_running", { done: format.number(done), total: format.number(job.total) })}</span>
      )}
    </Link>
  );
}
