import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons: the safe one first, the one that acts last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
}

/** On a phone it comes up from the bottom edge. A form inside submits with a footer button's `form` attribute. */
export function Dialog({ open, onOpenChange, title, description, footer, size = "md", children }: DialogProps) {
  const t = useT();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="pop-fade fixed inset-0 z-dialog grid place-items-center overflow-y-auto bg-scrim p-4 phone:items-end phone:p-0">
          <Radix.Content
            {...(description ? {} : { "aria-describedby": undefined })}
            onOpenAutoFocus={focusFirstField}
            className={cx(
              "pop relative flex max-h-full outline-none w-full flex-col rounded-12 bg-surface-raised shadow-popover phone:max-w-none phone:rounded-b-none phone:slide-up",
              widths[size],
            )}
          >
            <header className="flex items-start gap-2 px-5 pt-4 pb-2">
              <div className="min-w-0 flex-1">
                <Radix.Title className="text-16 font-semibold tracking-title">{title}</Radix.Title>
                {description && <Radix.Description className="mt-0.5 text-muted">{description}</Radix.Description>}
              </div>
              <Radix.Close aria-label={t("common.close")} className={closeClasses}>
                <X size={16} />
              </Radix.Close>
            </header>
            {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>}
            {footer && <footer className="flex flex-wrap justify-end gap-2 px-5 pt-3 pb-4">{footer}</footer>}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

const widths = { sm: "max-w-96", md: "max-w-120", lg: "max-w-180" };

export const closeClasses =
  "grid size-control-sm shrink-0 place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text phone:size-9";

/** What one came to do has the focus, not the button that leaves. */
export function focusFirstField(event: Event) {
  const content = event.currentTarget as HTMLElement;
  event.preventDefault();
  const field = content.querySelector<HTMLElement>("[autofocus], input:not([type=hidden], [readonly]), textarea, [role=combobox]");
  (field ?? content).focus();
}
