import { useMemo } from "react";
import { useT } from "../i18n/index.ts";
import { Combobox, Field } from "../ui/index.ts";
import { timeZoneOptions } from "./places.ts";

export function TimeZoneField({
  value,
  onChange,
  hint,
  error,
  disabled,
}: {
  value: string;
  onChange: (timeZone: string) => void;
  hint: string;
  error?: string | undefined;
  disabled?: boolean;
}) {
  const t = useT();
  const options = useMemo(() => timeZoneOptions(value), [value]);
  return (
    <Field label={t("settings.time_zone")} hint={hint} error={error}>
      <Combobox options={options} value={value} onChange={onChange} disabled={disabled ?? false} placeholder={t("settings.time_zone")} />
    </Field>
  );
}
