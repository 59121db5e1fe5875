// biome-ignore-all lint/a11y/useSemanticElements: a table whose rows exist only where one looks cannot be made of table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the region around it has the focus, as in every list of ours
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Checkbox, cx, Spinner } from "../ui/index.ts";
import { ColumnResize } from "./column-resize.tsx";
import type { ContactColumn } from "./contact-columns.tsx";
import { type ContactSummary, contactQuery } from "./contact-data.ts";
import type { Direction } from "./list-state.ts";
import type { Selection } from "./use-selection.ts";

const rowHeight = 44;
const offsets = new Map<string, number>();

interface Props {
  contacts: ContactSummary[];
  columns: (ContactColumn & { shownWidth: number })[];
  sort: string | null;
  direction: Direction;
  onSort: (sort: string, direction: Direction) => void;
  onWidth: (key: string, width: number) => void;
  selection: Selection | undefined;
  active: string | undefined;
  onActive: (id: string) => void;
  onOpen: (contact: ContactSummary) => void;
  hasMore: boolean;
  loadingMore: boolean;
  onEnd: () => void;
  remember: string;
}

/** Rows of one line, as many as there are: only those in view exist. The names stay in sight, the head too. */
export function ContactTable(props: Props) {
  const { contacts, columns, selection, active, onActive, onOpen, hasMore, loadingMore, onEnd, remember } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: contacts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => contacts[index]?.id ?? index,
    overscan: 10,
    initialOffset: () => offsets.get(remember) ?? 0,
    scrollPaddingStart: 36,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loadingMore && last >= contacts.length - 15) onEnd();
  }, [hasMore, loadingMore, last, contacts.length, onEnd]);
  const activeIndex = contacts.findIndex((contact) => contact.id === active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new active row scrolls; scrolling by hand must not be pulled back
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: "auto" });
  }, [active]);

  const grid = { gridTemplateColumns: `${selection ? "40px " : ""}${columns.map((column) => `${column.shownWidth}px`).join(" ")} 1fr` };
  const width = columns.reduce((sum, column) => sum + column.shownWidth, selection ? 40 : 0);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.target !== event.currentTarget) return;
    const current = contacts[activeIndex];
    if (step) {
      const next = contacts[Math.min(contacts.length - 1, Math.max(0, activeIndex + step))];
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey) selection?.extend(current?.id ?? next.id, next.id);
      onActive(next.id);
    }
    if (event.key === " " && current && selection) {
      event.preventDefault();
      selection.toggle(current.id, event.shiftKey);
    }
    if (event.key === "Enter" && current) onOpen(current);
  };

  return (
    <div
      ref={scroller}
      role="table"
      aria-label={t("contacts.title")}
      aria-rowcount={hasMore ? -1 : contacts.length + 1}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => offsets.set(remember, event.currentTarget.scrollTop)}
      className="relative min-h-0 flex-1 overflow-auto outline-offset-[-2px]"
    >
      <div role="rowgroup" className="sticky top-0 z-2 min-w-full bg-surface" style={{ width }}>
        <div role="row" aria-rowindex={1} className="grid h-9 items-center border-b" style={grid}>
          {selection && (
            <span role="columnheader" className="sticky start-0 grid h-full place-items-center bg-surface">
              <Checkbox
                hideLabel
                label={t("list.select_loaded")}
                checked={selection.state}
                onChange={(on) => (on ? selection.loaded() : selection.clear())}
              />
            </span>
          )}
          {columns.map((column, at) => (
            <Head key={column.key} {...props} column={column} fixed={at === 0} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative min-w-full" style={{ height: virtual.getTotalSize(), width }}>
        {rows.map((row) => {
          const contact = contacts[row.index] as ContactSummary;
          const chosen = selection?.has(contact.id) ?? false;
          const surface = chosen ? "bg-accent-soft" : contact.id === active ? "bg-surface-selected" : "bg-surface";
          return (
            <div
              key={row.key}
              role="row"
              aria-rowindex={row.index + 2}
              data-contact={contact.id}
              className={cx("group absolute inset-x-0 grid h-11 items-center border-b", surface, !chosen && "hover:bg-surface-hover")}
              style={{ ...grid, transform: `translateY(${row.start}px)` }}
            >
              {selection && (
                <span
                  role="cell"
                  className={cx("sticky start-0 z-1 grid h-full place-items-center", surface, !chosen && "group-hover:bg-surface-hover")}
                  onClickCapture={(event) => {
                    if (!event.shiftKey) return;
                    event.preventDefault();
                    event.stopPropagation();
                    selection.toggle(contact.id, true);
                  }}
                >
                  <Checkbox
                    hideLabel
                    label={t("list.select", { name: contact.name })}
                    checked={chosen}
                    onChange={() => selection.toggle(contact.id, false)}
                  />
                </span>
              )}
              {columns.map((column, at) => (
                <span
                  key={column.key}
                  role="cell"
                  className={cx(
                    "flex h-full min-w-0 items-center gap-2 overflow-hidden px-3",
                    column.end && "justify-end",
                    at === 0 &&
                      cx("sticky z-1", selection ? "start-10" : "start-0 ps-4", surface, !chosen && "group-hover:bg-surface-hover"),
                  )}
                >
                  {at === 0 ? (
                    <Link
                      to="/contacts/$contactId"
                      params={{ contactId: contact.id }}
                      preload="intent"
                      tabIndex={-1}
                      onClick={() => onActive(contact.id)}
                      onPointerEnter={() => void queryClient.prefetchQuery(contactQuery(contact.id))}
                      className="flex min-w-0 flex-1 items-center gap-2 rounded-4 hover:text-accent-text"
                    >
                      {column.cell(contact)}
                    </Link>
                  ) : (
                    column.cell(contact)
                  )}
                </span>
              ))}
            </div>
          );
        })}
      </div>
      {loadingMore && (
        <p className="sticky start-0 flex w-full items-center justify-center gap-2 py-3 text-subtle" role="status">
          <Spinner /> {t("list.next_page")}
        </p>
      )}
    </div>
  );
}

function Head({
  column,
  fixed,
  sort,
  direction,
  onSort,
  onWidth,
  selection,
}: Props & { column: Props["columns"][number]; fixed: boolean }) {
  const t = useT();
  const sorted = column.sort !== undefined && sort === column.sort ? direction : undefined;
  const name = cx("inline-flex min-w-0 items-center gap-1 text-12 font-medium text-subtle", column.end && "ms-auto");
  return (
    <span
      role="columnheader"
      aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
      className={cx(
        "relative flex h-full min-w-0 items-center px-3",
        fixed && cx("sticky bg-surface", selection ? "start-10" : "start-0 ps-4"),
      )}
    >
      {column.sort ? (
        <button
          type="button"
          className={cx(name, "rounded-4 hover:text-text")}
          onClick={() => onSort(column.sort ?? "", sorted === "asc" ? "desc" : "asc")}
        >
          <span className="cut">{column.label}</span>
          {sorted === "asc" && <ArrowUp size={12} aria-hidden />}
          {sorted === "desc" && <ArrowDown size={12} aria-hidden />}
        </button>
      ) : (
        <span className={name}>
          <span className="cut">{column.label}</span>
        </span>
      )}
      <ColumnResize
        label={t("list.resize", { name: column.label })}
        width={column.shownWidth}
        onWidth={(width) => onWidth(column.key, width)}
      />
    </span>
  );
}
