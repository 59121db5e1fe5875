import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiError } from "../api/client.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, cx, ErrorNotice, Section, Skeleton, Spinner } from "../ui/index.ts";
import type { Rule } from "./rule.ts";
import { preview, type SegmentPreview } from "./segment-data.ts";

const restMs = 400;

/** Asks again when the rule has rested: what was counted last stays until the new count is there. */
export function usePreview(rule: Rule) {
  const [rested, setRested] = useState(rule);
  useEffect(() => {
    const timer = setTimeout(() => setRested(rule), restMs);
    return () => clearTimeout(timer);
  }, [rule]);
  const query = useQuery({ ...preview(rested), placeholderData: (before: SegmentPreview | undefined) => before });
  return { ...query, waiting: query.isFetching || rested !== rule };
}

/** How many the rule holds for right now, and some of them by name. */
export function PreviewPanel({ query }: { query: ReturnType<typeof usePreview> }) {
  const t = useT();
  const format = useFormat();
  const { data, error, waiting } = query;
  return (
    <Section title={t("segments.preview")} actions={waiting && <Spinner />}>
      {error && !waiting ? (
        error instanceof ApiError && error.status === 400 ? (
          <p role="alert" className="text-warning-text">
            {t("segments.unfinished")} <span className="text-subtle">{error.message}</span>
          </p>
        ) : (
          <ErrorNotice error={error} onRetry={() => void query.refetch()} />
        )
      ) : !data ? (
        <Skeleton className="h-12" />
      ) : (
        <div className={cx("flex flex-col gap-3 transition-opacity", waiting && "opacity-60")} aria-busy={waiting}>
          <p aria-live="polite">
            <span className="num text-28 font-semibold tracking-title">
              {data.exact ? format.number(data.count) : t("segments.about_count", { count: format.number(data.count) })}
            </span>{" "}
            <span className="text-subtle">
              {data.total > 0 && t("segments.of_all", { percent: format.percent(data.count / data.total) })}
            </span>
          </p>
          {!data.exact && <p className="text-12 text-subtle">{t("segments.estimated")}</p>}
          {data.count === 0 ? (
            <p className="text-subtle">{t("segments.nobody")}</p>
          ) : (
            data.sample.length > 0 && (
              <div>
                <h3 className="mb-1 text-12 font-medium text-subtle">{t("segments.sample")}</h3>
                <ul className="flex flex-col">
                  {data.sample.map((contact) => (
                    <li key={contact.id}>
                      <Link
                        to="/contacts/$contactId"
                        params={{ contactId: contact.id }}
                        className="flex min-h-8 items-center gap-2 rounded-6 px-1 hover:bg-surface-hover"
                      >
                        <Avatar name={contact.name} size={20} />
                        <span className="cut flex-1">{contact.name}</span>
                        <span className="cut text-12 text-subtle">{contact.company ?? contact.identities[0]?.display}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            )
          )}
        </div>
      )}
    </Section>
  );
}
