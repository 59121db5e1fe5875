import { Link } from "@tanstack/react-router";
import { UsersRound } from "lucide-react";
import { useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, Button, type Column, EmptyState, ErrorNotice, SkeletonRows, Table } from "../ui/index.ts";
import { type SegmentMember, segmentMembers } from "./segment-data.ts";

/** Who is in, newest contact first. */
export function SegmentMembers({ segmentId }: { segmentId: string }) {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(segmentMembers(segmentId));
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <SkeletonRows rows={8} height={44} />;
  const columns: Column<SegmentMember>[] = [
    {
      key: "name",
      header: t("segments.name"),
      cell: (member) => (
        <Link to="/contacts/$contactId" params={{ contactId: member.id }} className="flex items-center gap-2 font-medium">
          <Avatar name={member.name} size={24} />
          <span className="cut">{member.name}</span>
        </Link>
      ),
    },
    { key: "company", header: t("contacts.company"), hideOnPhone: true, cell: (member) => member.company },
    { key: "reached", header: t("contacts.identities"), hideOnPhone: true, cell: (member) => <bdi>{member.identities[0]?.display}</bdi> },
    { key: "since", header: t("segments.in_since"), align: "end", cell: (member) => format.short(member.since) },
  ];
  return (
    <div className="rounded-12 border bg-surface-raised">
      <Table
        caption={t("segments.members")}
        columns={columns}
        rows={list.items}
        rowKey={(member) => member.id}
        empty={<EmptyState icon={<UsersRound size={20} />} title={t("segments.no_members")} />}
      />
      {list.hasNextPage && (
        <div className="border-t p-2 text-center">
          <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("common.load_more")}
          </Button>
        </div>
      )}
    </div>
  );
}
