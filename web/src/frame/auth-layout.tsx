import { Outlet } from "@tanstack/react-router";
import { Languages, Moon, Sun } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { languages, useLanguage, useT } from "../i18n/index.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { LogoMark } from "./logo.tsx";
import { isDark, setTheme, useTheme } from "./theme.ts";

/** Around the pages before one is signed in. */
export function AuthLayout() {
  const t = useT();
  const [language, setLanguage] = useLanguage();
  useTheme();
  return (
    <div className="flex min-h-dvh flex-col bg-surface-sunken">
      <header className="flex h-bar shrink-0 items-center gap-2 px-4">
        <LogoMark />
        <b className="text-14 tracking-title">Candor</b>
        <span className="flex-1" />
        <Menu
          align="end"
          items={languages.map((each) => ({
            label: <span lang={each.code}>{each.name}</span>,
            checked: each.code === language,
            onSelect: () => void setLanguage(each.code),
          }))}
          trigger={
            <IconButton label={t("frame.language")}>
              <Languages size={16} />
            </IconButton>
          }
        />
        <IconButton label={t("frame.theme_switch")} onClick={() => setTheme(isDark() ? "light" : "dark")}>
          {isDark() ? <Sun size={16} /> : <Moon size={16} />}
        </IconButton>
      </header>
      <main id="main" className="grid flex-1 grid-cols-[minmax(0,1fr)] place-items-center px-4 pt-4 pb-20">
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** The card of such a page: `<AuthCard title=… footer={<Link …>}>form</AuthCard>`. */
export const AuthCard = ({
  title,
  description,
  footer,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
}) => (
  <div className="w-full max-w-96">
    <div className="rounded-12 border bg-surface-raised p-6">
      <h1 className="text-20 font-semibold tracking-display text-balance">{title}</h1>
      {description && <p className="mt-1 text-pretty text-muted">{description}</p>}
      {children && <div className="mt-5">{children}</div>}
    </div>
    {footer && <div className="mt-4 text-center text-muted">{footer}</div>}
  </div>
);
