import { useSyncExternalStore } from "react";

type Overlay = "palette" | "shortcuts" | null;

let open: Overlay = null;
const watchers = new Set<() => void>();

/** The palette or the list of shortcuts, from anywhere: `openOverlay("palette")`. */
export function openOverlay(overlay: Overlay) {
  open = overlay;
  for (const watcher of watchers) watcher();
}

export const useOverlay = () =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => open,
  );
