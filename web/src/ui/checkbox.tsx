import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

/** Without visible text give `label` and `hideLabel`. `checked="indeterminate"` for "some of them". */
export function Checkbox({
  checked,
  onChange,
  label,
  hideLabel,
  hint,
  disabled,
  name,
}: {
  checked: boolean | "indeterminate";
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
  name?: string;
}) {
  const id = useId();
  return (
    <span className="inline-flex items-start gap-2">
      <Radix.Root
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next === true)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="touch-target mt-0.5 grid size-4 shrink-0 place-items-center rounded-4 border border-line-control bg-surface-raised text-on-accent hover:border-muted disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
      >
        <Radix.Indicator>
          {checked === "indeterminate" ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
        </Radix.Indicator>
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
