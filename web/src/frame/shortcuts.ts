import { useEffect, useRef } from "react";
import type { Key } from "../i18n/index.ts";

export interface Shortcut {
  /** "e", "mod+k", "shift+r", "?", or a sequence: "g i". */
  keys: string;
  run: (event: KeyboardEvent) => void;
  /** Given: listed under `?`. */
  describe?: Key | string;
  /** Works everywhere rather than on this page. */
  everywhere?: boolean;
  /** Also while typing. Otherwise keys in inputs stay the input's. */
  inInputs?: boolean;
}

const active: Shortcut[] = [];
let pending: { key: string; until: number } | undefined;

export const listShortcuts = (): readonly Shortcut[] => active;

/** `useShortcut("e", close, { describe: t("inbox.close"), when: can("inbox.close") })`. The latest mounted wins. */
export function useShortcut(
  keys: string,
  run: (event: KeyboardEvent) => void,
  { when = true, describe, everywhere, inInputs }: { when?: boolean; describe?: string; everywhere?: boolean; inInputs?: boolean } = {},
) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!when) return;
    const shortcut: Shortcut = { keys, run: (event) => latest.current(event) };
    if (describe) shortcut.describe = describe;
    if (everywhere) shortcut.everywhere = true;
    if (inInputs) shortcut.inInputs = true;
    active.unshift(shortcut);
    if (active.length === 1) addEventListener("keydown", onKeyDown);
    return () => {
      active.splice(active.indexOf(shortcut), 1);
      if (active.length === 0) removeEventListener("keydown", onKeyDown);
    };
  }, [keys, when, describe, everywhere, inInputs]);
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || ["Shift", "Control", "Meta", "Alt"].includes(event.key)) return;
  const pressed = nameOf(event);
  const sequence = pending && pending.until > Date.now() ? `${pending.key} ${pressed}` : undefined;
  pending = undefined;
  const typing = isTyping(event.target);
  // A dialog or menu has the keyboard to itself.
  const covered = !!document.querySelector("[role=dialog][data-state=open], [role=menu][data-state=open], [role=alertdialog]");
  const usable = active.filter((each) => (each.inInputs || !typing) && (each.inInputs || !covered));

  const found = (sequence && usable.find((each) => each.keys === sequence)) || usable.find((each) => each.keys === pressed);
  if (found) {
    event.preventDefault();
    found.run(event);
  } else if (usable.some((each) => each.keys.startsWith(`${pressed} `))) {
    pending = { key: pressed, until: Date.now() + 1200 };
  }
}

function nameOf(event: KeyboardEvent) {
  const letter = event.key.toLowerCase();
  // On a keyboard of another script the letter's place decides: E closes in Arabic too.
  const latin = /^[ -~]+$/.test(letter) ? letter : (/^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? letter);
  const shifted = event.shiftKey && (/^[a-z]$/.test(latin) || latin.length > 1);
  return `${event.metaKey || event.ctrlKey ? "mod+" : ""}${event.altKey ? "alt+" : ""}${shifted ? "shift+" : ""}${latin}`;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type)));
