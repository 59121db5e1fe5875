import { useMemo } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { type ConditionFields, useConditionFields } from "./condition-fields.ts";
import { useConditionWords } from "./condition-words.ts";
import type { ScoreRule } from "./record-data.ts";

/** What a scoring rule may ask: neither the score itself nor a segment, which may ask for the score. */
export function useScoredFields(): ConditionFields {
  const all = useConditionFields();
  return useMemo(() => ({ ...all, fields: all.fields.filter((field) => field.field !== "score"), segments: [] }), [all]);
}

/** A whole rule as a sentence: "+10 for each message.received, at most 3 times, of the last 30 days". */
export function useRuleSentence() {
  const t = useT();
  const format = useFormat();
  const condition = useConditionWords(useScoredFields());
  return (rule: ScoreRule["rule"], points: number): string => {
    const signed = format.number(points, { signDisplay: "exceptZero" });
    if (rule.kind === "condition") return t("scoring.sentence_condition", { points: signed, condition: condition(rule.condition) });
    return [
      t("scoring.sentence_event", { points: signed, event: rule.event, count: rule.atMost }),
      rule.windowDays === null ? "" : t("scoring.sentence_within", { days: rule.windowDays }),
      rule.halfLifeDays === null ? "" : t("scoring.sentence_half", { days: rule.halfLifeDays }),
    ]
      .filter(Boolean)
      .join(t("scoring.comma"));
  };
}
