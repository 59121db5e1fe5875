import { useQuery } from "@tanstack/react-query";
import { useFormat, useT } from "../i18n/index.ts";
import { historyQuery } from "./deal-data.ts";
import { StageDot } from "./stage-dot.tsx";
import { useNames } from "./stage-words.ts";

/** The stages a deal went through, latest first. */
export function DealHistoryList({ dealId }: { dealId: string }) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const { data = [] } = useQuery(historyQuery(dealId));
  return (
    <ol className="flex flex-col">
      {data.toReversed().map((move) => (
        <li key={move.id} className="flex items-start gap-2.5 py-1">
          <span className="mt-1.5 grid">
            <StageDot hue={move.to.hue} />
          </span>
          <span className="min-w-0">
            <span className="block">
              {move.from
                ? t("deals.history_moved", { from: names.stage(move.from), to: names.stage(move.to) })
                : t("deals.history_began", { stage: names.stage(move.to) })}
            </span>
            <span className="num block text-12 text-subtle">
              {move.by ? t("deals.history_by", { name: move.by.name, when: format.dateTime(move.at) }) : format.dateTime(move.at)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
