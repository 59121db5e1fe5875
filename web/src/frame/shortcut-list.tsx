import { useT } from "../i18n/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { openOverlay } from "./overlays.ts";
import { listShortcuts, type Shortcut } from "./shortcuts.ts";

/** What `?` shows: the shortcuts that work right now. */
export function ShortcutList() {
  const t = useT();
  const described = listShortcuts().filter((each) => each.describe);
  return (
    <Dialog open onOpenChange={() => openOverlay(null)} title={t("frame.shortcuts")} size="lg">
      <div className="grid grid-cols-2 gap-x-10 gap-y-4 pb-4 phone:grid-cols-1">
        <Part title={t("frame.shortcuts_here")} shortcuts={described.filter((each) => !each.everywhere)} />
        <Part title={t("frame.shortcuts_everywhere")} shortcuts={described.filter((each) => each.everywhere)} />
      </div>
    </Dialog>
  );
}

function Part({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3 className="py-1 text-12 font-medium text-subtle">{title}</h3>
      <ul>
        {[...shortcuts]
          .sort((a, b) => (a.describe ?? "").localeCompare(b.describe ?? ""))
          .map((each) => (
            <li key={each.keys} className="flex min-h-8 items-center justify-between gap-4 border-b last:border-b-0">
              {each.describe}
              <Kbd keys={each.keys} />
            </li>
          ))}
      </ul>
    </section>
  );
}
