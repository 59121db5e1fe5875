import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import type { Channel } from "../channels/channel-data.ts";
import { useLanguage, useT } from "../i18n/index.ts";
import { Input, Select } from "../ui/index.ts";
import { languagesQuery, type TemplateFilters } from "./template-data.ts";
import { categoryKey, categoryNames, filterStates, languageName, stateLabel } from "./template-words.ts";

const any = "any";

/** Search, state, category, language, and the number where there are several accounts. */
export function TemplateFilterBar({
  filters,
  setFilters,
  channels,
}: {
  filters: TemplateFilters;
  setFilters: (change: TemplateFilters) => void;
  channels: Channel[];
}) {
  const t = useT();
  const [language] = useLanguage();
  const { data: languages } = useQuery(languagesQuery);
  const accounts = new Set(channels.map((channel) => channel.accountId));
  const choice = (
    name: "state" | "category" | "language" | "channel",
    label: string,
    options: { value: string; label: string }[],
    all: string,
  ) => (
    <Select
      className="w-auto! min-w-34 phone:min-w-0 phone:flex-1 phone:basis-36"
      label={label}
      value={filters[name] ?? any}
      onChange={(value) => setFilters({ [name]: value === any ? "" : value, template: "" })}
      options={[{ value: any, label: all }, ...options]}
    />
  );
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchBox value={filters.q ?? ""} onChange={(q) => setFilters({ q, template: "" })} />
      {choice(
        "state",
        t("templates.filter_state"),
        filterStates.map((state) => ({ value: state, label: t(stateLabel(state)) })),
        t("templates.any_state"),
      )}
      {choice(
        "category",
        t("templates.category"),
        categoryNames.map((category) => ({ value: category, label: t(categoryKey(category) ?? "templates.other_category") })),
        t("templates.any_category"),
      )}
      {(languages?.used.length ?? 0) > 1 &&
        choice(
          "language",
          t("templates.language"),
          (languages?.used ?? []).map((code) => ({ value: code, label: languageName(code, language) })),
          t("templates.any_language"),
        )}
      {accounts.size > 1 &&
        choice(
          "channel",
          t("templates.filter_channel"),
          channels.map((channel) => ({ value: channel.id, label: channel.name })),
          t("templates.any_channel"),
        )}
    </search>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (typed === undefined || typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      type="search"
      aria-label={t("templates.search")}
      placeholder={t("templates.search")}
      icon={<Search size={16} />}
      value={typed ?? value}
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        // Left before the pause was over: it is searched for all the same.
        if (typed !== undefined && typed.trim() !== value) onChange(typed.trim());
        setTyped(undefined);
      }}
      className="max-w-80 phone:max-w-none"
    />
  );
}
