import { Contrast, Keyboard, Languages, LogOut, User } from "lucide-react";
import { signOut } from "../api/session.ts";
import { languages, useLanguage, useT } from "../i18n/index.ts";
import type { MenuItem } from "../ui/menu.tsx";
import { toastError } from "../ui/toast.ts";
import { openOverlay } from "./overlays.ts";
import { usePreferences } from "./preferences.ts";
import { type Theme, useTheme } from "./theme.ts";

/** The same choices in the rail's foot and, on a phone, under More. */
export function useMemberMenu(openProfile: () => void): MenuItem[] {
  const t = useT();
  const theme = useTheme();
  const [language] = useLanguage();
  const { chooseTheme, chooseLanguage } = usePreferences();
  return [
    { label: t("frame.profile"), icon: <User size={16} />, onSelect: openProfile },
    {
      label: t("frame.theme"),
      icon: <Contrast size={16} />,
      items: (["system", "light", "dark"] as Theme[]).map((each) => ({
        label: t(`frame.theme_${each}`),
        checked: theme === each,
        onSelect: () => chooseTheme(each),
      })),
    },
    {
      label: t("frame.language"),
      icon: <Languages size={16} />,
      items: languages.map((each) => ({
        label: <span lang={each.code}>{each.name}</span>,
        checked: language === each.code,
        onSelect: () => chooseLanguage(each.code),
      })),
    },
    {
      label: t("frame.shortcuts"),
      icon: <Keyboard size={16} />,
      shortcut: "?",
      onSelect: () => openOverlay("shortcuts"),
    },
    "separator",
    { label: t("frame.sign_out"), icon: <LogOut size={16} />, onSelect: () => void signOut().catch(toastError) },
  ];
}
