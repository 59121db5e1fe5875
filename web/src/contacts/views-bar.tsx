import { Link2, MoreHorizontal, Users } from "lucide-react";
import { useState } from "react";
import { api, unwrap } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button, cx, Dialog, IconButton, Menu, type MenuItem, tabClasses, toast, toastError } from "../ui/index.ts";
import type { ListState, SavedView } from "./list-state.ts";
import { SaveViewSheet } from "./save-view-sheet.tsx";

interface Props {
  state: ListState;
  view: SavedView | undefined;
  views: SavedView[];
  changed: boolean;
  onOpen: (id: string | null) => void;
  onReset: () => void;
}

const refreshed = () => queryClient.invalidateQueries({ queryKey: ["contact-views"] });

/** All contacts, the views pinned, and the others in a menu; what was changed of the one that is open can be saved, saved as new, or left. */
export function ViewsBar({ state, view, views, changed, onOpen, onReset }: Props) {
  const t = useT();
  const can = useCan();
  const [naming, setNaming] = useState(false);
  const [deleting, setDeleting] = useState<SavedView>();
  const pinned = views.filter((each) => each.pinned !== null);
  const row = view && view.pinned === null ? [...pinned, view] : pinned;

  const contents = () => ({ columns: state.columns, filter: state.filter, sort: state.sort, direction: state.direction });
  const save = async () => {
    if (!view) return setNaming(true);
    try {
      await unwrap(api.PATCH("/contact-views/{viewId}", { params: { path: { viewId: view.id } }, body: contents() }));
      await refreshed();
      onReset();
      toast({ title: t("views.saved", { name: view.name }), tone: "success" });
    } catch (error) {
      toastError(error);
    }
  };
  const place = async (pins: string[], first: string | null) => {
    try {
      const { items } = await unwrap(api.PUT("/contact-views/places", { body: { pinned: pins, first } }));
      queryClient.setQueryData(["contact-views"], items);
    } catch (error) {
      toastError(error);
    }
  };
  const first = views.find((each) => each.opensFirst)?.id ?? null;
  const pins = pinned.map((each) => each.id);
  const options = (one: SavedView): MenuItem[] => {
    const { name, id } = one;
    const at = pins.indexOf(id);
    const moved = (by: number) => place(pins.toSpliced(at, 1).toSpliced(at + by, 0, id), first);
    return [
      at < 0
        ? { label: t("views.pin", { name }), onSelect: () => void place([...pins, id], first) }
        : { label: t("views.unpin", { name }), onSelect: () => void place(pins.toSpliced(at, 1), first) },
      at > 0 && { label: t("views.earlier", { name }), onSelect: () => void moved(-1) },
      at >= 0 && at < pins.length - 1 && { label: t("views.later", { name }), onSelect: () => void moved(1) },
      first === id
        ? { label: t("views.not_first"), onSelect: () => void place(pins, null) }
        : { label: t("views.first", { name }), onSelect: () => void place(pins, id) },
      one.mayChange && "separator",
      one.mayChange && { label: t("views.delete", { name }), danger: true, onSelect: () => setDeleting(one) },
    ];
  };
  const remove = async () => {
    if (!deleting) return;
    try {
      await api.DELETE("/contact-views/{viewId}", { params: { path: { viewId: deleting.id } } });
      setDeleting(undefined);
      if (view?.id === deleting.id) onOpen(null);
      await refreshed();
      toast({ title: t("views.deleted", { name: deleting.name }) });
    } catch (error) {
      toastError(error);
    }
  };

  return (
    <nav
      aria-label={t("views.views")}
      className="flex h-9 shrink-0 items-center gap-4 overflow-x-auto border-b px-4 scrollbar-none phone:h-11"
    >
      <Tab active={!view} onClick={() => onOpen(null)}>
        {t("views.all")}
      </Tab>
      {row.map((one) => (
        <span key={one.id} className="flex items-center">
          <Tab active={one.id === view?.id} onClick={() => onOpen(one.id)}>
            <bdi>{one.name}</bdi>
            {one.shared && <Users size={12} className="text-subtle" role="img" aria-label={t("views.shared")} />}
          </Tab>
          {one.id === view?.id && (
            <Menu
              trigger={
                <IconButton size="sm" label={t("views.options", { name: one.name })}>
                  <MoreHorizontal size={14} />
                </IconButton>
              }
              items={options(one)}
            />
          )}
        </span>
      ))}
      <Menu
        trigger={
          <Button variant="ghost" className="shrink-0">
            {t("views.views")}
          </Button>
        }
        items={
          views.length === 0
            ? [{ heading: t("views.none") }]
            : views.map((one) => ({
                label: <bdi>{one.name}</bdi>,
                hint: one.shared ? t("views.shared") : t("views.own"),
                checked: one.id === view?.id,
                onSelect: () => onOpen(one.id),
              }))
        }
      />
      {changed && (
        <span className="ms-auto flex shrink-0 items-center gap-1">
          <span className="flex items-center gap-1 text-12 text-subtle phone:hidden">
            <Link2 size={12} aria-hidden />
            {t("views.changed")}
          </span>
          <Button variant="ghost" onClick={onReset}>
            {t("views.reset")}
          </Button>
          {view?.mayChange && <Button onClick={() => void save()}>{t("views.save")}</Button>}
          <Button onClick={() => setNaming(true)}>{t("views.save_as")}</Button>
        </span>
      )}
      <SaveViewSheet
        open={naming}
        onOpenChange={setNaming}
        contents={contents()}
        mayShare={can("contacts.write")}
        onSaved={async (saved) => {
          await refreshed();
          onOpen(saved.id);
          toast({ title: t("views.saved", { name: saved.name }), tone: "success" });
        }}
      />
      <Dialog
        open={deleting !== undefined}
        onOpenChange={(open) => !open && setDeleting(undefined)}
        title={t("views.delete", { name: deleting?.name ?? "" })}
        description={t("views.delete_text")}
        size="sm"
        footer={
          <>
            <Button size="lg" onClick={() => setDeleting(undefined)}>
              {t("common.cancel")}
            </Button>
            <Button size="lg" variant="danger" onClick={() => void remove()}>
              {t("common.delete")}
            </Button>
          </>
        }
      />
    </nav>
  );
}

const Tab = ({ active, onClick, children }: { active: boolean; onClick: () => void; children: React.ReactNode }) => (
  <button
    type="button"
    aria-current={active ? "page" : undefined}
    data-state={active ? "active" : "inactive"}
    onClick={onClick}
    className={cx(tabClasses, "shrink-0")}
  >
    {children}
  </button>
);
