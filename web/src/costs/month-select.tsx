import { useFormat, useT } from "../i18n/index.ts";
import { Select } from "../ui/index.ts";
import { monthName } from "./cost-words.ts";

export function MonthSelect({ value, months, onChange }: { value: string; months: string[]; onChange: (month: string) => void }) {
  const t = useT();
  const format = useFormat();
  const all = months.includes(value) ? months : [value, ...months];
  return (
    <Select
      quiet
      className="ms-2"
      label={t("costs.month")}
      value={value}
      onChange={onChange}
      options={all.map((month) => ({ value: month, label: monthName(format, month) }))}
    />
  );
}
