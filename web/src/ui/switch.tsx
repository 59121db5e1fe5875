import { Switch as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

/** Takes effect at once; what waits for a save is a Checkbox. */
export function Switch({
  checked,
  onChange,
  label,
  hideLabel,
  hint,
  disabled,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <span className="inline-flex items-start gap-2">
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="touch-target mt-px h-4.5 w-7.5 shrink-0 rounded-full bg-line-control p-0.5 transition-colors duration-fast disabled:opacity-50 data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-3.5 rounded-full bg-white shadow-knob transition-transform duration-fast data-[state=checked]:translate-x-3 rtl:data-[state=checked]:-translate-x-3" />
      </Radix.Root>
      <span className={hideLabel ? "sr-only" : undefined}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span id={`${id}-hint`} className="block text-12 text-subtle">
            {hint}
          </span>
        )}
      </span>
    </span>
  );
}
