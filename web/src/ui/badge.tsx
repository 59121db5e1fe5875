import type { ReactNode } from "react";
import { useFormat } from "../i18n/index.ts";
import { cx } from "./cx.ts";

export type Tone = "plain" | "accent" | "success" | "warning" | "danger" | "info" | "unknown";

/** A state in a word. `dashed` for what is not there yet; the tone "unknown" is always dashed. */
export const Badge = ({
  tone = "plain",
  icon,
  dashed,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  dashed?: boolean;
  children: ReactNode;
  className?: string;
}) => (
  <span
    className={cx(
      "inline-flex h-5.5 max-w-full items-center gap-1.25 rounded-6 px-1.75 text-12 leading-none font-medium whitespace-nowrap",
      tones[tone],
      dashed && "border border-dashed border-line-strong bg-transparent",
      className,
    )}
  >
    {icon}
    {children}
  </span>
);

/** A number in a pill: unread, waiting. Nothing at 0. */
export function Count({ value, tone = "accent", label }: { value: number; tone?: "accent" | "danger"; label?: string }) {
  const format = useFormat();
  if (value <= 0) return null;
  return (
    <span
      className={cx(
        "num h-4.5 min-w-4.5 shrink-0 rounded-full px-1.25 text-center text-11 leading-4.5 font-semibold",
        tone === "accent" ? "bg-accent text-on-accent" : "bg-danger text-on-solid",
      )}
      {...(label ? { role: "img", "aria-label": label, title: label } : {})}
    >
      {value > 999 ? `${format.number(999)}+` : format.number(value)}
    </span>
  );
}

const tones: Record<Tone, string> = {
  plain: "bg-surface-chip text-muted",
  accent: "bg-accent-soft text-accent-text",
  success: "bg-success-soft text-success-text",
  warning: "bg-warning-soft text-warning-text",
  danger: "bg-danger-soft text-danger-text",
  info: "bg-info-soft text-info-text",
  unknown: "border border-dashed border-unknown bg-unknown-soft text-unknown-text",
};
