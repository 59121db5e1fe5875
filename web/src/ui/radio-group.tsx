import { RadioGroup as Radix } from "radix-ui";
import { useId } from "react";
import { cx } from "./cx.ts";
import type { Option } from "./select.tsx";

/** `cards` frames each choice, for choices that need a sentence. */
export function RadioGroup<Value extends string>({
  value,
  onChange,
  options,
  label,
  cards,
  disabled,
}: {
  value: Value | undefined;
  onChange: (value: Value) => void;
  options: Option<Value>[];
  label: string;
  cards?: boolean;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <Radix.Root
      value={value ?? ""}
      onValueChange={(next) => onChange(next as Value)}
      aria-label={label}
      disabled={disabled}
      className="flex flex-col gap-2"
    >
      {options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${id}-${option.value}`}
          className={cx(
            "flex cursor-pointer items-start gap-2",
            cards &&
              "rounded-8 border border-line-strong p-3 hover:bg-surface-hover has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft",
          )}
        >
          <Radix.Item
            id={`${id}-${option.value}`}
            value={option.value}
            disabled={option.disabled}
            className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-line-control bg-surface-raised disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
          >
            <Radix.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radix.Item>
          <span className="min-w-0">
            <span className={cards ? "font-medium" : undefined}>{option.label}</span>
            {option.hint && <span className="block text-12 text-subtle">{option.hint}</span>}
          </span>
        </label>
      ))}
    </Radix.Root>
  );
}
