import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus, SearchX, Upload } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { LoadMore } from "../settings/load-more.tsx";
import {
  Button,
  Combobox,
  EmptyState,
  ErrorNotice,
  PageHeader,
  Section,
  Segmented,
  Select,
  SkeletonRows,
  toast,
  toastError,
} from "../ui/index.ts";
import { AddPrice } from "./add-price.tsx";
import { CostChoices } from "./cost-choices.tsx";
import { costsKey, marketsQuery, pricesQuery } from "./cost-data.ts";
import { categoryName, knownCategories, marketName } from "./cost-words.ts";
import { ImportPrices } from "./import-prices.tsx";
import { PriceTable } from "./price-table.tsx";

type Filters = { market?: string; category?: string; show?: string };
const any = "any";

/** What a message costs where and since when: the shipped table, and the organization's own prices before it. */
export function PricesPage() {
  const t = useT();
  const format = useFormat();
  const may = useCan()("costs.manage");
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<Filters>();
  const list = useKeyset(pricesQuery({ ...filters, show: filters.show ?? "now" }));
  const { data: markets = [] } = useQuery(marketsQuery);
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const retire = useMutation({
    mutationFn: (id: string) => request("DELETE", `/costs/prices/${id}`),
    onSuccess: () => {
      toast({ title: t("costs.price_retired") });
      void queryClient.invalidateQueries({ queryKey: costsKey });
    },
    onError: toastError,
  });
  const names = markets
    .map(({ market }) => ({ value: market, label: marketName(t, format, market) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));

  return (
    <>
      <PageHeader
        onBack={() => void navigate({ to: "/costs" })}
        crumbs={[
          <Link key="costs" to="/costs" className="phone:hidden">
            {t("costs.title")}
          </Link>,
        ]}
        title={t("costs.price_table")}
        actions={
          may && (
            <>
              <Button icon={<Upload size={16} />} onClick={() => setImporting(true)}>
                {t("costs.import")}
              </Button>
              <Button variant="primary" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
                {t("costs.add_price")}
              </Button>
            </>
          )
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          <p className="max-w-190 text-pretty text-muted">
            {t("costs.prices_text")}{" "}
            <a
              className="link"
              href="https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing"
              target="_blank"
              rel="noreferrer"
            >
              {t("costs.meta_page")}
            </a>
          </p>
          <CostChoices may={may} />
          <search className="flex flex-wrap items-center gap-2">
            <div className="w-64 phone:w-full">
              <Combobox
                label={t("costs.market")}
                options={[{ value: any, label: t("costs.any_market") }, ...names]}
                value={filters.market ?? any}
                onChange={(market) => void setFilters({ market: market === any ? "" : market })}
              />
            </div>
            <Select
              className="w-auto! min-w-44 phone:flex-1"
              label={t("costs.category")}
              value={filters.category ?? any}
              onChange={(category) => void setFilters({ category: category === any ? "" : category })}
              options={[
                { value: any, label: t("costs.any_category") },
                ...knownCategories.map((category) => ({ value: category as string, label: categoryName(t, category) })),
              ]}
            />
            <Segmented
              label={t("costs.show")}
              value={filters.show === "all" ? "all" : "now"}
              onChange={(show) => void setFilters({ show: show === "all" ? "all" : "" })}
              options={[
                { value: "now", label: t("costs.in_force") },
                { value: "all", label: t("costs.every_row") },
              ]}
            />
          </search>
          <Section title={t("costs.prices")} flush>
            {list.isPending && <SkeletonRows rows={8} height={44} />}
            {list.error && (
              <div className="p-4">
                <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
              </div>
            )}
            {list.data && list.items.length === 0 && (
              <EmptyState
                icon={<SearchX size={20} />}
                title={t("costs.no_prices")}
                action={<Button onClick={() => void setFilters({ market: "", category: "", show: "" })}>{t("common.clear")}</Button>}
              />
            )}
            {list.items.length > 0 && <PriceTable rows={list.items} onRetire={may ? (id) => retire.mutate(id) : undefined} />}
            <LoadMore list={list} />
          </Section>
        </div>
      </div>
      {may && <AddPrice open={adding} onOpenChange={setAdding} markets={names} />}
      {may && <ImportPrices open={importing} onOpenChange={setImporting} />}
    </>
  );
}
