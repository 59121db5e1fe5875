import { useT } from "../i18n/index.ts";
import { Combobox, type Hue, Input, LabelDot, Select, Textarea } from "../ui/index.ts";
import type { OwnField } from "./record-data.ts";

export type Entered = string | string[];
const none = "";

/** What one fills an own field in with in a form: text as one writes it, keys of choices. Empty is no value. */
export function FieldInput({
  field,
  value,
  onChange,
}: {
  field: Omit<OwnField, "key">;
  value: Entered;
  onChange: (value: Entered) => void;
}) {
  const t = useT();
  const text = Array.isArray(value) ? "" : value;
  const typed = { value: text, autoComplete: "off", onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  const options = field.options
    .filter((option) => !option.archived)
    .map((option) => ({ value: option.key, label: option.name, icon: <LabelDot name="" hue={option.hue as Hue} /> }));
  switch (field.type) {
    case "choice":
      return <Combobox value={text} onChange={onChange} options={[{ value: none, label: t("record.not_given") }, ...options]} />;
    case "choices":
      return <Combobox multiple value={Array.isArray(value) ? value : []} onChange={onChange} options={options} />;
    case "yes_no":
      return (
        <Select
          value={text || "none"}
          onChange={(next) => onChange(next === "none" ? none : next)}
          options={[
            { value: "none", label: t("record.not_given") },
            { value: "true", label: t("record.yes") },
            { value: "false", label: t("record.no") },
          ]}
        />
      );
    case "long_text":
      return <Textarea {...typed} maxLength={10_000} dir="auto" />;
    case "date":
      return <Input {...typed} type="date" />;
    case "time":
      return <Input {...typed} type="datetime-local" />;
    case "money":
      return <Input {...typed} inputMode="decimal" dir="ltr" end={<span className="pe-2 text-subtle">{field.currency}</span>} />;
    case "number":
      return <Input {...typed} inputMode="decimal" dir="ltr" />;
    case "text":
      return <Input {...typed} maxLength={500} dir="auto" />;
    default:
      return <Input {...typed} type={field.type === "phone" ? "tel" : "text"} dir="ltr" maxLength={2000} />;
  }
}

/** What to send for it; null where nothing was entered. */
export const enteredValue = (field: Pick<OwnField, "type">, value: Entered | undefined): unknown => {
  if (value === undefined || value.length === 0) return null;
  if (field.type === "yes_no") return value === "true";
  return field.type === "time" ? new Date(String(value)).toISOString() : value;
};
