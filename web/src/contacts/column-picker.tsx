import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button, Checkbox, IconButton, Popover } from "../ui/index.ts";
import type { ContactColumn } from "./contact-columns.tsx";
import type { ViewColumn } from "./list-state.ts";

/** Which columns, in which order. The first one is the name's, always. */
export function ColumnPicker({
  all,
  shown,
  onChange,
  onReset,
}: {
  all: ContactColumn[];
  shown: ViewColumn[];
  onChange: (columns: ViewColumn[]) => void;
  onReset: () => void;
}) {
  const t = useT();
  const labelOf = (key: string) => all.find((column) => column.key === key)?.label ?? key;
  const there = shown.filter((column) => all.some((each) => each.key === column.key));
  const others = all.filter((column) => !there.some((each) => each.key === column.key));
  const move = (at: number, by: number) => {
    const column = there[at];
    if (column) onChange(there.toSpliced(at, 1).toSpliced(at + by, 0, column));
  };
  return (
    <Popover
      align="end"
      label={t("list.columns")}
      trigger={
        <Button variant="ghost" icon={<Columns3 size={14} />}>
          {t("list.columns")}
        </Button>
      }
    >
      <div className="flex flex-col gap-1">
        <p className="text-12 font-medium text-subtle">{t("list.columns_shown")}</p>
        <ul>
          {there.map((column, at) => (
            <li key={column.key} className="flex min-h-7.5 items-center gap-1">
              <span className="min-w-0 flex-1">
                {at === 0 ? (
                  <span className="ps-6">{labelOf(column.key)}</span>
                ) : (
                  <Checkbox label={labelOf(column.key)} checked onChange={() => onChange(there.toSpliced(at, 1))} />
                )}
              </span>
              <IconButton
                size="sm"
                label={t("list.column_up", { name: labelOf(column.key) })}
                disabled={at < 2}
                onClick={() => move(at, -1)}
              >
                <ArrowUp size={14} />
              </IconButton>
              <IconButton
                size="sm"
                label={t("list.column_down", { name: labelOf(column.key) })}
                disabled={at === 0 || at === there.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
        {others.length > 0 && <p className="mt-2 text-12 font-medium text-subtle">{t("list.columns_more")}</p>}
        <ul>
          {others.map((column) => (
            <li key={column.key} className="flex min-h-7.5 items-center">
              <Checkbox label={column.label} checked={false} onChange={() => onChange([...there, { key: column.key, width: null }])} />
            </li>
          ))}
        </ul>
        <Button variant="ghost" className="self-start" onClick={onReset}>
          {t("list.column_reset")}
        </Button>
      </div>
    </Popover>
  );
}
