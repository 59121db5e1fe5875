import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, Search, SquarePen, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFilters, useShortcut } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { ErrorNotice, IconButton, Input, Menu, SkeletonRows, stepKey, VirtualList } from "../ui/index.ts";
import { type Conversation, useLabels } from "./conversation-data.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { builtInViews, type InboxFilters, isBuiltIn, useInboxCounts } from "./inbox-views.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListFilter } from "./list-filter.tsx";
import { SearchResults } from "./search-results.tsx";

const keyOf = (conversation: Conversation) => conversation.id;

export function ConversationList({
  view,
  conversationId,
  list,
}: {
  view: string;
  conversationId: string | undefined;
  list: ReturnType<typeof useKeyset<Conversation>>;
}) {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const labels = useLabels();
  const [filters, setFilters] = useFilters<InboxFilters>();
  const [query, setQuery] = useSearchField();
  const field = useRef<HTMLInputElement>(null);
  const searching = query.trim().length >= 2;
  const small = matchMedia("(width <= 720px)").matches;

  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    setQuery("");
    field.current?.blur();
  };
  const go = (step: number) => {
    const to = stepKey(list.items, keyOf, conversationId, step);
    if (to)
      void navigate({
        to: "/inbox/$view/$conversationId",
        params: { view, conversationId: to.id },
        search: true,
        replace: !!conversationId,
      });
  };
  useShortcut("j", () => go(1), { describe: t("inbox.next") });
  useShortcut("k", () => go(-1), { describe: t("inbox.previous") });
  useShortcut("/", () => field.current?.focus(), { describe: t("inbox.search") });

  return (
    <>
      <header className="flex h-bar shrink-0 items-center gap-1 ps-4 pe-3">
        <ViewMenu view={view} />
        <ListFilter view={view} />
        {can("inbox.reply") && (
          <IconButton label={t("inbox.new")} shortcut="c" onClick={() => void setFilters({ new: "1" })}>
            <SquarePen size={16} />
          </IconButton>
        )}
      </header>
      <div className="border-b px-3 pb-2">
        <Input
          ref={field}
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={leave}
          aria-label={t("inbox.search")}
          placeholder={t("inbox.search_placeholder")}
          icon={<Search size={14} />}
          className="h-7.5! border-line-strong! [&_input::-webkit-search-cancel-button]:hidden"
          end={
            query && (
              <IconButton size="sm" label={t("common.clear")} onClick={() => setQuery("")}>
                <X size={14} />
              </IconButton>
            )
          }
        />
      </div>
      {searching ? (
        <SearchResults query={query.trim()} view={view} />
      ) : list.error && list.items.length === 0 ? (
        <div className="p-3">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <SkeletonRows rows={12} />
      ) : list.items.length === 0 ? (
        <ListEmpty view={view} filtered={!!filters.channel} />
      ) : (
        <VirtualList
          items={list.items}
          itemKey={keyOf}
          rowHeight={small ? 68 : 60}
          label={t("inbox.conversations")}
          activeKey={conversationId}
          remember={`inbox ${view} ${filters.channel ?? ""}`}
          className="scrollbar-none"
          {...list.virtual}
        >
          {(conversation, { active }) => <ConversationRow conversation={conversation} view={view} current={active} labels={labels} />}
        </VirtualList>
      )}
    </>
  );
}

/** The title of the list is the choice of the view: on a phone there is no rail. */
function ViewMenu({ view }: { view: string }) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const labels = useLabels();
  const counts = useInboxCounts();
  const builtIn = builtInViews.find((each) => each.view === view);
  const title = builtIn ? t(builtIn.label) : (labels.find((label) => label.id === view)?.name ?? t("inbox.title"));
  const go = (to: string) => void navigate({ to: "/inbox/$view", params: { view: to } });
  const counted = (count: number | undefined) =>
    count !== undefined && <span className="num float-end ps-4 text-subtle">{format.number(count)}</span>;
  return (
    <h1 className="min-w-0 flex-1 text-14 font-semibold tracking-title phone:text-16">
      <Menu
        trigger={
          <button
            type="button"
            className="-ms-1.5 flex h-8 max-w-full items-center gap-1 rounded-6 px-1.5 hover:bg-surface-hover aria-expanded:bg-surface-hover"
          >
            <span className="cut">{title}</span>
            <ChevronDown size={14} className="text-subtle" aria-hidden />
          </button>
        }
        items={[
          ...builtInViews.map((each) => ({
            label: (
              <>
                {t(each.label)}
                {counted(counts.views[each.view])}
              </>
            ),
            checked: each.view === view,
            onSelect: () => go(each.view),
          })),
          labels.length > 0 && "separator",
          ...labels.map((label) => ({
            label: (
              <>
                {label.name}
                {counted(counts.labels[label.id] ?? 0)}
              </>
            ),
            icon: <span className={`block size-2 rounded-full bg-hue hue-${label.hue}`} />,
            checked: label.id === view,
            onSelect: () => go(label.id),
          })),
        ]}
      />
      {!isBuiltIn(view) && <span className="sr-only">{t("inbox.labels")}</span>}
    </h1>
  );
}

/** Typing is local; the address follows when it rests, so that the search can be sent to a colleague. */
function useSearchField() {
  const [filters, setFilters] = useFilters<InboxFilters>();
  const [query, setQuery] = useState(filters.q ?? "");
  const set = useRef(setFilters);
  set.current = setFilters;
  const address = filters.q ?? "";
  const last = useRef(address);
  useEffect(() => {
    if (address === last.current) return;
    // Somebody went to another view or back: the field follows the address.
    last.current = address;
    setQuery(address);
  }, [address]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (query.trim() === last.current) return;
      last.current = query.trim();
      void set.current({ q: query.trim() });
    }, 300);
    return () => clearTimeout(timer);
  }, [query]);
  return [query, setQuery] as const;
}
