import { useQuery } from "@tanstack/react-query";
import { useFormat, useT } from "../i18n/index.ts";
import { EmptyState, ErrorNotice, Section, SkeletonRows, Table } from "../ui/index.ts";
import { segmentDays } from "./segment-data.ts";

/** How many came, went, and were in at the end of each day. */
export function SegmentHistory({ segmentId }: { segmentId: string }) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery(segmentDays(segmentId));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  if (data.items.length === 0) return <EmptyState title={t("segments.no_history")} />;
  const most = Math.max(1, ...data.items.map((day) => day.members));
  const newest = data.items.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <Section flush title={t("segments.per_day")}>
      <Table
        caption={t("segments.per_day")}
        rows={newest}
        rowKey={(day) => day.day}
        columns={[
          { key: "day", header: t("segments.day"), cell: (day) => format.date(`${day.day}T12:00:00Z`) },
          {
            key: "entered",
            header: t("segments.entered"),
            align: "end",
            cell: (day) => <span className="num">+{format.number(day.entered)}</span>,
          },
          { key: "left", header: t("segments.left"), align: "end", cell: (day) => <span className="num">−{format.number(day.left)}</span> },
          {
            key: "members",
            header: t("segments.members"),
            align: "end",
            cell: (day) => (
              <span className="flex items-center justify-end gap-2">
                <meter className="h-2 w-24 phone:hidden" min={0} max={most} value={day.members} aria-hidden />
                <span className="num">{format.number(day.members)}</span>
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
