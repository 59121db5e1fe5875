import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cspNonce } from "../csp.ts";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field.tsx";
import { controlClasses } from "./input.tsx";

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  hint?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
}

/** For up to about fifteen choices; more want a Combobox. `label` only where no Field names it. */
export function Select<Value extends string>({
  value,
  onChange,
  options,
  placeholder,
  label,
  disabled,
  quiet,
  className,
  name,
}: {
  value: Value | undefined;
  onChange: (value: Value) => void;
  options: Option<Value>[];
  placeholder?: string;
  label?: string;
  disabled?: boolean;
  /** Without a frame, for filters and table cells. */
  quiet?: boolean;
  className?: string;
  name?: string;
}) {
  const t = useT();
  const field = useFieldControl();
  return (
    <Radix.Root value={value ?? ""} onValueChange={(next) => onChange(next as Value)} disabled={disabled ?? false} name={name ?? ""}>
      <Radix.Trigger
        {...field}
        aria-label={label}
        className={cx(
          quiet
            ? "inline-flex h-control-sm items-center gap-1 rounded-6 px-1.5 text-subtle hover:bg-surface-hover hover:text-text"
            : cx(controlClasses, "flex items-center justify-between gap-2 text-start data-placeholder:text-subtle"),
          className,
        )}
      >
        <span className="cut">
          <Radix.Value placeholder={placeholder ?? t("common.choose")} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown size={14} className="text-subtle" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="pop z-tooltip max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-8 bg-surface-raised shadow-popover"
        >
          <Radix.Viewport className="p-1" nonce={cspNonce}>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} disabled={option.disabled ?? false} className={optionClasses}>
                {option.icon}
                <span className="min-w-0 flex-1">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.hint && <span className="block text-12 text-subtle">{option.hint}</span>}
                </span>
                <Radix.ItemIndicator>
                  <Check size={14} className="text-accent-text" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const optionClasses =
  "flex min-h-7.5 select-none items-center gap-2 rounded-6 px-2 py-1 outline-none data-disabled:text-disabled data-highlighted:bg-surface-selected phone:min-h-10";
