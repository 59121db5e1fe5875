import { useT } from "../i18n/index.ts";
import { Combobox, LabelDot, type Option, Select } from "../ui/index.ts";
import { beginCondition, type Condition, type ConditionFields, isBare, withOperator } from "./condition-fields.ts";
import { ConditionValue } from "./condition-value.tsx";
import { channelName, operatorWord } from "./condition-words.ts";
import { purposeName } from "./consent-words.ts";

interface Props {
  condition: Condition;
  onChange: (condition: Condition) => void;
  fields: ConditionFields;
}

/** One question, put together from left to right: about what, which question, which value. In a row where there is room, else below one another. */
export function ConditionEditor({ condition, onChange, fields }: Props) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-start gap-2 [&>*]:min-w-36 [&>*]:flex-1">
      <Combobox
        label={t("filters.about")}
        value={subjectOf(condition)}
        onChange={(subject) => onChange(beginCondition(subject, fields))}
        options={useSubjects(fields)}
      />
      <Question condition={condition} onChange={onChange} fields={fields} />
    </div>
  );
}

export const subjectOf = (condition: Condition) => (condition.about === "field" ? condition.field : `about ${condition.about}`);

/** What there is to ask about, in groups. */
export function useSubjects(known: ConditionFields): Option[] {
  const t = useT();
  const own = known.fields.filter((field) => field.own);
  const [facts, yours, relation] = [t("filters.group_facts"), t("filters.group_own"), t("filters.group_relation")];
  return [
    ...known.fields.filter((field) => !field.own).map(({ field, label }) => ({ value: field, label, hint: facts })),
    ...own.map(({ field, label }) => ({ value: field, label, hint: yours })),
    ...(["tag", "consent", "reachable", "conversation", "segment"] as const)
      .filter((about) => (about !== "tag" || known.tags.length > 0) && (about !== "segment" || known.segments.length > 0))
      .map((about) => ({ value: `about ${about}`, label: t(`filters.${about}`), hint: relation })),
  ];
}

/** Operator and value, for where the subject is chosen elsewhere. */
export function Question({ condition, onChange, fields }: Props) {
  const t = useT();
  const operators = <const Op extends string>(ops: readonly Op[], prefix: "tag" | "consent" | "reachable" | "conversation" | "segment") =>
    ops.map((op) => ({ value: op, label: t(`filters.${prefix}_${op}` as "filters.tag_has") }));
  switch (condition.about) {
    case "field":
      return <FieldQuestion condition={condition} onChange={onChange} fields={fields} />;
    case "tag":
      return (
        <>
          <Select
            label={t("filters.operator")}
            value={condition.op}
            onChange={(op) => onChange({ ...condition, op })}
            options={operators(["has", "has_not"], "tag")}
          />
          <Combobox
            label={t("filters.value")}
            value={condition.tagId}
            onChange={(tagId) => onChange({ ...condition, tagId })}
            options={fields.tags.map((tag) => ({ value: tag.id, label: tag.name, icon: <LabelDot name="" hue={tag.hue} /> }))}
          />
        </>
      );
    case "consent":
      return (
        <>
          <Select
            label={t("filters.operator")}
            value={condition.op}
            onChange={(op) => onChange({ ...condition, op })}
            options={operators(["granted", "not_granted"], "consent")}
          />
          <Select
            label={t("filters.consent_purpose")}
            value={condition.purpose}
            onChange={(purpose) => onChange({ ...condition, purpose })}
            options={offering(["marketing", "service", "tracking"], condition.purpose).map((value) => ({
              value,
              label: purposeName(t, value),
            }))}
          />
          <Select
            label={t("filters.consent_channel")}
            value={condition.channel}
            onChange={(channel) => onChange({ ...condition, channel })}
            options={offering(["whatsapp", "email"], condition.channel).map((value) => ({ value, label: channelName(t, value) }))}
          />
        </>
      );
    case "reachable":
      return (
        <>
          <Select
            label={t("filters.operator")}
            value={condition.op}
            onChange={(op) => onChange({ ...condition, op })}
            options={operators(["is", "is_not"], "reachable")}
          />
          <Select
            label={t("filters.value")}
            value={condition.by}
            onChange={(by) => onChange({ ...condition, by })}
            options={(["whatsapp", "phone", "email"] as const).map((value) => ({ value, label: t(`filters.by_${value}`) }))}
          />
        </>
      );
    case "conversation":
      return (
        <>
          <Select
            label={t("filters.operator")}
            value={condition.op}
            onChange={(op) => onChange({ ...condition, op })}
            options={operators(["is", "is_not"], "conversation")}
          />
          <Select
            label={t("filters.value")}
            value={condition.state}
            onChange={(state) => onChange({ ...condition, state })}
            options={(["open", "unanswered", "closed", "any"] as const).map((value) => ({ value, label: t(`filters.state_${value}`) }))}
          />
        </>
      );
    case "segment":
      return (
        <>
          <Select
            label={t("filters.operator")}
            value={condition.op}
            onChange={(op) => onChange({ ...condition, op })}
            options={operators(["in", "not_in"], "segment")}
          />
          <Combobox
            label={t("filters.value")}
            value={condition.segmentId}
            onChange={(segmentId) => onChange({ ...condition, segmentId })}
            options={fields.segments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      );
  }
}

const offering = (usual: string[], value: string) => (usual.includes(value) ? usual : [...usual, value]);

function FieldQuestion({ condition, onChange, fields }: Props & { condition: Extract<Condition, { about: "field" }> }) {
  const t = useT();
  const asked = fields.fields.find((each) => each.field === condition.field);
  if (!asked) return <p className="self-center text-danger-text">{t("filters.gone_field")}</p>;
  const offered = asked.operators.includes(condition.op) ? asked.operators : [condition.op, ...asked.operators];
  return (
    <>
      <Select
        label={t("filters.operator")}
        value={condition.op}
        onChange={(op) => onChange(withOperator(condition, op, fields))}
        options={offered.map((op) => ({ value: op, label: operatorWord(t, { field: condition.field, op }, fields) }))}
      />
      {!isBare(condition.op) && (
        <ConditionValue
          key={`${condition.field} ${condition.op}`}
          condition={condition}
          asked={asked}
          known={fields}
          onChange={(value) => {
            const { value: _old, ...rest } = condition;
            onChange(value === undefined ? rest : { ...rest, value });
          }}
        />
      )}
    </>
  );
}
