import { X } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";

export type Hue = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A label in a list: a dot that says its name on hover and to a screen reader. */
export const LabelDot = ({ name, hue }: { name: string; hue: Hue }) => (
  <span role="img" aria-label={name} title={name} className={cx("size-1.75 shrink-0 rounded-full bg-hue", `hue-${hue}`)} />
);

/** A label in a panel: its dot and its name. */
export function LabelChip({ name, hue, onRemove }: { name: string; hue: Hue; onRemove?: () => void }) {
  const t = useT();
  return (
    <span className="inline-flex h-5.5 max-w-full items-center gap-1.25 rounded-6 bg-surface-chip px-1.75 text-12 leading-none font-medium text-muted">
      <span className={cx("size-2 shrink-0 rounded-full bg-hue", `hue-${hue}`)} aria-hidden />
      <span className="cut py-1">{name}</span>
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={t("common.remove_named", { name })}
          className="touch-target -me-1 grid size-4 place-items-center rounded-4 hover:bg-surface-selected hover:text-text"
        >
          <X size={12} />
        </button>
      )}
    </span>
  );
}
