import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  /** Its name: what a screen reader says and the tooltip shows. */
  label: string;
  /** Shown in the tooltip, such as "mod+k". */
  shortcut?: string;
  size?: "sm" | "md";
  variant?: "ghost" | "secondary";
  loading?: boolean;
  side?: "top" | "bottom" | "left" | "right";
  children: ReactNode;
}

/** `<IconButton label={t("common.close")}><X size={16} /></IconButton>`. `aria-pressed` shows it as switched on. */
export function IconButton({
  label,
  shortcut,
  size = "md",
  variant = "ghost",
  loading,
  side,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-busy={loading || undefined}
        disabled={rest.disabled || loading}
        className={cx(
          "touch-target inline-grid shrink-0 place-items-center rounded-6 text-subtle transition-colors duration-fast hover:bg-surface-hover hover:text-text aria-expanded:bg-surface-hover aria-expanded:text-text aria-pressed:bg-surface-selected aria-pressed:text-text disabled:cursor-not-allowed disabled:opacity-50",
          size === "md" ? "size-control-sm phone:size-9" : "size-control-xs",
          variant === "secondary" && "border border-line-strong bg-surface-raised",
          className,
        )}
      >
        {loading ? <Spinner /> : children}
      </button>
    </Tooltip>
  );
}
