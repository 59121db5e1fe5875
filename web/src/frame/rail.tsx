import { Link, useLocation } from "@tanstack/react-router";
import { ChevronsUpDown, PanelLeft, Search } from "lucide-react";
import { switchOrganization, useMe } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { builtInViews, useInboxCounts } from "../inbox/inbox-views.ts";
import { RailLabels } from "../inbox/rail-labels.tsx";
import { Badge } from "../ui/badge.tsx";
import { cx } from "../ui/cx.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Menu } from "../ui/menu.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { LogoMark } from "./logo.tsx";
import { MemberFoot } from "./member-foot.tsx";
import { openOverlay } from "./overlays.ts";
import { useSections } from "./sections.ts";

/** The left rail; on a phone the tab bar stands for it. */
export function Rail({ collapsed, onCollapse }: { collapsed: boolean; onCollapse: () => void }) {
  const t = useT();
  return (
    <nav
      aria-label={t("frame.main_navigation")}
      className={cx("z-rail flex min-h-0 flex-col border-e bg-surface-rail phone:hidden", collapsed ? "w-rail-collapsed" : "w-rail")}
    >
      <div className={cx("flex shrink-0 items-center", collapsed ? "flex-col gap-2 px-2 pt-3 pb-2" : "h-bar gap-1 ps-3 pe-2")}>
        <OrganizationSwitcher collapsed={collapsed} />
        <IconButton
          size="sm"
          label={collapsed ? t("frame.expand") : t("frame.collapse")}
          shortcut="["
          onClick={onCollapse}
          side={collapsed ? "right" : "bottom"}
        >
          <PanelLeft size={16} className="flip-rtl" />
        </IconButton>
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-2 pb-2 scrollbar-none">
        <SearchButton collapsed={collapsed} />
        <Sections collapsed={collapsed} />
      </div>
      <MemberFoot collapsed={collapsed} />
    </nav>
  );
}

function OrganizationSwitcher({ collapsed }: { collapsed: boolean }) {
  const t = useT();
  const { data: me } = useMe();
  if (!me) return null;
  const several = me.organizations.length > 1;
  const name = (
    <>
      <LogoMark />
      {!collapsed && (
        <b className="cut" dir="auto">
          {me.organization.name}
        </b>
      )}
      {!collapsed && me.organization.demo && (
        <Badge tone="info" className="h-4.5!">
          {t("frame.demo")}
        </Badge>
      )}
    </>
  );
  if (!several) return <div className={cx("flex min-w-0 items-center gap-2", !collapsed && "flex-1 px-1")}>{name}</div>;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${me.organization.name}, ${t("frame.switch_organization")}`}
          className={cx(
            "flex h-control min-w-0 items-center gap-2 rounded-6 px-1 text-start hover:bg-surface-hover aria-expanded:bg-surface-hover",
            !collapsed && "flex-1",
          )}
        >
          {name}
          {!collapsed && <ChevronsUpDown size={14} className="text-subtle" />}
        </button>
      }
      items={[
        { heading: t("frame.organizations") },
        ...me.organizations.map((each) => ({
          label: each.name,
          checked: each.id === me.organization.id,
          onSelect: () => void (each.id !== me.organization.id && switchOrganization(each.id)),
        })),
      ]}
    />
  );
}

function SearchButton({ collapsed }: { collapsed: boolean }) {
  const t = useT();
  const button = (
    <button
      type="button"
      onClick={() => openOverlay("palette")}
      aria-label={collapsed ? t("frame.search") : undefined}
      className={cx(
        "mb-3 flex h-7.5 w-full shrink-0 items-center gap-2 rounded-6 border border-line-strong bg-surface-raised text-subtle hover:border-line-control",
        collapsed ? "justify-center" : "ps-2 pe-1.5",
      )}
    >
      <Search size={14} />
      {!collapsed && <span className="cut flex-1 text-start">{t("frame.search")}</span>}
      {!collapsed && <Kbd keys="mod+k" />}
    </button>
  );
  return collapsed ? (
    <Tooltip label={t("frame.search")} shortcut="mod+k" side="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
}

function Sections({ collapsed }: { collapsed: boolean }) {
  const t = useT();
  const format = useFormat();
  const sections = useSections();
  const { pathname } = useLocation();
  const counts = useInboxCounts();

  return (
    <ul className="flex flex-col gap-px">
      {sections.map((section) => {
        const within = pathname === section.under || pathname.startsWith(`${section.under}/`);
        const isInbox = section.under === "/inbox";
        const opened = isInbox && within && !collapsed;
        const link = (
          <Link
            to={section.to}
            params={isInbox ? ({ view: "open" } as never) : ({} as never)}
            activeProps={{}}
            aria-current={within && !opened ? "page" : undefined}
            aria-label={collapsed ? t(section.label) : undefined}
            preload="intent"
            className={cx(
              "relative flex h-7.5 items-center gap-2 rounded-6 font-medium hover:bg-surface-hover hover:text-text",
              collapsed ? "justify-center" : "px-2",
              within ? "text-text" : "text-muted",
              within && !opened && "bg-surface-selected hover:bg-surface-selected",
            )}
          >
            <section.icon size={16} className={within ? "text-accent-text" : undefined} aria-hidden />
            {!collapsed && <span className="cut">{t(section.label)}</span>}
            {isInbox && counts.unread > 0 && !collapsed && (
              <span className="num ms-auto text-12 font-semibold text-text">{format.number(counts.unread)}</span>
            )}
            {isInbox && counts.unread > 0 && collapsed && <span className="absolute end-1.5 top-1.5 size-1.75 rounded-full bg-accent" />}
          </Link>
        );
        return (
          <li key={section.under}>
            {collapsed ? (
              <Tooltip label={t(section.label)} side="right">
                {link}
              </Tooltip>
            ) : (
              link
            )}
            {opened && (
              <ul className="mt-px flex flex-col gap-px" aria-label={t("inbox.views")}>
                {builtInViews.map(({ view, label, tone }) => {
                  const count = counts.views[view];
                  const here = pathname.split("/")[2] === view;
                  return (
                    <li key={view}>
                      <Link
                        to="/inbox/$view"
                        params={{ view }}
                        activeProps={{}}
                        aria-current={here ? "page" : undefined}
                        className={cx(
                          "flex h-7 items-center gap-2 rounded-6 ps-8 pe-2 hover:bg-surface-hover hover:text-text",
                          here ? "bg-surface-selected font-medium text-text hover:bg-surface-selected" : "text-muted",
                        )}
                      >
                        <span className="cut">{t(label)}</span>
                        {count !== undefined && (
                          <span
                            className={cx(
                              "num ms-auto text-12 font-regular",
                              tone === "danger" && count > 0 ? "font-medium text-danger-text" : "text-subtle",
                            )}
                          >
                            {format.number(count)}
                          </span>
                        )}
                      </Link>
                    </li>
                  );
                })}
              </ul>
            )}
            {opened && <RailLabels />}
          </li>
        );
      })}
    </ul>
  );
}
