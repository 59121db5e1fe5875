import { useRef, useState } from "react";
import { cx } from "../ui/index.ts";

const [least, most, step] = [60, 800, 20];
const within = (width: number) => Math.min(most, Math.max(least, Math.round(width)));

/** The edge of a column: dragged, or moved with the arrow keys. The width is told when it is let go. */
export function ColumnResize({ label, width, onWidth }: { label: string; width: number; onWidth: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const [moved, setMoved] = useState(0);
  const towardsEnd = (element: Element) => (getComputedStyle(element).direction === "rtl" ? -1 : 1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a thematic break cannot be moved
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={cx(
        "absolute inset-y-1.5 end-0 w-2 cursor-col-resize touch-none border-e border-transparent hover:border-line-strong focus-visible:border-focus",
        from.current && "border-focus",
      )}
      style={moved ? { transform: `translateX(${moved}px)` } : undefined}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => from.current && setMoved(event.clientX - from.current.x)}
      onPointerUp={(event) => {
        const began = from.current;
        from.current = null;
        setMoved(0);
        if (began) onWidth(within(began.width + (event.clientX - began.x) * towardsEnd(event.currentTarget)));
      }}
      onPointerCancel={() => {
        from.current = null;
        setMoved(0);
      }}
      onKeyDown={(event) => {
        const by = { ArrowRight: step, ArrowLeft: -step }[event.key];
        if (!by) return;
        event.preventDefault();
        event.stopPropagation();
        onWidth(within(width + by * towardsEnd(event.currentTarget)));
      }}
    />
  );
}
