import { ArrowDownUp } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button, Menu } from "../ui/index.ts";
import type { ContactColumn } from "./contact-columns.tsx";
import type { Direction } from "./list-state.ts";

/** What the heads of a table do, where there is no room for heads. */
export function SortMenu({
  columns,
  sort,
  direction,
  onChange,
}: {
  columns: ContactColumn[];
  sort: string | null;
  direction: Direction;
  onChange: (change: { sort: string | null; direction: Direction }) => void;
}) {
  const t = useT();
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" icon={<ArrowDownUp size={14} />}>
          {t("list.sort")}
        </Button>
      }
      items={[
        { label: t("list.sort_newest"), checked: sort === null, onSelect: () => onChange({ sort: null, direction: "desc" }) },
        ...columns.flatMap((column) =>
          column.sort === undefined
            ? []
            : (["asc", "desc"] as const).map((way) => ({
                label: t(way === "asc" ? "list.sorted_up" : "list.sorted_down", { name: column.label }),
                checked: sort === column.sort && direction === way,
                onSelect: () => onChange({ sort: column.sort ?? null, direction: way }),
              })),
        ),
      ]}
    />
  );
}
