import { useId, useState } from "react";
import { useForm } from "../accounts/use-form.ts";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, Combobox, ErrorNotice, Field, Input, type Option, Select, Sheet, toast } from "../ui/index.ts";
import { costsKey } from "./cost-data.ts";
import { categoryName, knownCategories } from "./cost-words.ts";

/** A price of the organization's own. The row it corrects stays in the record. */
export function AddPrice({ open, onOpenChange, markets }: { open: boolean; onOpenChange: (open: boolean) => void; markets: Option[] }) {
  const t = useT();
  const id = useId();
  const [market, setMarket] = useState<string>();
  const [category, setCategory] = useState<string>("utility");
  const [missing, setMissing] = useState(false);
  const form = useForm({
    initial: { price: "", currency: "USD", validFrom: new Date().toISOString().slice(0, 10) },
    check: ({ price, validFrom }) => {
      setMissing(!market);
      return {
        ...(/^\d{1,4}([.,]\d{1,6})?$/.test(price.trim()) ? {} : { price: t("costs.price_needed") }),
        ...(validFrom ? {} : { validFrom: t("costs.day_needed") }),
      };
    },
    send: async ({ price, currency, validFrom }) =>
      market ? request("POST", "/costs/prices", { body: { market, category, price: price.trim(), currency, validFrom } }) : undefined,
    done: (stored) => {
      if (!stored) return;
      toast({ title: t("costs.price_added") });
      void queryClient.invalidateQueries({ queryKey: costsKey });
      onOpenChange(false);
    },
  });
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("costs.add_price")}
      footer={
        <>
          <Button size="lg" onClick={() => onOpenChange(false)}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={id} loading={form.working}>
            {t("common.add")}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-5">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <Field
          label={t("costs.market")}
          hint={t("costs.market_hint")}
          required
          error={missing && !market ? t("costs.market_needed") : form.errorOf("market" as never)}
        >
          <Combobox options={markets} value={market} onChange={setMarket} />
        </Field>
        <Field label={t("costs.category")}>
          <Select
            value={category}
            onChange={setCategory}
            options={knownCategories.map((each) => ({ value: each as string, label: categoryName(t, each) }))}
          />
        </Field>
        <Field label={t("costs.price")} hint={t("costs.price_hint")} required error={form.errorOf("price")}>
          <Input {...form.input("price")} inputMode="decimal" autoComplete="off" placeholder="0.0534" />
        </Field>
        <Field label={t("costs.currency")} required error={form.errorOf("currency")}>
          <Input {...form.input("currency")} maxLength={3} autoComplete="off" />
        </Field>
        <Field label={t("costs.valid_from")} hint={t("costs.valid_from_hint")} required error={form.errorOf("validFrom")}>
          <Input {...form.input("validFrom")} type="date" />
        </Field>
      </form>
    </Sheet>
  );
}
