import { useT } from "../i18n/index.ts";
import { cx } from "../ui/index.ts";
import { type Deal, usePipelines } from "./deal-data.ts";
import { useNames } from "./stage-words.ts";
import type { Target } from "./use-move.ts";

/** The way the deal goes: where it is, and a press away from where it may go. */
export function StageSteps({ deal, mayWrite, onMove }: { deal: Deal; mayWrite: boolean; onMove: (target: Target) => void }) {
  const t = useT();
  const names = useNames();
  const stages = usePipelines().data?.find((pipeline) => pipeline.id === deal.pipelineId)?.stages ?? [];
  const at = stages.findIndex((stage) => stage.id === deal.stageId);
  return (
    <ol aria-label={t("deals.stage")} className="flex shrink-0 gap-1 overflow-x-auto border-b px-4 py-2 scrollbar-none">
      {stages.map((stage, index) => {
        const here = stage.id === deal.stageId;
        const past = index < at && deal.state !== "lost" && stage.kind === "open";
        return (
          <li key={stage.id} className="min-w-24 flex-1">
            <button
              type="button"
              aria-current={here ? "step" : undefined}
              disabled={!mayWrite}
              onClick={() => !here && onMove({ stage })}
              className={cx(
                "cut h-7 w-full rounded-6 px-2 text-center text-12 font-medium phone:h-9",
                here
                  ? stage.kind === "lost"
                    ? "bg-danger-soft text-danger-text"
                    : "bg-accent text-on-accent"
                  : past
                    ? "bg-accent-soft text-accent-text"
                    : "bg-surface-chip text-muted",
                mayWrite && !here && "hover:bg-surface-selected",
              )}
            >
              {names.stage(stage)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
