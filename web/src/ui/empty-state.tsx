import type { ReactNode } from "react";

/** A beginning: one sentence on what will be here, and the one button that makes it so. */
export const EmptyState = ({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className="grid h-full place-items-center px-6 py-12">
    <div className="flex max-w-90 flex-col items-center gap-1 text-center">
      {icon && <span className="mb-2 grid size-10 place-items-center rounded-8 bg-surface-chip text-subtle">{icon}</span>}
      <h2 className="text-14 font-semibold tracking-title text-balance">{title}</h2>
      {children && <p className="text-pretty text-muted">{children}</p>}
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  </div>
);
