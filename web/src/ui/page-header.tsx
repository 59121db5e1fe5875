// biome-ignore-all lint/suspicious/noArrayIndexKey: what is listed here has no identity but its place
import { ArrowLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";

/** The bar at the top of every page and pane: title (with crumbs before it), then filters, then one primary action. */
export function PageHeader({
  title,
  crumbs = [],
  onBack,
  count,
  children,
  actions,
}: {
  title: ReactNode;
  /** Links to what is above; a phone has `onBack` instead. */
  crumbs?: ReactNode[];
  /** Shown on phones only: there a page replaces the one above it. */
  onBack?: () => void;
  count?: ReactNode;
  /** Beside the title: filters, state. */
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useT();
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 border-b px-4">
      {onBack && (
        <button
          type="button"
          onClick={onBack}
          aria-label={t("common.back")}
          className="-ms-2.5 grid size-10 place-items-center rounded-6 text-muted desk:hidden"
        >
          <ArrowLeft size={18} className="flip-rtl" />
        </button>
      )}
      <div className="flex min-w-0 items-center gap-1 text-subtle">
        {crumbs.map((crumb, index) => (
          // On a phone the arrow back stands for the crumbs.
          <span key={index} className={onBack ? "contents phone:hidden" : "contents"}>
            <span className={cx("shrink-0 hover:text-text", onBack && "phone:hidden")}>{crumb}</span>
            <ChevronRight size={14} className={cx("flip-rtl", onBack && "phone:hidden")} aria-hidden />
          </span>
        ))}
        <h1 className="cut text-14 font-semibold tracking-title text-text phone:text-16">{title}</h1>
        {count !== undefined && <span className="num ms-1">{count}</span>}
      </div>
      {children}
      {actions && <div className="ms-auto flex shrink-0 items-center gap-2">{actions}</div>}
    </header>
  );
}
