import { useMutation, useQuery } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Combobox, Section, SettingRow, Switch, toastError } from "../ui/index.ts";
import { type CostSettings, costsKey, settingsQuery } from "./cost-data.ts";

/** In which currency is counted, and whether the composer says what a reply costs. */
export function CostChoices({ may }: { may: boolean }) {
  const t = useT();
  const format = useFormat();
  const { data } = useQuery(settingsQuery);
  const change = useMutation({
    mutationFn: (body: Partial<CostSettings>) => request<CostSettings>("PATCH", "/costs/settings", { body }),
    onSuccess: (settings) => {
      queryClient.setQueryData(settingsQuery.queryKey, settings);
      void queryClient.invalidateQueries({ queryKey: costsKey });
      void queryClient.invalidateQueries({ queryKey: ["cost-estimate"] });
    },
    onError: toastError,
  });
  if (!data) return null;
  const names = new Intl.DisplayNames(format.locale, { type: "currency" });
  const currencies = Intl.supportedValuesOf("currency").map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }));
  return (
    <Section title={t("costs.counting")}>
      <SettingRow label={t("costs.currency")} hint={t("costs.currency_hint")}>
        <div className="w-64 phone:w-full">
          <Combobox
            label={t("costs.currency")}
            options={currencies}
            value={data.currency}
            onChange={(currency) => change.mutate({ currency })}
            disabled={!may}
          />
        </div>
      </SettingRow>
      <SettingRow label={t("costs.show_reply_cost")} hint={t("costs.show_reply_cost_hint")}>
        <Switch
          hideLabel
          label={t("costs.show_reply_cost")}
          checked={data.showReplyCost}
          disabled={!may}
          onChange={(showReplyCost) => change.mutate({ showReplyCost })}
        />
      </SettingRow>
    </Section>
  );
}
