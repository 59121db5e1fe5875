import { Link, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { createContext, type ReactNode, Suspense, useContext, useState } from "react";
import { createPortal } from "react-dom";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { settingsPages } from "./settings-pages.ts";

const Bar = createContext<HTMLElement | null>(null);

/** Puts something (a SavedAt, usually) at the end of the settings' top bar. */
export function SettingsBar({ children }: { children: ReactNode }) {
  const bar = useContext(Bar);
  return bar ? createPortal(children, bar) : null;
}

/**
 * The head of a settings page with its content under it: `<SettingsPage title=… actions=…><Section …/></SettingsPage>`.
 * `wide` for records such as a channel.
 */
export function SettingsPage({
  title,
  description,
  mark,
  badge,
  actions,
  wide,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  mark?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={cx("mx-auto flex w-full flex-col gap-5 px-8 pt-6 pb-16 phone:px-4 phone:pt-4", wide ? "max-w-270" : "max-w-190")}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {mark}
        <div className="min-w-0 flex-1 phone:basis-56">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="text-20 font-semibold tracking-display">{title}</h2>
            {badge}
          </div>
          {description && <p className="text-pretty text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** Settings: their own navigation at the left; on a phone a list first, then the page. */
export function SettingsLayout() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const pages = settingsPages.filter((page) => page.permission === null || can(page.permission));
  const page = pages.find((each) => pathname === each.to || pathname.startsWith(`${each.to}/`));
  const atList = pathname === "/settings" || pathname === "/settings/";
  const groups = [...new Set(pages.map((each) => each.group))];
  const deeper = page !== undefined && pathname !== page.to;

  return (
    <>
      <PageHeader
        {...(atList ? {} : { onBack: () => void navigate({ to: deeper && page ? page.to : "/settings" }) })}
        crumbs={
          atList
            ? []
            : [
                <Link key="settings" to="/settings" className="phone:hidden">
                  {t("settings.title")}
                </Link>,
              ]
        }
        title={page && !atList ? t(page.label) : t("settings.title")}
        actions={<div ref={setBar} className="flex items-center gap-2" />}
      />
      <div className="grid min-h-0 flex-1 grid-cols-[212px_minmax(0,1fr)] narrow:grid-cols-[180px_minmax(0,1fr)] phone:grid-cols-1">
        <nav
          aria-label={t("settings.title")}
          className={cx("overflow-y-auto border-e px-2 py-3 phone:border-e-0", !atList && "phone:hidden")}
        >
          {groups.map((group) => (
            <div key={group}>
              <h2 className="px-2 pt-3 pb-1 text-12 font-medium text-subtle">{t(group)}</h2>
              <ul className="flex flex-col gap-px">
                {pages
                  .filter((each) => each.group === group)
                  .map((each) => (
                    <li key={each.to}>
                      <Link
                        to={each.to}
                        preload="intent"
                        activeProps={{}}
                        aria-current={each === page ? "page" : undefined}
                        className={cx(
                          "flex h-7 items-center gap-2 rounded-6 px-2 hover:bg-surface-hover hover:text-text phone:h-11 phone:text-14",
                          each === page ? "bg-surface-selected font-medium text-text hover:bg-surface-selected" : "text-muted",
                        )}
                      >
                        <each.icon size={16} className="text-subtle desk:hidden" aria-hidden />
                        <span className="cut">{t(each.label)}</span>
                      </Link>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className={cx("relative min-h-0 min-w-0 overflow-y-auto", atList && "phone:hidden")}>
          <Bar value={bar}>
            <Suspense>
              <Outlet />
            </Suspense>
          </Bar>
        </div>
      </div>
    </>
  );
}
