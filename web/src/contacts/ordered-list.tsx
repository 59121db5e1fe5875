import { GripVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";

/** Rows one puts into an order by dragging their handle, or with the arrow keys on it; each step is saved by `onOrder`. */
export function OrderedList<Item extends { key: string }>({
  label,
  items,
  nameOf,
  may,
  onOrder,
  children,
}: {
  label: string;
  items: Item[];
  nameOf: (item: Item) => string;
  may: boolean;
  onOrder: (keys: string[]) => void;
  children: (item: Item) => ReactNode;
}) {
  const t = useT();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const [told, setTold] = useState("");
  const keys = items.map((item) => item.key);
  const move = (key: string, to: number) => {
    const at = keys.indexOf(key);
    if (to < 0 || to >= keys.length || at === to) return;
    const next = keys.filter((each) => each !== key);
    next.splice(to, 0, key);
    onOrder(next);
    const item = items[at];
    if (item) setTold(t("record.moved", { name: nameOf(item), place: to + 1, count: keys.length }));
  };
  return (
    <>
      <ul aria-label={label}>
        {items.map((item, at) => (
          <li
            key={item.key}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(item.key);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== undefined) move(dragged, at);
              setDragged(undefined);
              setOver(undefined);
            }}
            className={cx(
              "flex min-h-12 items-center gap-2 border-b px-4 py-1.5 last:border-b-0",
              dragged === item.key && "opacity-50",
              over === item.key && dragged !== item.key && "bg-surface-selected",
            )}
          >
            {may && (
              <button
                type="button"
                draggable
                aria-label={t("record.drag", { name: nameOf(item) })}
                title={t("record.drag", { name: nameOf(item) })}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = "move";
                  event.dataTransfer.setData("text/plain", item.key);
                  setDragged(item.key);
                }}
                onDragEnd={() => {
                  setDragged(undefined);
                  setOver(undefined);
                }}
                onKeyDown={(event) => {
                  const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
                  if (by === 0) return;
                  event.preventDefault();
                  move(item.key, at + by);
                }}
                className="touch-target -ms-1.5 grid size-6 shrink-0 cursor-grab place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text active:cursor-grabbing"
              >
                <GripVertical size={14} />
              </button>
            )}
            {children(item)}
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
