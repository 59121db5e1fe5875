import { CircleAlert, CircleCheck, X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { useSyncExternalStore } from "react";
import { useT } from "../i18n/index.ts";
import { dismiss, toastStore } from "./toast.ts";

/** Where toasts appear: once, in UiProvider. */
export function Toaster() {
  const t = useT();
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  return (
    <Radix.Provider label={t("common.notifications")} swipeDirection="down">
      {toasts.map((each) => (
        <Radix.Root
          key={each.id}
          duration={each.duration ?? (each.tone === "danger" ? 12_000 : 6000)}
          type={each.tone === "danger" ? "foreground" : "background"}
          onOpenChange={(open) => !open && dismiss(each.id)}
          className="slide-up flex items-start gap-2 rounded-8 bg-surface-raised py-2 ps-3 pe-2 shadow-popover"
        >
          {each.tone === "danger" && <CircleAlert size={16} className="mt-1 text-danger" aria-hidden />}
          {each.tone === "success" && <CircleCheck size={16} className="mt-1 text-success" aria-hidden />}
          <div className="min-w-0 flex-1 py-0.5">
            <Radix.Title className="font-medium">{each.title}</Radix.Title>
            {each.description && <Radix.Description className="text-muted">{each.description}</Radix.Description>}
          </div>
          {each.action && (
            <Radix.Action
              altText={each.action.label}
              onClick={each.action.onSelect}
              className="h-control-xs rounded-6 px-2 font-medium text-accent-text hover:bg-surface-hover"
            >
              {each.action.label}
            </Radix.Action>
          )}
          <Radix.Close
            aria-label={t("common.close")}
            className="grid size-control-xs place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text"
          >
            <X size={14} />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed bottom-4 start-4 z-toast flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2 outline-none phone:bottom-19" />
    </Radix.Provider>
  );
}
