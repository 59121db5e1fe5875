import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, ErrorNotice, PageHeader, SkeletonRows, Tabs } from "../ui/index.ts";
import { type Segment, segmentChanged, segmentQuery } from "./segment-data.ts";
import { SegmentEditor } from "./segment-editor.tsx";
import { SegmentExplain } from "./segment-explain.tsx";
import { SegmentHistory } from "./segment-history.tsx";
import { SegmentMembers } from "./segment-members.tsx";
import { SegmentMenu } from "./segment-menu.tsx";

const tabs = ["rule", "members", "history", "why"] as const;

export function SegmentPage() {
  const { segmentId } = useParams({ strict: false }) as { segmentId: string };
  const t = useT();
  // People come and go by the thousand when a rule changes, so no live event tells of each: who looks, asks.
  const { data, error, refetch } = useQuery({ ...segmentQuery(segmentId), refetchInterval: 3000 });
  useMembersFollow(segmentId, data?.members);
  useRefresh(
    (event) => isAbout(event, "segment"),
    () => segmentChanged(segmentId),
    2000,
  );
  if (error && !data)
    return (
      <>
        <PageHeader title={t("segments.title")} />
        <div className="p-6">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      </>
    );
  if (!data)
    return (
      <>
        <PageHeader title={t("segments.title")} />
        <div className="p-6">
          <SkeletonRows rows={6} />
        </div>
      </>
    );
  return <Loaded key={data.id} segment={data} />;
}

function Loaded({ segment }: { segment: Segment }) {
  const t = useT();
  const can = useCan();
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<{ tab?: string; contact?: string }>();
  const tab = tabs.find((each) => each === filters.tab) ?? "rule";
  const building = segment.building;
  return (
    <>
      <PageHeader
        title={segment.name}
        crumbs={[
          <Link key="all" to="/segments">
            {t("segments.title")}
          </Link>,
        ]}
        onBack={() => void navigate({ to: "/segments" })}
        actions={can("segments.write") && <SegmentMenu segment={segment} />}
      >
        {segment.state === "archived" ? (
          <Badge>{t("segments.state_archived")}</Badge>
        ) : building ? (
          <Badge tone="info">
            {t("segments.state_building")} {format.percent(building.share)}
          </Badge>
        ) : (
          <span className="num text-subtle">{t("segments.member_count", { count: segment.members })}</span>
        )}
      </PageHeader>
      <Tabs
        label={segment.name}
        value={tab}
        onChange={(next) => void setFilters({ tab: next === "rule" ? "" : next })}
        items={[
          { value: "rule", label: t("segments.rule") },
          { value: "members", label: t("segments.members"), count: format.number(segment.members) },
          { value: "history", label: t("segments.history") },
          ...(can("contacts.read") ? [{ value: "why" as const, label: t("segments.why") }] : []),
        ]}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-300 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          {tab === "rule" && <SegmentEditor segment={segment} />}
          {tab === "members" && <SegmentMembers segmentId={segment.id} />}
          {tab === "history" && <SegmentHistory segmentId={segment.id} />}
          {tab === "why" && (
            <SegmentExplain segmentId={segment.id} contactId={filters.contact} onContact={(contact) => void setFilters({ contact })} />
          )}
        </div>
      </div>
    </>
  );
}

/** Another count: the list of members and the days are asked for again. */
function useMembersFollow(segmentId: string, members: number | undefined) {
  const before = useRef(members);
  useEffect(() => {
    if (before.current !== undefined && before.current !== members)
      for (const part of ["members", "days"]) void queryClient.invalidateQueries({ queryKey: ["segment", segmentId, part] });
    before.current = members;
  }, [segmentId, members]);
}

export function NewSegmentPage() {
  const t = useT();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={t("segments.new")}
        crumbs={[
          <Link key="all" to="/segments">
            {t("segments.title")}
          </Link>,
        ]}
        onBack={() => void navigate({ to: "/segments" })}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-300 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          <SegmentEditor segment={null} />
        </div>
      </div>
    </>
  );
}
