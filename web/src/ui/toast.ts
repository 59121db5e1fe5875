export interface Toast {
  title: string;
  description?: string;
  tone?: "plain" | "danger" | "success";
  /** Usually undo: `{ label: t("common.undo"), onSelect }`. */
  action?: { label: string; onSelect: () => void };
  /** In ms; 6 s unless told, errors stay longer. */
  duration?: number;
}

type Shown = Toast & { id: number };

let toasts: Shown[] = [];
let count = 0;
const watchers = new Set<() => void>();
const changed = () => {
  for (const watcher of watchers) watcher();
};

/** From anywhere: `toast({ title: t("inbox.closed"), action: { label: t("common.undo"), onSelect: reopen } })`. */
export function toast(shown: Toast) {
  const id = ++count;
  toasts = [...toasts.slice(-2), { ...shown, id }];
  changed();
  return () => dismiss(id);
}

/** Says why the server refused and what to do. */
export const toastError = (error: unknown) => {
  const refusal = error as { message?: string; remedy?: string };
  const description = typeof refusal.remedy === "string" && refusal.remedy.includes(" ") ? refusal.remedy : undefined;
  return toast({ title: refusal.message ?? String(error), ...(description ? { description } : {}), tone: "danger" });
};

export function dismiss(id: number) {
  toasts = toasts.filter((each) => each.id !== id);
  changed();
}

export const toastStore = {
  subscribe: (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  read: () => toasts,
};
