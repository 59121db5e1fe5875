import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";
import { closeClasses, focusFirstField } from "./dialog.tsx";

/** A panel over the end edge of the page; the whole width on a phone. */
export function Sheet({
  open,
  onOpenChange,
  title,
  footer,
  wide,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  footer?: ReactNode;
  /** Room for two columns: a form and what it makes. */
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="pop-fade fixed inset-0 z-sheet bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusFirstField}
          className={cx(
            "slide-in outline-none fixed inset-y-0 end-0 z-sheet flex w-full flex-col border-s bg-surface phone:max-w-none",
            wide ? "max-w-210" : "max-w-110",
          )}
        >
          <header className="flex h-bar shrink-0 items-center gap-2 border-b ps-4 pe-3">
            <Radix.Title className="cut flex-1 text-14 font-semibold tracking-title">{title}</Radix.Title>
            <Radix.Close aria-label={t("common.close")} className={closeClasses}>
              <X size={16} />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer && <footer className="flex shrink-0 justify-end gap-2 border-t px-4 py-3">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
