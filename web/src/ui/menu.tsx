// biome-ignore-all lint/suspicious/noArrayIndexKey: what is listed here has no identity but its place
import { Check, ChevronRight } from "lucide-react";
import { ContextMenu as Context, DropdownMenu as Dropdown } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Kbd } from "./kbd.tsx";

export type MenuItem =
  | "separator"
  | { heading: string }
  | {
      label: ReactNode;
      icon?: ReactNode;
      shortcut?: string;
      hint?: ReactNode;
      danger?: boolean;
      disabled?: boolean;
      /** Given: a checkable item. */
      checked?: boolean;
      onSelect?: () => void;
      /** Given: opens a menu of its own. */
      items?: MenuItem[];
    }
  | false
  | null
  | undefined;

/** `<Menu trigger={<IconButton label={…}>…</IconButton>} items={[{ label, icon, onSelect }, "separator", …]} />` */
export function Menu({
  trigger,
  items,
  align = "start",
  side = "bottom",
}: {
  trigger: ReactNode;
  items: MenuItem[];
  align?: "start" | "end";
  side?: "top" | "bottom";
}) {
  return (
    <Dropdown.Root>
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={contentClasses}>
          <Items items={items} kit={Dropdown as Kit} />
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

/** The same items on a right click (or a long press) on the only child. */
export function ContextMenu({ items, children }: { items: MenuItem[]; children: ReactNode }) {
  return (
    <Context.Root>
      <Context.Trigger asChild>{children}</Context.Trigger>
      <Context.Portal>
        <Context.Content collisionPadding={8} className={contentClasses}>
          <Items items={items} kit={Context as unknown as Kit} />
        </Context.Content>
      </Context.Portal>
    </Context.Root>
  );
}

type Kit = Pick<
  typeof Dropdown,
  "Item" | "CheckboxItem" | "Separator" | "Label" | "Sub" | "SubTrigger" | "SubContent" | "Portal" | "ItemIndicator"
>;

function Items({ items, kit }: { items: MenuItem[]; kit: Kit }) {
  return items.map((item, index) => {
    if (!item) return null;
    if (item === "separator") return <kit.Separator key={index} className="my-1 border-t" />;
    if ("heading" in item)
      return (
        <kit.Label key={index} className="px-2 pt-2 pb-1 text-12 font-medium text-subtle">
          {item.heading}
        </kit.Label>
      );
    const inside = (
      <>
        {item.icon && <span className={item.danger ? undefined : "text-subtle"}>{item.icon}</span>}
        <span className="min-w-0 flex-1">
          {item.label}
          {item.hint && <span className="block text-12 text-subtle">{item.hint}</span>}
        </span>
        {item.shortcut && <Kbd keys={item.shortcut} />}
      </>
    );
    const classes = cx(itemClasses, item.danger && "text-danger-text data-highlighted:bg-danger-soft");
    if (item.items) {
      return (
        <kit.Sub key={index}>
          <kit.SubTrigger className={classes} disabled={item.disabled ?? false}>
            {inside}
            <ChevronRight size={14} className="flip-rtl text-subtle" />
          </kit.SubTrigger>
          <kit.Portal>
            <kit.SubContent className={contentClasses} collisionPadding={8}>
              <Items items={item.items} kit={kit} />
            </kit.SubContent>
          </kit.Portal>
        </kit.Sub>
      );
    }
    if (item.checked !== undefined) {
      return (
        <kit.CheckboxItem
          key={index}
          className={classes}
          checked={item.checked}
          disabled={item.disabled ?? false}
          onSelect={() => item.onSelect?.()}
        >
          {inside}
          <kit.ItemIndicator>
            <Check size={14} className="text-accent-text" />
          </kit.ItemIndicator>
        </kit.CheckboxItem>
      );
    }
    return (
      <kit.Item key={index} className={classes} disabled={item.disabled ?? false} onSelect={() => item.onSelect?.()}>
        {inside}
      </kit.Item>
    );
  });
}

const contentClasses =
  "pop z-popover max-h-[min(440px,80dvh)] min-w-48 max-w-80 overflow-y-auto rounded-8 bg-surface-raised p-1 shadow-popover";
const itemClasses =
  "flex min-h-7.5 select-none items-center gap-2 rounded-6 px-2 py-1 outline-none data-disabled:text-disabled data-highlighted:bg-surface-selected phone:min-h-10";
