import { useNavigate } from "@tanstack/react-router";
import { CircleHelp, Moon, Sun } from "lucide-react";
import { useMe } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Avatar } from "../ui/avatar.tsx";
import { cx } from "../ui/cx.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { useMemberMenu } from "./member-menu.tsx";
import { openOverlay } from "./overlays.ts";
import { usePreferences } from "./preferences.ts";
import { isDark, useTheme } from "./theme.ts";

/** Who one is, at the foot of the rail: profile, theme, language, shortcuts, sign out. */
export function MemberFoot({ collapsed }: { collapsed: boolean }) {
  const t = useT();
  const { data: me } = useMe();
  const navigate = useNavigate();
  const items = useMemberMenu(() => void navigate({ to: "/settings/profile" }));
  const { chooseTheme } = usePreferences();
  useTheme();
  if (!me) return null;
  return (
    <div className={cx("flex shrink-0 items-center gap-0.5 border-t p-2", collapsed && "flex-col")}>
      <Menu
        side="top"
        items={items}
        trigger={
          <button
            type="button"
            className={cx(
              "flex min-w-0 items-center gap-2 rounded-6 p-1 text-start hover:bg-surface-hover aria-expanded:bg-surface-hover",
              !collapsed && "flex-1",
            )}
          >
            <Avatar name={me.user.name} size={24} online />
            {collapsed ? (
              <span className="sr-only">{me.user.name}</span>
            ) : (
              <span className="min-w-0 leading-4">
                <span className="cut block font-medium">{me.user.name}</span>
                <span className="cut block text-12 text-subtle">{t(`settings.role_${me.member.role}`)}</span>
              </span>
            )}
            <span className="sr-only">{t("frame.account")}</span>
          </button>
        }
      />
      <IconButton
        size="sm"
        side={collapsed ? "right" : "top"}
        label={t("frame.theme_switch")}
        onClick={() => chooseTheme(isDark() ? "light" : "dark")}
      >
        {isDark() ? <Sun size={16} /> : <Moon size={16} />}
      </IconButton>
      <IconButton
        size="sm"
        side={collapsed ? "right" : "top"}
        label={t("frame.shortcuts")}
        shortcut="?"
        onClick={() => openOverlay("shortcuts")}
      >
        <CircleHelp size={16} />
      </IconButton>
    </div>
  );
}
