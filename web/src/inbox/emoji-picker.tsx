import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/index.ts";
import { type EmojiGroup, emojiGroups } from "./emoji-list.ts";
import { findEmoji } from "./emoji-names.ts";

const columns = 8;
/** Of this visit, newest first. */
let recent: string[] = [];

/** Found by name, or by group; arrow keys move, down from the field goes into the grid. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useT();
  const [group, setGroup] = useState<EmojiGroup>("faces");
  const [query, setQuery] = useState("");
  const grid = useRef<HTMLDivElement>(null);
  const pick = (emoji: string) => {
    recent = [emoji, ...recent.filter((each) => each !== emoji)].slice(0, columns);
    onPick(emoji);
  };
  const all = () => [...(grid.current?.querySelectorAll<HTMLElement>("[data-emoji]") ?? [])];
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const rtl = document.documentElement.dir === "rtl";
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (!step) return;
    event.preventDefault();
    all()[all().indexOf(document.activeElement as HTMLElement) + step]?.focus();
  };
  const searching = query.trim() !== "";
  const emojis = searching ? findEmoji(query) : [...recent, ...emojiGroups[group].filter((each) => !recent.includes(each))];
  return (
    <div>
      <label className="mb-1 flex h-8 items-center gap-1.5 rounded-6 bg-surface-sunken px-2 text-subtle has-focus-visible:outline-2 has-focus-visible:outline-focus">
        <Search size={14} aria-hidden />
        <input
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") {
              event.preventDefault();
              all()[0]?.focus();
            } else if (event.key === "Enter" && searching && emojis[0]) {
              event.preventDefault();
              pick(emojis[0]);
            }
          }}
          aria-label={t("sending.find_emoji")}
          placeholder={t("sending.find_emoji")}
          className="min-w-0 flex-1 bg-transparent text-text outline-none [&::-webkit-search-cancel-button]:hidden"
        />
      </label>
      {!searching && (
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
      )}
      {searching && emojis.length === 0 && (
        <p role="status" className="px-2 py-3 text-subtle">
          {t("common.no_matches")}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside */}
      <div ref={grid} className="grid max-h-60 grid-cols-8 overflow-y-auto" onKeyDown={move}>
        {emojis.map((emoji, index) => (
          <button
            key={emoji}
            type="button"
            data-emoji=""
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => pick(emoji)}
            className={cx(
              "grid size-9 place-items-center rounded-6 text-20 hover:bg-surface-hover",
              !searching && index < recent.length && "bg-surface-sunken",
            )}
          >
            {emoji}
          </button>
        ))}
      </div>
    </div>
  );
}
