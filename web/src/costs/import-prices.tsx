import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, CodeBlock, ErrorNotice, Field, Input, Sheet, toast } from "../ui/index.ts";
import { costsKey } from "./cost-data.ts";
import { csvText } from "./csv-text.ts";

interface Result {
  stored: boolean;
  prices: number;
  unchanged: number;
  errors: { line: number; column: string; message: string }[];
}
const example = `market,category,price,currency,valid_from
United Kingdom,marketing,0.0529,USD,2026-10-01
GB,service,0.022,USD,2026-10-01`;

/** First it is only checked, with every error at its line; then stored, all or nothing. */
export function ImportPrices({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [validFrom, setValidFrom] = useState(() => `${new Date().toISOString().slice(0, 7)}-01`);
  const [currency, setCurrency] = useState("USD");
  const ask = (csv: string, dryRun: boolean) =>
    request<Result>("POST", "/costs/prices/import", { body: { csv, currency, dryRun, ...(validFrom ? { validFrom } : {}) } });
  const check = useMutation({ mutationFn: (csv: string) => ask(csv, true) });
  const store = useMutation({
    mutationFn: (csv: string) => ask(csv, false),
    onSuccess: (result) => {
      if (!result.stored) return;
      toast({ title: t("costs.imported", { count: result.prices - result.unchanged }) });
      void queryClient.invalidateQueries({ queryKey: costsKey });
      close(false);
    },
  });
  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setFile(undefined);
    check.reset();
    store.reset();
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const csv = csvText(await chosen.arrayBuffer());
    setFile({ name: chosen.name, csv });
  };
  const { mutate: look } = check;
  const { reset: forget } = store;
  // Currency and day, too, decide what is right.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when these change
  useEffect(() => {
    if (!file) return;
    forget();
    const timer = setTimeout(() => look(file.csv), 250);
    return () => clearTimeout(timer);
  }, [file, currency, validFrom]);
  const result = store.data ?? check.data;
  const fine = result && result.errors.length === 0;
  return (
    <Sheet
      open={open}
      onOpenChange={close}
      title={t("costs.import_prices")}
      footer={
        <>
          <Button size="lg" onClick={() => close(false)}>
            {t("common.cancel")}
          </Button>
          <Button
            size="lg"
            variant="primary"
            disabled={!fine || !file || check.isPending}
            loading={store.isPending}
            onClick={() => file && store.mutate(file.csv)}
          >
            {t("costs.import")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-pretty text-muted">{t("costs.import_text")}</p>
        <CodeBlock label={t("costs.example")} code={example} />
        <Field label={t("costs.import_currency")} hint={t("costs.import_missing_hint")}>
          <Input value={currency} maxLength={3} onChange={(event) => setCurrency(event.target.value.toUpperCase())} />
        </Field>
        <Field label={t("costs.import_valid_from")} hint={t("costs.import_missing_hint")}>
          <Input type="date" value={validFrom} onChange={(event) => setValidFrom(event.target.value)} />
        </Field>
        <Field label={t("costs.file")}>
          <Input
            type="file"
            accept=".csv,text/csv,text/plain"
            className="py-1"
            // The same file, put right, can be chosen again.
            onClick={(event) => {
              event.currentTarget.value = "";
            }}
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </Field>
        {(check.error ?? store.error) && <ErrorNotice error={check.error ?? store.error} />}
        <div role="status">
          {fine && (
            <p className="flex items-start gap-2">
              <CircleCheck size={16} className="mt-0.5 text-success" aria-hidden />
              {t("costs.import_fine", { count: result.prices })}
            </p>
          )}
          {result && !fine && (
            <>
              <p className="flex items-start gap-2 font-medium text-danger-text">
                <CircleAlert size={16} className="mt-0.5" aria-hidden />
                {t("costs.import_errors", { count: result.errors.length })}
              </p>
              <ul className="mt-2 flex max-h-80 flex-col gap-1 overflow-y-auto">
                {result.errors.map((error) => (
                  <li key={`${error.line} ${error.column}`} className="flex gap-3 border-b py-1 last:border-b-0">
                    <span className="num w-20 shrink-0 text-subtle">{t("costs.line", { line: error.line })}</span>
                    <span dir="auto" className="min-w-0">
                      {error.message}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </Sheet>
  );
}
