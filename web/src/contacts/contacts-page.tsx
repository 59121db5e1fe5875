import { useNavigate } from "@tanstack/react-router";
import { Plus, SearchX, Users } from "lucide-react";
import { useEffect, useState } from "react";
import { ApiError } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useCommands, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { ImportsLink } from "../imports/imports-link.tsx";
import { Button, EmptyState, ErrorNotice, PageHeader, SkeletonRows, stepKey, VirtualList } from "../ui/index.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkRunning } from "./bulk-running.tsx";
import { ColumnPicker } from "./column-picker.tsx";
import { useContactColumns } from "./contact-columns.tsx";
import type { ContactSummary } from "./contact-data.ts";
import { isAbout, useRefresh } from "./contact-live.ts";
import { ContactCard } from "./contact-row.tsx";
import { useContactSearch } from "./contact-search.tsx";
import { ContactTable } from "./contact-table.tsx";
import { DuplicatesLink } from "./duplicates-link.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { ListCount } from "./list-count.tsx";
import { contactsQuery, useListState, usualColumns } from "./list-state.ts";
import { NewContactSheet } from "./new-contact-sheet.tsx";
import { SortMenu } from "./sort-menu.tsx";
import { useSelection } from "./use-selection.ts";
import { ViewsBar } from "./views-bar.tsx";

const keyOf = (contact: ContactSummary) => contact.id;
let lastOpened: string | undefined;

export function ContactsPage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { state, view, views, changed, change, open: openView, reset, pending, viewGone } = useListState();
  const list = useKeyset(contactsQuery(state));
  const all = useContactColumns();
  const phone = usePhone();
  const [active, setActive] = useState(lastOpened);
  const [creating, setCreating] = useState(false);
  const mayWrite = can("contacts.write");
  const asked = JSON.stringify([state.q, state.filter]);
  const selection = useSelection(list.items.map(keyOf), asked);
  const mayAct = mayWrite || can("contacts.export");
  const filtered = state.q !== "" || state.filter.length > 0;
  useContactSearch();

  useRefresh(
    (event) => isAbout(event, "contact") || event.name === "message.received",
    () => void queryClient.invalidateQueries({ queryKey: ["contacts"] }),
    4000,
  );
  const open = (contact: ContactSummary | undefined) => {
    if (!contact) return;
    lastOpened = contact.id;
    void navigate({ to: "/contacts/$contactId", params: { contactId: contact.id } });
  };
  const step = (by: number) => setActive(stepKey(list.items, keyOf, active, by)?.id);
  useShortcut("j", () => step(1), { describe: t("contacts.next") });
  useShortcut("k", () => step(-1), { describe: t("contacts.previous") });
  useShortcut("x", () => active && selection.toggle(active, false), { when: mayAct, describe: t("list.toggle") });
  useShortcut("enter", (event) => {
    // Enter on a link or a button is theirs.
    if (event.target instanceof Element && event.target.closest("a, button, input")) return (event.target as HTMLElement).click();
    open(list.items.find((contact) => contact.id === active));
  });
  useShortcut("c", () => setCreating(true), { when: mayWrite, describe: t("contacts.new") });
  useCommands(
    () => [
      ...(mayWrite
        ? [{ id: "contacts.new", label: t("contacts.new"), icon: <Plus size={16} />, shortcut: "c", run: () => setCreating(true) }]
        : []),
      ...(mayWrite ? [{ id: "contacts.bulk", label: t("bulk.title"), run: () => void navigate({ to: "/contacts/bulk" }) }] : []),
    ],
    [mayWrite, t, navigate],
  );

  const columns = state.columns.flatMap(({ key, width }) => {
    const column = all.find((each) => each.key === key);
    return column ? [{ ...column, shownWidth: width ?? column.width }] : [];
  });
  const create = mayWrite && (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
      {t("contacts.new")}
    </Button>
  );
  const broken = list.error instanceof ApiError && list.error.status === 400;
  const shared = {
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    onEnd: list.virtual.onEnd,
    remember: `contacts ${asked} ${state.sort} ${state.direction}`,
  };

  return (
    <>
      <PageHeader
        title={t("contacts.title")}
        actions={
          <>
            <DuplicatesLink />
            <ImportsLink />
            {create}
          </>
        }
      />
      <ViewsBar state={state} view={view} views={views} changed={changed} onOpen={openView} onReset={reset} />
      <FilterBar
        key={view?.id ?? "all"}
        q={state.q}
        filter={state.filter}
        onSearch={(q) => change({ q })}
        onFilter={(filter) => change({ filter })}
        searching={list.isFetching && !list.isFetchingNextPage && filtered}
      >
        <span className="ms-auto flex items-center gap-1">
          <ListCount state={state} />
          {phone ? (
            <SortMenu columns={all} sort={state.sort} direction={state.direction} onChange={change} />
          ) : (
            <ColumnPicker
              all={all}
              shown={state.columns}
              onChange={(next) => change({ columns: next })}
              onReset={() => change({ columns: usualColumns })}
            />
          )}
        </span>
      </FilterBar>
      {mayWrite && <BulkRunning />}
      {viewGone && <p className="px-4 py-2 text-muted">{t("views.gone")}</p>}
      {list.error ? (
        <div className="p-4">
          {broken ? (
            <EmptyState
              icon={<SearchX size={20} />}
              title={t("list.broken")}
              action={<Button onClick={() => change({ filter: [], sort: null })}>{t("filters.clear")}</Button>}
            >
              {t("list.broken_text")} {list.error.message}
            </EmptyState>
          ) : (
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          )}
        </div>
      ) : list.isPending || pending ? (
        <SkeletonRows rows={12} height={44} />
      ) : list.items.length === 0 ? (
        filtered ? (
          <EmptyState
            icon={<SearchX size={20} />}
            title={t("contacts.nothing_found")}
            action={<Button onClick={() => change({ q: "", filter: [] })}>{t("contacts.clear_filters")}</Button>}
          >
            {t("contacts.nothing_found_text")}
          </EmptyState>
        ) : (
          <EmptyState icon={<Users size={20} />} title={t("contacts.empty_title")} action={create}>
            {t("contacts.empty_text")}
          </EmptyState>
        )
      ) : phone ? (
        <VirtualList
          items={list.items}
          itemKey={keyOf}
          rowHeight={68}
          label={t("contacts.title")}
          {...shared}
          activeKey={active}
          onActive={(contact) => setActive(contact.id)}
          onOpen={open}
        >
          {(contact) => (
            <ContactCard
              contact={contact}
              selection={mayAct ? selection : undefined}
              onOpen={() => {
                lastOpened = contact.id;
              }}
            />
          )}
        </VirtualList>
      ) : (
        <ContactTable
          contacts={list.items}
          columns={columns}
          sort={state.sort}
          direction={state.direction}
          onSort={(sort, direction) => change({ sort, direction })}
          onWidth={(key, width) => change({ columns: state.columns.map((column) => (column.key === key ? { key, width } : column)) })}
          selection={mayAct ? selection : undefined}
          active={active}
          onActive={setActive}
          onOpen={open}
          {...shared}
        />
      )}
      {(selection.all || selection.ids.size > 0) && (
        <BulkBar selection={selection} state={state} loaded={list.items.length} more={list.hasNextPage} />
      )}
      <NewContactSheet open={creating} onOpenChange={setCreating} />
    </>
  );
}

const narrow = "(width <= 720px)";
/** Cards and a table differ by more than style. */
function usePhone() {
  const [phone, setPhone] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const media = matchMedia(narrow);
    const look = () => setPhone(media.matches);
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);
  return phone;
}
