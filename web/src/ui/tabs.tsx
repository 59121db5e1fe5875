import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export interface TabItem<Value extends string> {
  value: Value;
  label: ReactNode;
  count?: number | string;
  content?: ReactNode;
}

/** Without `content` in the items, what is chosen is shown by whoever holds `value` (a filter in the address). */
export function Tabs<Value extends string>({
  value,
  onChange,
  items,
  label,
  end,
  className,
}: {
  value: Value;
  onChange: (value: Value) => void;
  items: TabItem<Value>[];
  label: string;
  /** At the end of the line, such as a sort menu. */
  end?: ReactNode;
  className?: string;
}) {
  const hasContent = items.some((item) => item.content !== undefined);
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className={hasContent ? "flex min-h-0 flex-col" : "contents"}
    >
      <div className={cx("flex h-9 shrink-0 items-center gap-4 border-b px-4", className)}>
        <Radix.List aria-label={label} className="flex gap-4 overflow-x-auto scrollbar-none">
          {items.map((item) => (
            <Radix.Trigger
              key={item.value}
              value={item.value}
              className={tabClasses}
              {...(hasContent ? {} : { "aria-controls": undefined })}
            >
              {item.label}
              {item.count !== undefined && <span className="num font-regular text-subtle">{item.count}</span>}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {end && <div className="ms-auto flex items-center gap-1">{end}</div>}
      </div>
      {hasContent &&
        items.map((item) => (
          <Radix.Content key={item.value} value={item.value} className="min-h-0 flex-1 outline-offset-[-2px]">
            {item.content}
          </Radix.Content>
        ))}
    </Radix.Root>
  );
}

/** Also for links that are tabs: `<nav><Link className={tabClasses} activeProps={{ "aria-current": "page" }}>`. */
export const tabClasses =
  "relative inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap font-medium text-subtle outline-offset-[-2px] hover:text-text aria-selected:text-text aria-[current=page]:text-text after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-t-full aria-selected:after:bg-accent-text aria-[current=page]:after:bg-accent-text";
