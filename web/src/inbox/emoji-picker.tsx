import { type KeyboardEvent, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/index.ts";
import { type EmojiGroup, emojiGroups } from "./emoji-list.ts";

const columns = 8;
/** Of this visit, newest first. */
let recent: string[] = [];

export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useT();
  const [group, setGroup] = useState<EmojiGroup>("faces");
  const pick = (emoji: string) => {
    recent = [emoji, ...recent.filter((each) => each !== emoji)].slice(0, columns);
    onPick(emoji);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const rtl = document.documentElement.dir === "rtl";
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-emoji]")];
    all[all.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  };
  const emojis = [...recent, ...emojiGroups[group].filter((each) => !recent.includes(each))];
  return (
    <div>
      <div role="tablist" aria-label={t("inbox.emoji")} className="mb-1 flex gap-1 border-b pb-1">
        {(Object.keys(emojiGroups) as EmojiGroup[]).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === group}
            aria-label={t(`inbox.emoji_${each}`)}
            title={t(`inbox.emoji_${each}`)}
            onClick={() => setGroup(each)}
            className="grid h-8 flex-1 place-items-center rounded-6 text-16 hover:bg-surface-hover aria-selected:bg-surface-chip"
          >
            {emojiGroups[each][0]}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside */}
      <div className="grid max-h-60 grid-cols-8 overflow-y-auto" onKeyDown={move}>
        {emojis.map((emoji, index) => (
          <button
            key={emoji}
            type="button"
            data-emoji=""
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => pick(emoji)}
            className={cx(
              "grid size-9 place-items-center rounded-6 text-20 hover:bg-surface-hover",
              index < recent.length && "bg-surface-sunken",
            )}
          >
            {emoji}
          </button>
        ))}
      </div>
    </div>
  );
}
