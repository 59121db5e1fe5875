import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { Checkbox } from "./checkbox.tsx";
import { cx } from "./cx.ts";

export interface Column<Row> {
  key: string;
  /** Empty for a column of actions. */
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  align?: "start" | "end";
  width?: string;
  /** Left out on a phone. */
  hideOnPhone?: boolean;
}

export interface Sort {
  key: string;
  direction: "asc" | "desc";
}

/** A semantic table of one page of rows; long lists are a VirtualList. On a phone rows fold into blocks. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowName,
  sort,
  onSort,
  selected,
  onSelect,
  onOpen,
  empty,
}: {
  /** Said by screen readers only. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Names the row's checkbox; needed with `selected`. */
  rowName?: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  onOpen?: (row: Row) => void;
  empty?: ReactNode;
}) {
  const t = useT();
  if (rows.length === 0 && empty) return <>{empty}</>;
  const keys = rows.map(rowKey);
  const all = keys.length > 0 && keys.every((key) => selected?.has(key));
  const some = !all && keys.some((key) => selected?.has(key));

  const toggle = (key: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(key);
    else next.delete(key);
    onSelect?.(next);
  };

  return (
    <table className="w-full border-collapse phone:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="phone:hidden">
        <tr>
          {onSelect && (
            <th className={cx(headClasses, "w-9")}>
              <Checkbox
                hideLabel
                label={t("common.select_all")}
                checked={all ? true : some ? "indeterminate" : false}
                onChange={(on) => onSelect(new Set(on ? keys : []))}
              />
            </th>
          )}
          {columns.map((column) => {
            const sorted = sort?.key === column.key ? sort.direction : undefined;
            const next = sorted === "asc" ? "desc" : "asc";
            return (
              <th
                key={column.key}
                scope="col"
                aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
                className={cx(headClasses, column.align === "end" ? "text-end" : "text-start")}
                style={column.width ? { width: column.width } : undefined}
              >
                {column.sortable && onSort ? (
                  <button
                    type="button"
                    onClick={() => onSort({ key: column.key, direction: next })}
                    className="inline-flex items-center gap-1 rounded-4 hover:text-text"
                  >
                    {column.header}
                    {sorted === "asc" && <ArrowUp size={12} aria-hidden />}
                    {sorted === "desc" && <ArrowDown size={12} aria-hidden />}
                  </button>
                ) : (
                  column.header || <span className="sr-only">{t("common.actions")}</span>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody className="phone:block">
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr
              key={key}
              onClick={onOpen ? (event) => !(event.target as Element).closest("button, a, input, label, [role]") && onOpen(row) : undefined}
              className={cx(
                "border-b last:border-b-0 hover:bg-surface-hover phone:flex phone:flex-wrap phone:items-center phone:gap-x-3 phone:gap-y-1 phone:px-4 phone:py-2.5",
                onOpen && "cursor-pointer",
                selected?.has(key) && "bg-accent-soft hover:bg-accent-soft-hover",
              )}
            >
              {onSelect && (
                <td className={cellClasses}>
                  <Checkbox
                    hideLabel
                    label={t("common.select_row", { name: rowName?.(row) ?? key })}
                    checked={selected?.has(key) ?? false}
                    onChange={(on) => toggle(key, on)}
                  />
                </td>
              )}
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  className={cx(
                    cellClasses,
                    column.align === "end" && "text-end",
                    column.hideOnPhone && "phone:hidden",
                    index === 0 && "phone:min-w-40 phone:flex-1",
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const headClasses = "border-b px-3 py-1.5 text-12 font-medium text-subtle whitespace-nowrap first:ps-4 last:pe-4";
const cellClasses = "px-3 py-2 align-middle first:ps-4 last:pe-4 phone:p-0!";
