import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";

/** Two to four choices side by side; always one is chosen. */
export function Segmented<Value extends string>({
  value,
  onChange,
  options,
  label,
}: {
  value: Value;
  onChange: (value: Value) => void;
  options: { value: Value; label: ReactNode; icon?: ReactNode; disabled?: boolean }[];
  label: string;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      onValueChange={(next) => next && onChange(next as Value)}
      aria-label={label}
      className="inline-flex gap-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className="inline-flex h-6.5 items-center gap-1.5 rounded-6 px-2.5 font-medium whitespace-nowrap text-subtle hover:bg-surface-hover hover:text-text disabled:opacity-50 data-[state=on]:bg-surface-chip data-[state=on]:text-text phone:h-8"
        >
          {option.icon}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
