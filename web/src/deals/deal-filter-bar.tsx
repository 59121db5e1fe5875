import { Link } from "@tanstack/react-router";
import { Users } from "lucide-react";
import type { ReactNode } from "react";
import { useCan } from "../api/session.ts";
import { useMembers } from "../contacts/contact-data.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, Button, Combobox, Select } from "../ui/index.ts";
import type { Pipeline } from "./deal-data.ts";
import type { DealsSearch } from "./deals-page.tsx";
import { useNames } from "./stage-words.ts";

const any = "any";

/** Owner, expected date and, for rows, the stage. */
export function DealFilterBar({
  search,
  onChange,
  pipeline,
  view,
  filtered,
  children,
}: {
  search: DealsSearch;
  onChange: (change: Partial<DealsSearch>) => void;
  pipeline: Pipeline;
  view: "board" | "table";
  filtered: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const can = useCan();
  const names = useNames();
  const format = useFormat();
  const members = useMembers();
  const today = format.dayOf(Date.now());
  const spans = {
    late: { from: "", to: dayBefore(today) },
    this_month: monthOf(today, 0),
    next_month: monthOf(today, 1),
  };
  const span =
    (Object.keys(spans) as (keyof typeof spans)[]).find(
      (key) => spans[key].from === (search.expectedFrom ?? "") && spans[key].to === (search.expectedTo ?? ""),
    ) ?? any;
  return (
    <search className="flex shrink-0 flex-wrap items-center gap-2 border-b px-4 py-2">
      {children}
      <div className="w-44 phone:w-auto phone:flex-1">
        <Combobox
          label={t("deals.owner")}
          value={search.owner ?? any}
          onChange={(owner) => onChange({ owner: owner === any ? "" : owner })}
          options={[
            { value: any, label: t("deals.any_owner") },
            ...members
              .filter((member) => member.active)
              .map((member) => ({ value: member.id, label: member.name, icon: <Avatar name={member.name} size={20} /> })),
            { value: "nobody", label: t("deals.nobody"), icon: <Avatar name={null} size={20} /> },
          ]}
        />
      </div>
      <Select
        className="w-auto! min-w-32 phone:flex-1"
        label={t("deals.expected")}
        value={span}
        onChange={(next) => {
          const { from, to } = next === any ? { from: "", to: "" } : spans[next];
          onChange({ expectedFrom: from, expectedTo: to });
        }}
        options={[
          { value: any as keyof typeof spans | typeof any, label: t("deals.any_date") },
          { value: "late", label: t("deals.late") },
          { value: "this_month", label: t("deals.this_month") },
          { value: "next_month", label: t("deals.next_month") },
        ]}
      />
      {view === "table" && (
        <Select
          className="w-auto! min-w-32 phone:flex-1"
          label={t("deals.stage")}
          value={search.stage ?? any}
          onChange={(stage) => onChange({ stage: stage === any ? "" : stage })}
          options={[
            { value: any, label: t("contacts.any_stage") },
            ...pipeline.stages.map((stage) => ({ value: stage.id, label: names.stage(stage) })),
          ]}
        />
      )}
      {(filtered || (view === "table" && search.stage)) && (
        <Button variant="ghost" onClick={() => onChange({ owner: "", expectedFrom: "", expectedTo: "", stage: "" })}>
          {t("deals.clear_filters")}
        </Button>
      )}
      {can("contacts.read") && (
        <Button asChild variant="ghost" className="ms-auto phone:hidden">
          <Link to="/contacts" search={{ stage: "lead" }}>
            <Users size={14} />
            {t("deals.leads")}
          </Link>
        </Button>
      )}
    </search>
  );
}

const text = (date: Date) => date.toISOString().slice(0, 10);
const dayBefore = (day: string) => text(new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000));
const monthOf = (day: string, ahead: number) => {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return { from: text(new Date(Date.UTC(year, month - 1 + ahead, 1))), to: text(new Date(Date.UTC(year, month + ahead, 0))) };
};
