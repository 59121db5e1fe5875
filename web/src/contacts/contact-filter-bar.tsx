import { Link } from "@tanstack/react-router";
import { Search, Tag as TagIcon, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useCan } from "../api/session.ts";
import { useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, Combobox, IconButton, Input, LabelDot, Select, Spinner } from "../ui/index.ts";
import { type ContactFilters, stages, useTags } from "./contact-data.ts";
import { stageWords } from "./identity-words.ts";

const any = "any";

/** Search and filters; they are the address, the search a moment after the last key. */
export function ContactFilterBar({
  filters,
  onChange,
  searching,
}: {
  filters: ContactFilters;
  onChange: (change: ContactFilters) => void;
  searching: boolean;
}) {
  const t = useT();
  const can = useCan();
  const tags = useTags();
  const [query, setQuery] = useTyped(filters.q ?? "", (q) => onChange({ q }));
  const box = useRef<HTMLInputElement>(null);
  useShortcut("/", () => box.current?.focus(), { describe: t("contacts.search") });
  const filtered = Boolean(filters.q || filters.tag || filters.stage);

  const clear = () => {
    setQuery("");
    onChange({ q: "", tag: "", stage: "" });
  };

  return (
    <search className="flex shrink-0 flex-wrap items-center gap-2 border-b px-4 py-2">
      <Input
        ref={box}
        type="search"
        aria-label={t("contacts.search")}
        placeholder={t("contacts.search_hint")}
        icon={searching ? <Spinner size={16} /> : <Search size={16} />}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") query ? setQuery("") : box.current?.blur();
        }}
        end={
          query ? (
            <IconButton size="sm" label={t("common.clear")} onClick={() => setQuery("")}>
              <X size={14} />
            </IconButton>
          ) : undefined
        }
        className="max-w-90 phone:max-w-none"
      />
      <Select
        className="w-auto! min-w-32 phone:flex-1"
        label={t("contacts.filter_stage")}
        value={filters.stage ?? any}
        onChange={(stage) => onChange({ stage: stage === any ? "" : stage })}
        options={[
          { value: any, label: t("contacts.any_stage") },
          ...stages.map((stage) => ({ value: stage as string, label: t(stageWords[stage]) })),
        ]}
      />
      <div className="w-40 phone:w-auto phone:flex-1">
        <Combobox
          label={t("contacts.filter_tag")}
          value={filters.tag ?? any}
          onChange={(tag) => onChange({ tag: tag === any ? "" : tag })}
          options={[
            { value: any, label: t("contacts.any_tag") },
            ...tags.map((tag) => ({ value: tag.id, label: tag.name, icon: <LabelDot name="" hue={tag.hue} /> })),
          ]}
        />
      </div>
      {filtered && (
        <Button variant="ghost" onClick={clear}>
          {t("contacts.clear_filters")}
        </Button>
      )}
      {can("contacts.write") && tags.length > 0 && (
        <Button asChild variant="ghost" className="ms-auto phone:hidden">
          <Link to="/settings/labels">
            <TagIcon size={14} />
            {t("contacts.manage_tags")}
          </Link>
        </Button>
      )}
    </search>
  );
}

/** What is typed, told on 250 ms after the last key; follows a change that came from elsewhere (back, a link). */
function useTyped(value: string, tell: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === told.current) return;
    const timer = setTimeout(() => {
      told.current = wanted;
      latest.current(wanted);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped] as const;
}
