import { cx } from "./cx.ts";

const mac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
const names: Record<string, string> = {
  mod: mac ? "⌘" : "Ctrl",
  shift: mac ? "⇧" : "Shift",
  alt: mac ? "⌥" : "Alt",
  enter: "↵",
  escape: "Esc",
  up: "↑",
  down: "↓",
};

/** `keys` as useShortcut takes them: "mod+k", "e", "g i". */
export function Kbd({ keys, inverse }: { keys: string; inverse?: boolean }) {
  return (
    <span className="inline-flex items-center gap-0.5" dir="ltr">
      {keys.split(" ").map((step) => (
        <kbd
          key={step}
          className={cx(
            "min-w-4.5 rounded-4 border px-1 text-center font-sans text-11 font-medium",
            inverse ? "border-current/40" : "border-line-strong bg-surface text-subtle",
          )}
        >
          {step
            .split("+")
            .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
            .join(mac ? "" : " ")}
        </kbd>
      ))}
    </span>
  );
}
