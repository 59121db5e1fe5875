import { useNavigate } from "@tanstack/react-router";
import { Plus, SearchX, Users } from "lucide-react";
import { useState } from "react";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useCommands, useFilters, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, PageHeader, SkeletonRows, stepKey, VirtualList } from "../ui/index.ts";
import { type ContactFilters, type ContactSummary, contactList, useMembers } from "./contact-data.ts";
import { ContactFilterBar } from "./contact-filter-bar.tsx";
import { isAbout, useRefresh } from "./contact-live.ts";
import { ContactListHead, ContactRow } from "./contact-row.tsx";
import { useContactSearch } from "./contact-search.tsx";
import { NewContactSheet } from "./new-contact-sheet.tsx";

const keyOf = (contact: ContactSummary) => contact.id;
let lastOpened: string | undefined;

export function ContactsPage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<ContactFilters>();
  const list = useKeyset(contactList(filters));
  const members = useMembers();
  const [active, setActive] = useState(lastOpened);
  const [creating, setCreating] = useState(false);
  const mayWrite = can("contacts.write");
  const filtered = Boolean(filters.q || filters.tag || filters.stage);
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
  useShortcut("enter", (event) => {
    // Enter on a link or a button is theirs.
    if (event.target instanceof Element && event.target.closest("a, button, input")) return (event.target as HTMLElement).click();
    open(list.items.find((contact) => contact.id === active));
  });
  useShortcut("c", () => setCreating(true), { when: mayWrite, describe: t("contacts.new") });
  useCommands(
    () =>
      mayWrite
        ? [{ id: "contacts.new", label: t("contacts.new"), icon: <Plus size={16} />, shortcut: "c", run: () => setCreating(true) }]
        : [],
    [mayWrite, t],
  );

  const create = mayWrite && (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
      {t("contacts.new")}
    </Button>
  );

  return (
    <>
      <PageHeader title={t("contacts.title")} actions={create} />
      <ContactFilterBar filters={filters} onChange={setFilters} searching={list.isFetching && !list.isFetchingNextPage && filtered} />
      {list.error ? (
        <div className="p-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <SkeletonRows rows={12} height={52} />
      ) : list.items.length === 0 ? (
        filtered ? (
          <EmptyState
            icon={<SearchX size={20} />}
            title={t("contacts.nothing_found")}
            action={<Button onClick={() => void setFilters({ q: "", tag: "", stage: "" })}>{t("contacts.clear_filters")}</Button>}
          >
            {t("contacts.nothing_found_text")}
          </EmptyState>
        ) : (
          <EmptyState icon={<Users size={20} />} title={t("contacts.empty_title")} action={create}>
            {t("contacts.empty_text")}
          </EmptyState>
        )
      ) : (
        <>
          <ContactListHead />
          <VirtualList
            items={list.items}
            itemKey={keyOf}
            rowHeight={52}
            label={t("contacts.title")}
            {...list.virtual}
            activeKey={active}
            onActive={(contact) => setActive(contact.id)}
            onOpen={open}
            remember={`contacts ${JSON.stringify(filters)}`}
          >
            {(contact, state) => (
              <ContactRow
                contact={contact}
                active={state.active}
                owner={members.find((member) => member.id === contact.ownerId)}
                onOpen={() => {
                  lastOpened = contact.id;
                }}
              />
            )}
          </VirtualList>
        </>
      )}
      <NewContactSheet open={creating} onOpenChange={setCreating} />
    </>
  );
}
