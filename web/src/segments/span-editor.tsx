import { useT } from "../i18n/index.ts";
import { Input, Select } from "../ui/index.ts";
import type { Span, Unit } from "./rule.ts";

const units: Unit[] = ["minutes", "hours", "days"];

/** A whole number and nothing else: what is half typed is kept as it was. */
export function CountInput({
  value,
  onChange,
  label,
  from = 0,
  to = 10_000,
}: {
  value: number;
  onChange: (value: number) => void;
  label: string;
  from?: number;
  to?: number;
}) {
  return (
    <Input
      className="w-20!"
      type="number"
      inputMode="numeric"
      min={from}
      max={to}
      step={1}
      aria-label={label}
      value={Number.isFinite(value) ? value : ""}
      onChange={(event) => {
        const next = event.target.valueAsNumber;
        if (Number.isInteger(next)) onChange(Math.min(to, Math.max(from, next)));
      }}
    />
  );
}

/** `30 days`. */
export function SpanEditor({ value, onChange }: { value: Span; onChange: (value: Span) => void }) {
  const t = useT();
  return (
    <>
      <CountInput
        value={value.amount}
        from={1}
        to={1000}
        label={t("segments.amount")}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <Select
        className="w-auto!"
        label={t("segments.unit")}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        options={units.map((unit) => ({ value: unit, label: t(`segments.unit_${unit}`) }))}
      />
    </>
  );
}
