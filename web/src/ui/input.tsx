import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field.tsx";

/** Looks of everything one types into or chooses with; also for Select's and Combobox's button. */
export const controlClasses =
  "h-control w-full min-w-0 rounded-6 border border-line-control bg-surface-raised px-2.5 text-13 text-text transition-colors duration-fast hover:border-muted focus-within:border-focus aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-subtle phone:h-10";

export interface InputProps extends ComponentProps<"input"> {
  icon?: ReactNode;
  /** At the end, such as a unit or an IconButton. */
  end?: ReactNode;
  mono?: boolean;
}

export function Input({ icon, end, mono, className, ...rest }: InputProps) {
  const field = useFieldControl();
  if (!icon && !end) return <input {...field} {...rest} className={cx(controlClasses, mono && "font-mono", className)} />;
  return (
    <span
      className={cx(
        controlClasses,
        "flex items-center gap-1.5 pe-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus has-aria-invalid:border-danger",
        className,
      )}
    >
      {icon && <span className="grid place-items-center text-subtle">{icon}</span>}
      <input {...field} {...rest} className={cx("h-full min-w-0 flex-1 bg-transparent outline-none", mono && "font-mono")} />
      {end}
    </span>
  );
}
