import { type Key, useT } from "../i18n/index.ts";

type Named = { key?: string | null; name: string | null };

/** A stage, a reason or a pipeline we bring has no name of its own: it is told in the reader's language. */
export function useNames() {
  const t = useT();
  return {
    pipeline: (pipeline: { name: string | null }) => pipeline.name ?? t("deals.first_pipeline"),
    stage: (stage: Named) => stage.name ?? t((stage.key && stageKeys[stage.key]) || "deals.stage_new"),
    reason: (reason: Named) => reason.name ?? t((reason.key && reasonKeys[reason.key]) || "deals.reason"),
  };
}

const stageKeys: Record<string, Key> = {
  new: "deals.stage_new",
  qualified: "deals.stage_qualified",
  proposal: "deals.stage_proposal",
  negotiation: "deals.stage_negotiation",
  won: "deals.stage_won",
  lost: "deals.stage_lost",
};
const reasonKeys: Record<string, Key> = {
  price: "deals.reason_price",
  fit: "deals.reason_fit",
  service: "deals.reason_service",
  competitor: "deals.reason_competitor",
  no_need: "deals.reason_no_need",
  timing: "deals.reason_timing",
  no_answer: "deals.reason_no_answer",
};
