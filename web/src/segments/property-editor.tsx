import { X } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { IconButton, Input, Select } from "../ui/index.ts";
import type { PropertyCondition, Value } from "./rule.ts";
import { propertyOperators } from "./rule-words.ts";

/** A number where it reads as one: "100" is 100, "SKU-7" stays a text. */
const readValue = (text: string): Value =>
  text === "true" ? true : text === "false" ? false : text.trim() !== "" && /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;

/** One question about a property of an event: `price is more than 100`. */
export function PropertyEditor({
  condition,
  onChange,
  onRemove,
  known,
}: {
  condition: PropertyCondition;
  onChange: (condition: PropertyCondition) => void;
  onRemove?: () => void;
  /** Properties this event was seen with. */
  known: string[];
}) {
  const t = useT();
  const listId = `properties-${known
    .join("-")
    .slice(0, 60)
    .replaceAll(/[^\w-]/g, "_")}`;
  const needsValue = condition.op !== "known" && condition.op !== "unknown";
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Input
        className="w-36!"
        aria-label={t("segments.property")}
        placeholder={t("segments.property")}
        list={listId}
        value={condition.property}
        onChange={(event) => onChange({ ...condition, property: event.target.value })}
      />
      <datalist id={listId}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Select
        className="w-auto!"
        label={t("segments.comparison")}
        value={condition.op}
        onChange={(op) => {
          const { value, ...rest } = condition;
          onChange(op === "known" || op === "unknown" ? { ...rest, op } : { ...rest, op, value: value ?? "" });
        }}
        options={propertyOperators.map((op) => ({ value: op, label: t(`segments.op_${op}`) }))}
      />
      {needsValue && (
        <Input
          className="w-32!"
          aria-label={t("segments.value")}
          placeholder={t("segments.value")}
          value={String(condition.value ?? "")}
          onChange={(event) => onChange({ ...condition, value: readValue(event.target.value) })}
        />
      )}
      {onRemove && (
        <IconButton size="sm" label={t("segments.remove_property")} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
