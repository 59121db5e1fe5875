import { Undo2 } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, cx, IconButton, Table, Tooltip } from "../ui/index.ts";
import type { PriceRow } from "./cost-data.ts";
import { categoryName, dateName, marketName, unitPrice } from "./cost-words.ts";

export function PriceTable({ rows, onRetire }: { rows: PriceRow[]; onRetire: ((id: string) => void) | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("costs.price_table")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "market",
          header: t("costs.market"),
          cell: (row) => (
            <span className="flex min-w-0 flex-col">
              <span className={cx("cut font-medium", row.retired && "text-subtle line-through")}>{marketName(t, format, row.market)}</span>
              <span className="cut text-12 text-subtle desk:hidden">{categoryName(t, row.category)}</span>
            </span>
          ),
        },
        { key: "category", header: t("costs.category"), hideOnPhone: true, cell: (row) => categoryName(t, row.category) },
        {
          key: "price",
          header: t("costs.price"),
          align: "end",
          cell: (row) => (
            <span className={cx("num font-medium", row.retired && "text-subtle line-through")}>
              {unitPrice(format, row.priceMicros, row.currency)}
            </span>
          ),
        },
        {
          key: "from",
          header: t("costs.valid_from"),
          cell: (row) => (
            <span className="num text-muted">
              <span className="desk:hidden">{t("costs.valid_from")} </span>
              {dateName(format, row.validFrom)}
            </span>
          ),
        },
        { key: "source", header: t("costs.source"), cell: (row) => <Source row={row} /> },
        ...(onRetire
          ? [
              {
                key: "retire",
                header: "",
                align: "end" as const,
                cell: (row: PriceRow) =>
                  row.id && !row.retired ? (
                    <IconButton size="sm" label={t("costs.retire")} onClick={() => onRetire(row.id ?? "")}>
                      <Undo2 size={14} className="flip-rtl" />
                    </IconButton>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}

function Source({ row }: { row: PriceRow }) {
  const t = useT();
  if (row.exactness === "own")
    return <Badge tone="accent">{t(row.retired ? "costs.own_retired" : row.source === "csv" ? "costs.own_csv" : "costs.own_hand")}</Badge>;
  const estimate = row.exactness === "estimate";
  return (
    <Tooltip label={<span dir="ltr">{row.source}</span>}>
      <button type="button" className="rounded-6" aria-label={`${t(estimate ? "costs.estimate" : "costs.published")}: ${row.source}`}>
        <Badge tone={estimate ? "warning" : "plain"} dashed={estimate}>
          {t(estimate ? "costs.estimate" : "costs.published")}
        </Badge>
      </button>
    </Tooltip>
  );
}
