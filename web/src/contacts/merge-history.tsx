import { Link } from "@tanstack/react-router";
import { GitMerge } from "lucide-react";
import { useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, SkeletonRows } from "../ui/index.ts";
import { type Merge, mergeList, undoAndTell } from "./merge-data.ts";
import { movedKeys } from "./merge-words.tsx";

/** What was merged and by whom, with the way back. */
export function MergeHistory({ contactId }: { contactId?: string }) {
  const t = useT();
  const list = useKeyset(mergeList(contactId));
  if (list.error)
    return (
      <div className="p-4">
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  if (list.isPending) return <SkeletonRows rows={4} height={64} />;
  if (list.items.length === 0)
    return (
      <EmptyState icon={<GitMerge size={20} />} title={t("merge.no_merges")}>
        {t("merge.no_merges_text")}
      </EmptyState>
    );
  return (
    <>
      <ul className="flex flex-col">
        {list.items.map((merge) => (
          <Line key={merge.id} merge={merge} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="m-4 self-center" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("merge.more")}
        </Button>
      )}
    </>
  );
}

function Line({ merge }: { merge: Merge }) {
  const t = useT();
  const format = useFormat();
  const [undoing, setUndoing] = useState(false);
  const moved = Object.entries(merge.counts).flatMap(([table, count]) => (movedKeys[table] ? [t(movedKeys[table], { count })] : []));
  const undo = async () => {
    setUndoing(true);
    await undoAndTell(merge.id, t);
    setUndoing(false);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-pretty">
          <bdi className="font-medium">{merge.otherName || t("merge.somebody")}</bdi>{" "}
          <span className="text-subtle">{t("merge.became_part_of")}</span>{" "}
          <Link to="/contacts/$contactId" params={{ contactId: merge.contactId }} className="link">
            <bdi>{merge.contactName}</bdi>
          </Link>
        </p>
        <p className="text-12 text-subtle">
          {t("merge.merged_by", { name: merge.mergedBy ?? t("contacts.former_member"), when: format.dateTime(merge.mergedAt) })}
          {moved.length > 0 && ` · ${format.list(moved)}`}
        </p>
        {merge.undoFirst && <p className="text-12 text-muted">{t("merge.undo_first")}</p>}
      </div>
      {merge.undoneAt ? (
        <span className="text-12 text-subtle">
          {t("merge.undone_by", { name: merge.undoneBy ?? t("contacts.former_member"), when: format.dateTime(merge.undoneAt) })}
        </span>
      ) : (
        <Button loading={undoing} disabled={merge.undoFirst !== null} onClick={() => void undo()}>
          {t("merge.undo")}
        </Button>
      )}
    </li>
  );
}
