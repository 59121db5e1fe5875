import { useState } from "react";
import { useLanguage, useT } from "../i18n/index.ts";
import { Combobox, type Hue, Input, LabelDot, type Option, Select } from "../ui/index.ts";
import { type AskedField, type ConditionFields, type FieldCondition, isDays, isList, type Value } from "./condition-fields.ts";
import { StageDot } from "./contact-stage.tsx";
import { rawText } from "./field-words.ts";
import { regions } from "./places.ts";
import { stageName } from "./record-data.ts";

interface Props {
  condition: FieldCondition;
  asked: AskedField;
  known: ConditionFields;
  onChange: (value: Value | undefined) => void;
}

/** The value of a question, in the way its field is: from a list where there is one, else typed. */
export function ConditionValue(props: Props) {
  const { condition, asked, onChange } = props;
  const t = useT();
  const options = useOptions(props);
  const value = condition.value;
  if (isDays(condition.op))
    return (
      <Typed
        type="number"
        label={t("filters.value")}
        value={String(value ?? "")}
        end={t("filters.days", { count: Number(value ?? 0) })
          .replace(/[\d.,\s]+/, " ")
          .trim()}
        onChange={(text) => onChange(wholeDays(text))}
      />
    );
  if (asked.kind === "flag")
    return (
      <Select
        label={t("filters.value")}
        value={String(value ?? true)}
        onChange={(next) => onChange(next === "true")}
        options={[
          { value: "true", label: t("record.yes") },
          { value: "false", label: t("record.no") },
        ]}
      />
    );
  if (options && isList(condition.op))
    return (
      <Combobox
        multiple
        label={t("filters.value")}
        value={(Array.isArray(value) ? value : []).map(String)}
        onChange={(keys) => onChange(keys.length > 0 ? keys : undefined)}
        options={options}
      />
    );
  if (options)
    return <Combobox label={t("filters.value")} value={value === undefined ? null : String(value)} onChange={onChange} options={options} />;
  if (condition.op === "between") {
    const [from, to] = Array.isArray(value) ? value : [];
    const pair = (next: [Value | undefined, Value | undefined]) => onChange(next.map((each) => each ?? "") as string[]);
    return (
      <span className="flex items-center gap-2">
        <OneValue {...props} label={t("filters.from")} value={from} onChange={(next) => pair([next, to])} />
        <span className="text-subtle">{t("filters.and")}</span>
        <OneValue {...props} label={t("filters.to")} value={to} onChange={(next) => pair([from, next])} />
      </span>
    );
  }
  if (isList(condition.op))
    return (
      <Typed
        label={t("filters.value")}
        value={(Array.isArray(value) ? value : []).join(", ")}
        onChange={(text) => {
          const parts = text
            .split(/[,،;]/)
            .map((part) => part.trim())
            .filter(Boolean);
          onChange(parts.length > 0 ? parts : undefined);
        }}
      />
    );
  return <OneValue {...props} label={t("filters.value")} value={Array.isArray(value) ? value[0] : value} onChange={onChange} />;
}

const wholeDays = (text: string) => {
  const days = Math.round(Number(text));
  return text !== "" && days >= 0 && days <= 3660 ? days : undefined;
};

function OneValue({
  asked,
  label,
  value,
  onChange,
}: Omit<Props, "condition" | "known"> & { label: string; value: string | number | boolean | undefined }) {
  if (asked.kind === "day" || asked.kind === "moment")
    return <Typed type="date" label={label} value={String(value ?? "").slice(0, 10)} onChange={(text) => onChange(text || undefined)} />;
  if (asked.kind === "number") {
    const money = asked.own?.type === "money" ? asked.own : undefined;
    const shown = value === undefined || value === "" ? "" : money ? rawText(money, Number(value)) : String(value);
    const read = (text: string) => {
      const number = Number(text);
      if (text === "" || !Number.isFinite(number)) return onChange(undefined);
      onChange(money ? Math.round(number * 10 ** placesOf(money.currency ?? "USD")) : number);
    };
    return <Typed type="number" label={label} value={shown} onChange={read} {...(money ? { end: money.currency ?? "" } : {})} />;
  }
  return <Typed label={label} value={String(value ?? "")} onChange={(text) => onChange(text || undefined)} />;
}

const placesOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** What is typed stays as typed, also where it is no value yet ("12." is on its way to 12.5). */
function Typed({
  type = "text",
  label,
  value,
  end,
  onChange,
}: {
  type?: string;
  label: string;
  value: string;
  end?: string;
  onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <Input
      type={type}
      {...(type === "number" ? { step: "any" } : { maxLength: 500 })}
      aria-label={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value);
      }}
      end={end ? <span className="pe-2 text-subtle">{end}</span> : undefined}
    />
  );
}

function useOptions({ asked, known }: Props): Option[] | null {
  const t = useT();
  const [language] = useLanguage();
  if (asked.field === "stage")
    return known.stages.map((stage) => ({ value: stage.key, label: stageName(t, stage), icon: <StageDot hue={stage.hue as Hue} /> }));
  if (asked.field === "owner")
    return known.members.map((member) => ({
      value: member.id,
      label: member.id === known.me ? t("filters.me", { name: member.name }) : member.name,
    }));
  if (asked.field === "country") return regions(language, null);
  if (asked.kind !== "choice" && asked.kind !== "choices") return null;
  return (asked.own?.options ?? []).map((option) => ({
    value: option.key,
    label: option.name,
    icon: <LabelDot name="" hue={option.hue as Hue} />,
  }));
}
