import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, Skeleton } from "../ui/index.ts";
import { countQuery, type ListState } from "./list-state.ts";

/** How many there are: exact up to ten thousand, beyond that where somebody asks. */
export function ListCount({ state }: { state: Pick<ListState, "q" | "filter"> }) {
  const t = useT();
  const format = useFormat();
  const [exactOf, setExactOf] = useState("");
  const asked = JSON.stringify([state.q, state.filter]);
  const quick = useQuery(countQuery(state));
  const exact = useQuery({ ...countQuery(state, true), enabled: exactOf === asked });
  const count = exact.data ?? quick.data;
  if (!count) return quick.isPending ? <Skeleton className="h-3 w-20" /> : null;
  if (!count.more && count.count !== null)
    return <span className="num text-12 text-subtle">{t("list.count", { count: count.count })}</span>;
  return (
    <span className="num flex items-center gap-1 text-12 text-subtle">
      {count.count === null ? t("list.count_slow") : t("list.count_more", { count: format.number(count.count) })}
      {!exact.data && (
        <Button size="xs" variant="ghost" loading={exact.isFetching} onClick={() => setExactOf(asked)}>
          {t("list.count_all")}
        </Button>
      )}
    </span>
  );
}
