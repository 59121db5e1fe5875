// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: a named region, without the heading a section asks for
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";
import { Spinner } from "./spinner.tsx";

/** Where each list was, so that coming back shows the same rows. */
const offsets = new Map<string, number>();

export interface VirtualListProps<Item> {
  items: Item[];
  itemKey: (item: Item) => string;
  /** Height of a row in px; rows may turn out different, then they are measured. */
  rowHeight: number;
  children: (item: Item, state: { active: boolean; index: number }) => ReactNode;
  label: string;
  /** From useKeyset: `{...list.virtual}`. */
  hasMore?: boolean;
  loadingMore?: boolean;
  onEnd?: () => void;
  /** The row the keyboard is on: kept in view. Move it with `stepKey` and useShortcut("j"), or the arrow keys inside. */
  activeKey?: string | undefined;
  onActive?: (item: Item) => void;
  onOpen?: (item: Item) => void;
  /** Given: remembers its place under this name. */
  remember?: string;
  className?: string;
}

export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, itemKey, rowHeight, children, label, hasMore, loadingMore, onEnd, activeKey, onActive, onOpen, remember, className } =
    props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => itemKey(items[index] as Item),
    overscan: 8,
    initialOffset: () => (remember ? (offsets.get(remember) ?? 0) : 0),
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;

  useEffect(() => {
    if (hasMore && !loadingMore && last >= items.length - 10) onEnd?.();
  }, [hasMore, loadingMore, last, items.length, onEnd]);

  const activeIndex = activeKey === undefined ? -1 : items.findIndex((item) => itemKey(item) === activeKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new active row scrolls; scrolling by hand must not be pulled back
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: "auto" });
  }, [activeKey]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && stepKey(items, itemKey, activeKey, step);
    if (next && onActive) {
      event.preventDefault();
      onActive(next);
    }
    const active = items[activeIndex];
    if (event.key === "Enter" && event.target === event.currentTarget && active) onOpen?.(active);
  };

  return (
    <div
      ref={scroller}
      role="region"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => remember && offsets.set(remember, event.currentTarget.scrollTop)}
      className={cx("relative min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]", className)}
    >
      <ul className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const item = items[row.index] as Item;
          return (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              aria-setsize={hasMore ? -1 : items.length}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {children(item, { active: row.index === activeIndex, index: row.index })}
            </li>
          );
        })}
      </ul>
      {loadingMore && (
        <p className="flex items-center justify-center gap-2 py-3 text-subtle" role="status">
          <Spinner /> {t("common.loading")}
        </p>
      )}
    </div>
  );
}

/** The neighbour of the active item, for J and K: `stepKey(items, itemKey, activeKey, 1)`. The first if none is active. */
export function stepKey<Item>(
  items: Item[],
  itemKey: (item: Item) => string,
  activeKey: string | undefined,
  step: number,
): Item | undefined {
  const at = items.findIndex((item) => itemKey(item) === activeKey);
  return at < 0 ? items[0] : items[Math.min(items.length - 1, Math.max(0, at + step))];
}
