import { useConditionFields } from "../contacts/condition-fields.ts";
import { useConditionWords } from "../contacts/condition-words.ts";
import { useFormat, useT } from "../i18n/index.ts";
import type { Known } from "./known.ts";
import type { EventLeaf, Leaf, PropertyCondition, Span } from "./rule.ts";
import type { ExplainedNode } from "./segment-data.ts";

type ExplainedLeaf = Extract<ExplainedNode, { kind: "leaf" }>;

/** A condition as a sentence, and what was found where it was asked. */
export function useLeafWords(known: Known) {
  const t = useT();
  const format = useFormat();
  const condition = useConditionWords(useConditionFields());

  const span = ({ amount, unit }: Span) => `${format.number(amount)} ${t(`segments.unit_${unit}`)}`;
  const property = ({ property, op, value }: PropertyCondition) =>
    [property, t(`segments.op_${op}`), value === undefined ? "" : String(value)].filter(Boolean).join(" ");
  const day = (at: string | null) => (at ? format.date(at) : "…");

  const event = (leaf: EventLeaf): string => {
    const { measure, window, relation } = leaf;
    const name = known.eventName(leaf.event);
    const measured =
      measure.kind === "count"
        ? `${t(`segments.bound_${measure.op}`)} ${format.number(measure.value)} ${t("segments.times", { count: measure.value })}`
        : measure.kind === "distinct" || measure.kind === "sum"
          ? `${t(measure.kind === "sum" ? "segments.sum_of" : "segments.distinct_of")} ${measure.property} ${t(`segments.bound_${measure.op}`)} ${format.number(measure.value)}`
          : measure.kind !== "happened" && measure.is
            ? `${t("segments.where")} ${property(measure.is)}`
            : "";
    return [
      t(`segments.measure_${measure.kind}`),
      name,
      measured,
      window.kind === "ever"
        ? ""
        : window.kind === "last"
          ? `${t("segments.window_last")} ${span(window)}`
          : `${t("segments.window_between")} ${day(window.from)} ${t("segments.until")} ${day(window.to)}`,
      leaf.where.length > 0 ? `${t("segments.where")} ${leaf.where.map(property).join(` ${t("segments.and")} `)}` : "",
      relation
        ? `${t(`segments.order_${relation.order}`)} ${known.eventName(relation.event)} ${relation.within ? `${t("segments.within")} ${span(relation.within)}` : ""}`
        : "",
    ]
      .filter(Boolean)
      .join(" ")
      .trim();
  };

  const sentence = (leaf: Leaf): string => {
    if (leaf.about === "event") return event(leaf);
    if (leaf.about === "list")
      return `${t(`segments.${leaf.op}`)} ${known.lists.find(({ id }) => id === leaf.listId)?.name ?? t("segments.gone")}`;
    return condition(leaf);
  };

  /** "3 times, most recently on ...". */
  const found = ({ seen, value, leaf }: ExplainedLeaf): string => {
    if (seen) {
      if (!seen.count) return t("segments.found_none");
      const last = seen.lastAt ? format.dateTime(seen.lastAt) : "";
      const more = [
        seen.distinct === null ? "" : t("segments.found_distinct", { count: seen.distinct }),
        seen.sum === null ? "" : t("segments.found_sum", { sum: format.number(seen.sum) }),
      ];
      return [t("segments.found_times", { count: seen.count, last }), ...more].filter(Boolean).join(" · ");
    }
    if ((leaf as Leaf).about !== "field") return "";
    if (value === null || value === undefined || value === "") return t("segments.found_nothing");
    const text = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? format.dateTime(value) : String(value);
    return t("segments.found_value", { value: text });
  };
  return { sentence, found };
}
