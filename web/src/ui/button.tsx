import { Slot } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "xs" | "md" | "lg";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  /** xs 24 px (in rows), md 28 px (usual), lg 32 px (forms and dialogs); 36 px at least on a phone. */
  size?: ButtonSize;
  icon?: ReactNode;
  /** Keeps its width, shows a spinner, takes no further press. */
  loading?: boolean;
  /** Puts the looks on the only child, such as a <Link>. */
  asChild?: boolean;
}

export function Button({ variant = "secondary", size = "md", icon, loading, asChild, className, children, ...rest }: ButtonProps) {
  const classes = cx(base, sizes[size], variants[variant], loading && "pointer-events-none", className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type="button" className={classes} aria-busy={loading || undefined} {...rest} disabled={rest.disabled || loading}>
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}

const base =
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-6 border font-medium transition-colors duration-fast disabled:cursor-not-allowed aria-disabled:cursor-not-allowed disabled:not-aria-busy:opacity-50";

const sizes: Record<ButtonSize, string> = {
  xs: "h-control-xs px-2 text-12",
  md: "h-control-sm px-2.5 text-13 phone:h-9 phone:px-3",
  lg: "h-control px-3 text-13 phone:h-10",
};

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-press",
  secondary: "border-line-strong bg-surface-raised text-text hover:bg-surface-hover",
  ghost: "border-transparent text-muted hover:bg-surface-hover hover:text-text",
  danger: "border-danger-line bg-surface-raised text-danger-text hover:bg-danger-soft",
};
