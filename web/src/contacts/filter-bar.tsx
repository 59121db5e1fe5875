import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, IconButton, Input, Spinner } from "../ui/index.ts";
import { ConditionAdd, ConditionChip } from "./condition-chip.tsx";
import { type Condition, isWhole, useConditionFields } from "./condition-fields.ts";
import { mostFilters } from "./list-state.ts";

/** Search and filters; they are the address, the search a moment after the last key. */
export function FilterBar({
  q,
  filter,
  onSearch,
  onFilter,
  searching,
  children,
}: {
  q: string;
  filter: Condition[];
  onSearch: (q: string) => void;
  onFilter: (filter: Condition[]) => void;
  searching: boolean;
  children?: React.ReactNode;
}) {
  const t = useT();
  const fields = useConditionFields();
  const [query, setQuery] = useTyped(q, onSearch);
  const [fresh, setFresh] = useState<Condition>();
  const box = useRef<HTMLInputElement>(null);
  useShortcut("/", () => box.current?.focus(), { describe: t("contacts.search") });
  // After the list it was chosen from has closed and given the focus back.
  const add = (condition: Condition) => void setTimeout(() => setFresh(condition), 60);

  return (
    <search className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b px-4 py-2">
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
        className="max-w-64 phone:max-w-none"
      />
      {filter.map((condition, at) => (
        <ConditionChip
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no identity but its place
          key={at}
          condition={condition}
          fields={fields}
          onChange={(next) => onFilter(filter.with(at, next))}
          onRemove={() => onFilter(filter.toSpliced(at, 1))}
        />
      ))}
      {fresh && (
        <FreshChip
          condition={fresh}
          fields={fields}
          onDone={(condition) => {
            setFresh(undefined);
            if (condition) onFilter([...filter, condition]);
          }}
        />
      )}
      <ConditionAdd fields={fields} onAdd={add} disabled={filter.length >= mostFilters} />
      {filter.length > 1 && (
        <Button variant="ghost" onClick={() => onFilter([])}>
          {t("filters.clear")}
        </Button>
      )}
      {children}
    </search>
  );
}

/** A condition that is still being put together: it joins the list when its editor is closed. */
function FreshChip({
  condition,
  fields,
  onDone,
}: {
  condition: Condition;
  fields: ReturnType<typeof useConditionFields>;
  onDone: (condition: Condition | undefined) => void;
}) {
  const latest = useRef(condition);
  return (
    <ConditionChip
      fresh
      condition={condition}
      fields={fields}
      onChange={(next) => {
        latest.current = next;
      }}
      onClose={() => onDone(isWhole(latest.current) ? latest.current : undefined)}
      onRemove={() => onDone(undefined)}
    />
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
