// biome-ignore-all lint/suspicious/noArrayIndexKey: what is listed here has no identity but its place
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** A framed part of a settings page: title, a word beside it, actions at the end; `footer` for the save line. */
export const Section = ({
  title,
  aside,
  actions,
  footer,
  flush,
  danger,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** No padding: for a table or rows that reach the edges. */
  flush?: boolean;
  danger?: boolean;
  children?: ReactNode;
}) => (
  <section className={cx("min-w-0 rounded-12 border bg-surface-raised", danger && "border-danger-line")}>
    <header className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
      <h2 className="text-14 font-semibold tracking-title">{title}</h2>
      {aside && <span className="min-w-0 text-subtle">{aside}</span>}
      {actions && <div className="ms-auto flex items-center gap-1.5">{actions}</div>}
    </header>
    {children && <div className={flush ? "overflow-x-auto" : "flex flex-col gap-4 p-4"}>{children}</div>}
    {footer && <footer className="flex items-center justify-end gap-3 border-t px-4 py-3">{footer}</footer>}
  </section>
);

/** A frame without a head. */
export const Card = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={cx("min-w-0 rounded-12 border bg-surface-raised p-4", className)}>{children}</div>
);

/** One line of a Section: name (and a hint) at the start, the control at the end; below one another on a phone. */
export const SettingRow = ({ label, hint, children }: { label: ReactNode; hint?: ReactNode; children: ReactNode }) => (
  <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-6 gap-y-1">
    <div className="min-w-0 flex-1 basis-56">
      <div className="font-medium">{label}</div>
      {hint && <div className="text-12 text-subtle">{hint}</div>}
    </div>
    <div className="flex items-center gap-2">{children}</div>
  </div>
);

/** Facts: `<Facts items={[[t("contacts.phone"), "+44 …"], …]} />`. */
export const Facts = ({ items }: { items: (readonly [label: ReactNode, value: ReactNode] | false | null)[] }) => (
  <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-2 gap-y-0.5">
    {items.map((item, index) =>
      item ? (
        <div key={index} className="contents">
          <dt className="leading-6.5 text-subtle">{item[0]}</dt>
          <dd className="flex min-h-6.5 min-w-0 items-center gap-1.5">{item[1]}</dd>
        </div>
      ) : null,
    )}
  </dl>
);
