import { useNavigate } from "@tanstack/react-router";
import { Command as Cmdk } from "cmdk";
import { LogOut, Search, SunMoon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useDeferredValue, useEffect, useState } from "react";
import { signOut } from "../api/session.ts";
import { useContactSearch } from "../contacts/contact-search.tsx";
import { useT } from "../i18n/index.ts";
import { useInboxSearch } from "../inbox/inbox-search.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { toastError } from "../ui/toast.ts";
import { type Command, useRegisteredCommands, useSearchSources } from "./commands.ts";
import { openOverlay } from "./overlays.ts";
import { useSections } from "./sections.ts";
import { settingsPages } from "./settings-pages.ts";
import { isDark, setTheme } from "./theme.ts";

/** ⌘/Ctrl K: everywhere and everything. Commands of the page first, then what the search finds, then places. */
export function Palette() {
  const t = useT();
  const navigate = useNavigate();
  const sections = useSections();
  const here = useRegisteredCommands();
  const [query, setQuery] = useState("");
  useInboxSearch();
  useContactSearch();
  const { found, searching } = useFound(query.trim());
  const close = () => openOverlay(null);

  const groups = new Map<string, Command[]>();
  const add = (heading: string, commands: Command[]) =>
    commands.length && groups.set(heading, [...(groups.get(heading) ?? []), ...commands]);
  for (const command of here) add(command.group ?? t("frame.palette_here"), [command]);
  for (const { heading, commands } of found) add(heading, commands);
  add(t("frame.palette_go"), [
    ...sections.map((section) => ({
      id: section.under,
      label: t(section.label),
      icon: <section.icon size={16} />,
      shortcut: section.keys,
      run: () => void navigate({ to: section.to, params: { view: "open" } as never }),
    })),
    ...settingsPages.map((page) => ({
      id: page.to,
      label: t(page.label),
      icon: <page.icon size={16} />,
      hint: t("settings.title"),
      run: () => void navigate({ to: page.to }),
    })),
  ]);
  add(t("frame.palette_commands"), [
    {
      id: "theme",
      label: t("frame.theme_switch"),
      icon: <SunMoon size={16} />,
      run: () => setTheme(isDark() ? "light" : "dark"),
    },
    {
      id: "sign-out",
      label: t("frame.sign_out"),
      icon: <LogOut size={16} />,
      run: () => void signOut().catch(toastError),
    },
  ]);
  const fromServer = new Set(found.flatMap((each) => each.commands.map((command) => command.id)));

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="pop-fade fixed inset-0 z-palette bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="pop fixed inset-x-0 top-[14vh] z-palette mx-auto w-[min(620px,calc(100vw-24px))] overflow-hidden rounded-12 bg-surface-raised shadow-popover phone:top-2"
        >
          <Dialog.Title className="sr-only">{t("frame.palette")}</Dialog.Title>
          <Cmdk label={t("frame.palette")} loop>
            <div className="flex h-bar items-center gap-2.5 border-b px-4 text-16">
              {searching ? <Spinner size={18} /> : <Search size={18} className="text-subtle" aria-hidden />}
              <Cmdk.Input
                autoFocus
                value={query}
                onValueChange={setQuery}
                placeholder={t("frame.palette_input")}
                className="min-w-0 flex-1 bg-transparent outline-none"
              />
              <Kbd keys="escape" />
            </div>
            <Cmdk.List className="max-h-[min(56vh,480px)] overflow-y-auto p-2">
              {/* cmdk does not count what is shown by force: people the server found. */}
              {fromServer.size === 0 && (
                <Cmdk.Empty className="px-2 py-6 text-center text-subtle">
                  {searching ? t("frame.palette_searching") : t("frame.palette_empty", { query })}
                </Cmdk.Empty>
              )}
              {[...groups].map(([heading, commands]) => (
                <Cmdk.Group
                  key={heading}
                  heading={heading}
                  forceMount={commands.some((command) => fromServer.has(command.id))}
                  className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-12 **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-subtle"
                >
                  {commands.map((command) => (
                    <Cmdk.Item
                      key={command.id}
                      value={command.id}
                      keywords={[command.label, ...(command.keywords ?? [])]}
                      forceMount={fromServer.has(command.id)}
                      onSelect={() => {
                        close();
                        command.run();
                      }}
                      className="flex h-9 items-center gap-2.5 rounded-6 px-2 data-[selected=true]:bg-surface-selected phone:h-11"
                    >
                      <span className="grid size-5 place-items-center text-subtle">{command.icon}</span>
                      <span className="cut">{command.label}</span>
                      <span className="ms-auto flex items-center gap-1 text-12 whitespace-nowrap text-subtle">
                        {command.hint}
                        {command.shortcut && <Kbd keys={command.shortcut} />}
                      </span>
                    </Cmdk.Item>
                  ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
            <div className="flex gap-4 border-t bg-surface-sunken px-4 py-2 text-12 text-subtle phone:hidden">
              <span className="flex items-center gap-1.25">
                <Kbd keys="up" />
                <Kbd keys="down" />
                {t("frame.palette_move")}
              </span>
              <span className="flex items-center gap-1.25">
                <Kbd keys="enter" />
                {t("frame.palette_run")}
              </span>
              <span className="flex items-center gap-1.25">
                <Kbd keys="escape" />
                {t("frame.palette_close")}
              </span>
            </div>
          </Cmdk>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Asks every source once typing rests for 120 ms; answers to an older text are dropped. */
function useFound(query: string) {
  const sources = useSearchSources();
  const wanted = useDeferredValue(query);
  const [found, setFound] = useState<{ heading: string; commands: Command[] }[]>([]);
  const [searching, setSearching] = useState(false);
  useEffect(() => {
    if (wanted.length < 2 || sources.length === 0) {
      setFound([]);
      return;
    }
    const ended = new AbortController();
    const timer = setTimeout(async () => {
      setSearching(true);
      const answers = await Promise.allSettled(sources.map((source) => source.search(wanted, ended.signal)));
      if (ended.signal.aborted) return;
      setFound(
        answers.map((answer, index) => ({
          heading: sources[index]?.heading ?? "",
          commands: answer.status === "fulfilled" ? answer.value : [],
        })),
      );
      setSearching(false);
    }, 120);
    return () => {
      clearTimeout(timer);
      ended.abort();
      setSearching(false);
    };
  }, [wanted, sources]);
  return { found, searching };
}
