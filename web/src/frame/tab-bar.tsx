import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { Ellipsis, Search } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { useInboxCounts } from "../inbox/inbox-views.ts";
import { Count } from "../ui/badge.tsx";
import { cx } from "../ui/cx.ts";
import { Menu } from "../ui/menu.tsx";
import { useMemberMenu } from "./member-menu.tsx";
import { openOverlay } from "./overlays.ts";
import { useSections } from "./sections.ts";

/** What a thumb needs most; the other sections are under More. */
const onBar = ["/inbox", "/contacts", "/deals", "/tasks"];

/** The rail of a phone. Gone inside a conversation: the composer needs the room. */
export function TabBar() {
  const t = useT();
  const sections = useSections();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { unread } = useInboxCounts();
  const items = useMemberMenu(() => void navigate({ to: "/settings/profile" }));
  const inConversation = /^\/inbox\/[^/]+\/[^/]+/.test(pathname);
  if (inConversation) return null;
  return (
    <nav
      aria-label={t("frame.main_navigation")}
      className="z-rail grid shrink-0 auto-cols-fr grid-flow-col border-t bg-surface-rail pb-[env(safe-area-inset-bottom)] desk:hidden"
    >
      {sections
        .filter((section) => onBar.includes(section.under))
        .map((section) => {
          const here = pathname.startsWith(section.under);
          return (
            <Link
              key={section.under}
              to={section.to}
              params={section.under === "/inbox" ? ({ view: "open" } as never) : ({} as never)}
              activeProps={{}}
              aria-current={here ? "page" : undefined}
              className={cx(tabBarClasses, here ? "text-accent-text" : "text-subtle")}
            >
              <section.icon size={20} aria-hidden />
              {t(section.label)}
              {section.under === "/inbox" && unread > 0 && (
                <span className="absolute start-[calc(50%+5px)] top-1">
                  <Count value={unread} label={t("common.unread", { count: unread })} />
                </span>
              )}
            </Link>
          );
        })}
      <Menu
        side="top"
        align="end"
        items={[
          { label: t("frame.search"), icon: <Search size={16} />, onSelect: () => openOverlay("palette") },
          "separator",
          ...sections
            .filter((section) => !onBar.includes(section.under))
            .map((section) => ({
              label: t(section.label),
              icon: <section.icon size={16} />,
              onSelect: () => void navigate({ to: section.to }),
            })),
          "separator",
          ...items,
        ]}
        trigger={
          <button type="button" className={cx(tabBarClasses, "text-subtle")}>
            <Ellipsis size={20} aria-hidden />
            {t("frame.more")}
          </button>
        }
      />
    </nav>
  );
}

const tabBarClasses = "relative grid justify-items-center gap-0.5 pt-2 pb-1.5 text-11 font-medium outline-offset-[-2px]";
