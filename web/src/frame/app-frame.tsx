import { Outlet, useNavigate } from "@tanstack/react-router";
import { WifiOff } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import { DemoBanner } from "../accounts/demo-banner.tsx";
import { ApiError } from "../api/client.ts";
import { useLiveConnected } from "../api/live.ts";
import { useMe } from "../api/session.ts";
import { type Language, languages, useI18n, useT } from "../i18n/index.ts";
import { Reminders } from "../tasks/reminders.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { openOverlay, useOverlay } from "./overlays.ts";
import { Rail } from "./rail.tsx";
import { useRemembered } from "./remembered.ts";
import { type NavSection, useSections } from "./sections.ts";
import { useShortcut } from "./shortcuts.ts";
import { TabBar } from "./tab-bar.tsx";
import { hasStoredTheme, setTheme } from "./theme.ts";

const Palette = lazy(() => import("./palette.tsx").then((module) => ({ default: module.Palette })));
const ShortcutList = lazy(() => import("./shortcut-list.tsx").then((module) => ({ default: module.ShortcutList })));

/** Everything around a signed-in page. */
export function AppFrame() {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const overlay = useOverlay();
  const sections = useSections();
  const [rail, setRail] = useRemembered<"open" | "collapsed">("rail", "open");
  const fold = () => setRail(rail === "open" ? "collapsed" : "open");
  useOwnPreferences();

  useShortcut("mod+k", () => openOverlay(overlay === "palette" ? null : "palette"), {
    describe: t("frame.shortcut_palette"),
    everywhere: true,
    inInputs: true,
  });
  useShortcut("?", () => openOverlay("shortcuts"), { describe: t("frame.shortcut_list"), everywhere: true });
  useShortcut("[", fold, { describe: t("frame.shortcut_rail"), everywhere: true });

  const signedOut = me.error instanceof ApiError && me.error.status === 401;
  useEffect(() => {
    if (signedOut) void navigate({ to: "/sign-in", search: { next: location.pathname + location.search } as never, replace: true });
  }, [signedOut, navigate]);

  // Without the second step the organization asks for there are no rights: only the page where it is set up has something to show.
  const lacksSecondStep = me.data?.twoFactor.required && !me.data.twoFactor.enabled;
  useEffect(() => {
    if (lacksSecondStep) void navigate({ to: "/settings/security", replace: true });
  }, [lacksSecondStep, navigate]);

  if (signedOut) return null;
  if (me.error && !me.data) {
    return (
      <main className="mx-auto grid h-full max-w-110 content-center p-4">
        <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  return (
    <div className="relative grid h-dvh overflow-clip grid-cols-[auto_minmax(0,1fr)] phone:grid-cols-1 phone:grid-rows-[minmax(0,1fr)_auto]">
      <a
        href="#main"
        className="fixed start-2 top-2 z-tooltip -translate-y-16 rounded-6 bg-text px-3 py-2 text-surface focus:translate-y-0"
      >
        {t("frame.skip")}
      </a>
      <Rail collapsed={rail === "collapsed"} onCollapse={fold} />
      <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-col outline-none">
        <DemoBanner />
        <ConnectionLine />
        {me.data && (
          <Suspense>
            <Outlet />
          </Suspense>
        )}
      </main>
      <TabBar />
      {me.data && <Reminders />}
      {sections.map((section) => (
        <SectionShortcut key={section.under} section={section} />
      ))}
      <Suspense>
        {overlay === "palette" && <Palette />}
        {overlay === "shortcuts" && <ShortcutList />}
      </Suspense>
    </div>
  );
}

function SectionShortcut({ section }: { section: NavSection }) {
  const t = useT();
  const navigate = useNavigate();
  useShortcut(section.keys, () => void navigate({ to: section.to, params: { view: "open" } as never }), {
    describe: t("frame.go_to", { place: t(section.label) }),
    everywhere: true,
  });
  return null;
}

function ConnectionLine() {
  const t = useT();
  if (useLiveConnected()) return null;
  return (
    <p role="status" className="flex shrink-0 items-center justify-center gap-2 bg-warning-soft px-4 py-1 text-12 text-warning-text">
      <WifiOff size={14} aria-hidden />
      {t("frame.live_lost")}
    </p>
  );
}

/** The account's language and theme apply where this browser has no choice of its own; its time zone always. */
function useOwnPreferences() {
  const { data: me } = useMe();
  const { language, setLanguage, setTimeZone } = useI18n();
  const wanted = languages.find((each) => each.code === me?.user.language)?.code as Language | undefined;
  useEffect(() => {
    setTimeZone(me?.user.timeZone ?? undefined);
  }, [me?.user.timeZone, setTimeZone]);
  const theme = me?.user.theme;
  useEffect(() => {
    if (theme && theme !== "system" && !hasStoredTheme()) setTheme(theme);
  }, [theme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the account says so, not when another one was just chosen here
  useEffect(() => {
    if (wanted && wanted !== language && !hasStoredLanguage()) void setLanguage(wanted);
  }, [wanted]);
}

function hasStoredLanguage() {
  try {
    return localStorage.getItem("candor.language") !== null;
  } catch {
    return false;
  }
}
