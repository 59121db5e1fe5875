import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const key = "candor.theme";
const watchers = new Set<() => void>();

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** The same decision as public/theme.js makes before the first paint. */
export function setTheme(theme: Theme) {
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is blocked: the choice lasts for this page.
  }
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  for (const watcher of watchers) watcher();
}

export function hasStoredTheme() {
  return readTheme() !== "system";
}

export const isDark = () => document.documentElement.dataset.theme === "dark";

export const useTheme = () =>
  useSyncExternalStore((changed) => {
    watchers.add(changed);
    return () => watchers.delete(changed);
  }, readTheme);
