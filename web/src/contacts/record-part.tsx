import type { ReactNode } from "react";

/** A part of a record's column: a line above, its name with a count, what one may add at the end. */
export const RecordPart = ({
  title,
  count,
  action,
  children,
}: {
  title: string;
  count?: string;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <section className="border-t px-4 py-3 first:border-t-0">
    <header className="mb-1 flex min-h-7 items-center gap-1.5">
      <h2 className="text-13 font-semibold">{title}</h2>
      {count && <span className="num text-subtle">{count}</span>}
      {action && <span className="ms-auto">{action}</span>}
    </header>
    {children}
  </section>
);
