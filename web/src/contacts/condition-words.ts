import { type Formats, type Key, type Translate, useFormat, useT } from "../i18n/index.ts";
import { type Condition, type ConditionFields, type FieldCondition, isBare, isDays, isWhole } from "./condition-fields.ts";
import { purposeName } from "./consent-words.ts";
import { shownText } from "./field-words.ts";
import { nameOf } from "./places.ts";
import { type FieldValue, stageName } from "./record-data.ts";

/** Operators of a list of choices have words of their own: "includes", not "contains". */
export const operatorWord = (t: Translate, { field, op }: Pick<FieldCondition, "field" | "op">, known: ConditionFields): string => {
  const kind = known.fields.find((each) => each.field === field)?.kind;
  return t((kind === "choices" && !isBare(op) ? `filters.list_${op}` : `filters.op_${op}`) as Key);
};

export const channelName = (t: Translate, channel: string) =>
  channel === "whatsapp" ? t("filters.by_whatsapp") : channel === "email" ? t("filters.by_email") : channel;

/** A condition as words one can read out: "Stage is one of Customer and Loyal". */
export function useConditionWords(known: ConditionFields) {
  const t = useT();
  const format = useFormat();
  return (condition: Condition): string => conditionWords(condition, known, t, format);
}

const says = (...parts: string[]) => parts.join(" ");

const conditionWords = (condition: Condition, known: ConditionFields, t: Translate, format: Formats): string => {
  switch (condition.about) {
    case "field":
      return fieldWords(condition, known, t, format);
    case "tag":
      return says(t(`filters.tag_${condition.op}`), known.tags.find((tag) => tag.id === condition.tagId)?.name ?? t("filters.gone_tag"));
    case "consent":
      return says(
        t(`filters.consent_${condition.op}`),
        t("filters.consent_value", { purpose: purposeName(t, condition.purpose), channel: channelName(t, condition.channel) }),
      );
    case "reachable":
      return says(t(`filters.reachable_${condition.op}`), t(`filters.by_${condition.by}`));
    case "conversation":
      return says(t(`filters.conversation_${condition.op}`), t(`filters.state_${condition.state}`));
    case "segment":
      return says(
        t(`filters.segment_${condition.op}`),
        known.segments.find((each) => each.id === condition.segmentId)?.name ?? t("filters.gone_segment"),
      );
  }
};

const fieldWords = (condition: FieldCondition, known: ConditionFields, t: Translate, format: Formats): string => {
  const { op, value } = condition;
  const field = known.fields.find((each) => each.field === condition.field)?.label ?? t("filters.gone_field");
  const operator = operatorWord(t, condition, known);
  if (isBare(op)) return says(field, operator);
  if (!isWhole(condition)) return says(field, operator, "…");
  if (isDays(op))
    return t(`filters.says_${op}` as "filters.says_in_last_days", { field, value: t("filters.days", { count: Number(value) }) });
  const shown = (Array.isArray(value) ? value : [value]).map((each) => valueWords(condition, each as string, known, t, format));
  const [first = "", second = ""] = shown;
  return says(field, operator, op === "between" ? `${first} ${t("filters.and")} ${second}` : format.list(shown));
};

export const valueWords = (
  { field }: Pick<FieldCondition, "field">,
  value: string | number | boolean,
  known: ConditionFields,
  t: Translate,
  format: Formats,
): string => {
  const asked = known.fields.find((each) => each.field === field);
  if (field === "stage")
    return stageName(
      t,
      known.stages.find((stage) => stage.key === value),
      String(value),
    );
  if (field === "owner") return known.members.find((member) => member.id === value)?.name ?? String(value);
  if (field === "country" && typeof value === "string") return nameOf("region", value.toUpperCase(), format.locale);
  if (asked?.kind === "day" || asked?.kind === "moment") {
    const text = String(value);
    return text.length === 10 ? format.date(`${text}T12:00:00`) : format.dateTime(text);
  }
  if (asked?.own)
    return asked.own.type === "choices"
      ? (asked.own.options.find((option) => option.key === value)?.name ?? String(value))
      : shownText(asked.own, value as FieldValue, { t, format });
  return typeof value === "number" ? format.number(value) : String(value);
};
