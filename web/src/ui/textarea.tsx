import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { cx } from "./cx.ts";
import { useFieldControl } from "./field.tsx";
import { controlClasses } from "./input.tsx";

const grows = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** Grows with its text up to `maxHeight` px. `bare` leaves the frame to what is around it (the composer). */
export function Textarea({
  bare,
  maxHeight = 320,
  className,
  rows = 3,
  ref,
  ...rest
}: ComponentProps<"textarea"> & { bare?: boolean; maxHeight?: number }) {
  const field = useFieldControl();
  const own = useRef<HTMLTextAreaElement | null>(null);

  useLayoutEffect(() => {
    const element = own.current;
    if (grows || !element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight + 2, maxHeight)}px`;
  });

  return (
    <textarea
      {...field}
      rows={rows}
      {...rest}
      ref={(element) => {
        own.current = element;
        if (typeof ref === "function") return ref(element);
        if (ref) ref.current = element;
        return undefined;
      }}
      style={{ minHeight: rows * 20 + (bare ? 0 : 14), maxHeight, ...rest.style }}
      className={cx(
        "field-sizing-content resize-none",
        bare ? "w-full bg-transparent outline-none" : cx(controlClasses, "h-auto! py-1.5"),
        className,
      )}
    />
  );
}
