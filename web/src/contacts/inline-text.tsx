import { useEffect, useState } from "react";
import { cx } from "../ui/cx.ts";

/**
 * A text that is its own field: looks like text, Enter or leaving it saves, Escape takes the change back. What another member
 * changes meanwhile shows unless one is typing.
 */
export function InlineText({
  value,
  label,
  placeholder,
  onSave,
  required,
  className,
}: {
  value: string;
  label: string;
  placeholder?: string;
  onSave: (value: string) => void;
  /** Empty takes the change back. */
  required?: boolean;
  className?: string;
}) {
  const [typed, setTyped] = useState<string>();
  useEffect(() => setTyped((now) => (now === value ? undefined : now)), [value]);
  const finish = () => {
    const next = typed?.trim();
    if (next !== undefined && next !== value && !(required && !next)) onSave(next);
    setTyped(undefined);
  };
  return (
    <input
      aria-label={label}
      placeholder={placeholder}
      // A number or username as the placeholder keeps its order in right-to-left text.
      dir={(typed ?? value) ? "auto" : /^[+@]/.test(placeholder ?? "") ? "ltr" : undefined}
      maxLength={200}
      autoComplete="off"
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") {
          event.stopPropagation();
          setTyped(undefined);
        }
      }}
      className={cx(inlineClasses, className)}
    />
  );
}

export const inlineClasses =
  "-mx-[7px] h-7 w-[calc(100%+14px)] min-w-0 rounded-6 border border-transparent bg-transparent px-1.5 text-start text-text hover:border-line-strong hover:bg-surface-hover focus-visible:border-focus focus-visible:bg-surface-raised rtl:text-right phone:h-10";
