import { Progress as Radix } from "radix-ui";
import { cx } from "./cx.ts";

/** `value` of `max`; null while the end is not known. */
export const Progress = ({
  value,
  max = 100,
  label,
  tone = "accent",
}: {
  value: number | null;
  max?: number;
  label: string;
  tone?: "accent" | "warning" | "danger";
}) => (
  <Radix.Root value={value} max={max} aria-label={label} className="h-1.25 w-full overflow-hidden rounded-full bg-surface-selected">
    <Radix.Indicator
      className={cx(
        "block h-full rounded-full transition-[width] duration-base",
        { accent: "bg-accent-text", warning: "bg-warning", danger: "bg-danger" }[tone],
        value === null && "skeleton",
      )}
      style={{ width: value === null ? "100%" : `${max > 0 ? Math.min(100, (value / max) * 100) : 0}%` }}
    />
  </Radix.Root>
);
