import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/**
 * `trigger` is a button. Use `open` and `onOpenChange` only where something inside closes it. `reading`: there are mostly words inside, and
 * the keyboard must be able to scroll them.
 */
export function Popover({
  trigger,
  label,
  children,
  align = "start",
  side = "bottom",
  open,
  onOpenChange,
  reading,
  className,
}: {
  trigger: ReactNode;
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  reading?: boolean;
  className?: string;
}) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          {...(reading ? { tabIndex: 0 } : {})}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cx(
            "pop z-popover max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto rounded-8 bg-surface-raised p-3 shadow-popover",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
