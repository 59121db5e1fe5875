import { Command } from "cmdk";
import { Check, ChevronDown, Plus } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field.tsx";
import { controlClasses } from "./input.tsx";
import type { Option } from "./select.tsx";
import { Spinner } from "./spinner.tsx";

interface Shared<Value extends string> {
  options: Option<Value>[];
  placeholder?: string;
  /** Where no Field names it. */
  label?: string;
  /** Given: the server searches; options are shown as they are. */
  onSearch?: (query: string) => void;
  searching?: boolean;
  onCreate?: (name: string) => void;
  /** When the options are first needed. */
  onOpen?: () => void;
  disabled?: boolean;
  /** Instead of the framed button: any button of yours. */
  trigger?: ReactNode;
  align?: "start" | "end";
}

type Props<Value extends string> = Shared<Value> &
  (
    | { multiple?: false; value: Value | null | undefined; onChange: (value: Value) => void }
    | { multiple: true; value: Value[]; onChange: (value: Value[]) => void }
  );

/** A searchable choice of one or (`multiple`) many. */
export function Combobox<Value extends string>(props: Props<Value>) {
  const { options, placeholder, label, onSearch, searching, onCreate, onOpen, disabled, trigger, align = "start" } = props;
  const t = useT();
  const field = useFieldControl();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const chosen = (value: Value) => (props.multiple ? props.value.includes(value) : props.value === value);
  const labels = options.filter((option) => chosen(option.value)).map((option) => option.label);
  const mayCreate = onCreate && query.trim() && !options.some((o) => o.label.toLowerCase() === query.trim().toLowerCase());

  const search = (next: string) => {
    setQuery(next);
    onSearch?.(next);
  };
  const pick = (value: Value) => {
    if (props.multiple) {
      props.onChange(chosen(value) ? props.value.filter((each) => each !== value) : [...props.value, value]);
      return;
    }
    props.onChange(value);
    setOpen(false);
  };

  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) onOpen?.();
        else search("");
      }}
    >
      <Popover.Trigger asChild>
        {trigger ?? (
          <button
            type="button"
            {...field}
            role="combobox"
            aria-expanded={open}
            aria-label={label}
            disabled={disabled}
            className={cx(controlClasses, "flex items-center justify-between gap-2 text-start")}
          >
            <span className={cx("cut", labels.length === 0 && "text-subtle")}>
              {labels.length ? labels.join(", ") : (placeholder ?? t("common.choose"))}
            </span>
            <ChevronDown size={14} className="text-subtle" />
          </button>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label ?? placeholder ?? t("common.choose")}
          className="pop z-tooltip w-(--radix-popover-trigger-width) min-w-56 overflow-hidden rounded-8 bg-surface-raised shadow-popover"
        >
          <Command shouldFilter={!onSearch} label={label ?? t("common.search")}>
            <div className="flex h-9 items-center gap-2 border-b px-3">
              <Command.Input
                value={query}
                onValueChange={search}
                placeholder={t("common.search")}
                className="min-w-0 flex-1 bg-transparent outline-none"
              />
              {searching && <Spinner />}
            </div>
            <Command.List className="max-h-72 overflow-y-auto p-1" aria-multiselectable={props.multiple || undefined}>
              {!mayCreate && <Command.Empty className="px-2 py-3 text-subtle">{t("common.no_matches")}</Command.Empty>}
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={[option.label]}
                  disabled={option.disabled ?? false}
                  onSelect={() => pick(option.value)}
                  className="flex min-h-7.5 items-center gap-2 rounded-6 px-2 py-1 aria-disabled:text-disabled data-[selected=true]:bg-surface-selected phone:min-h-10"
                >
                  {option.icon}
                  <span className="min-w-0 flex-1">
                    {option.label}
                    {option.hint && <span className="block text-12 text-subtle">{option.hint}</span>}
                  </span>
                  {chosen(option.value) && <Check size={14} className="text-accent-text" />}
                </Command.Item>
              ))}
              {mayCreate && (
                <Command.Item
                  forceMount
                  value={`create ${query}`}
                  onSelect={() => {
                    onCreate(query.trim());
                    search("");
                  }}
                  className="flex min-h-7.5 items-center gap-2 rounded-6 px-2 py-1 data-[selected=true]:bg-surface-selected"
                >
                  <Plus size={14} className="text-subtle" />
                  {t("common.create_named", { name: query.trim() })}
                </Command.Item>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
