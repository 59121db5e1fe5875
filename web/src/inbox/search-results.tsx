import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, cx, EmptyState, ErrorNotice, SkeletonRows } from "../ui/index.ts";
import { useOpenContact } from "./open-contact.ts";
import { marked } from "./rich-text.tsx";
import { contactHitsQuery, excerpt, mainIdentity, messageHitsQuery } from "./search-data.ts";

/** People first, then messages; a message opens the thread at its place. */
export function SearchResults({ query, view }: { query: string; view: string }) {
  const t = useT();
  const format = useFormat();
  const messages = useQuery(messageHitsQuery(query));
  const contacts = useQuery(contactHitsQuery(query));
  const openContact = useOpenContact(view);
  if (messages.error) {
    return (
      <div className="p-3">
        <ErrorNotice error={messages.error} onRetry={() => void messages.refetch()} />
      </div>
    );
  }
  if (!messages.data && !contacts.data) return <SkeletonRows rows={6} />;
  const people = contacts.data?.items ?? [];
  const hits = messages.data?.items ?? [];
  if (people.length + hits.length === 0 && !messages.isFetching && !contacts.isFetching) {
    return (
      <EmptyState icon={<SearchX size={20} />} title={t("inbox.search_none", { query })}>
        {t("inbox.search_none_text")}
      </EmptyState>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-4 scrollbar-none">
      <p role="status" className="sr-only">
        {t("inbox.search_count", { count: people.length + hits.length })}
      </p>
      {people.length > 0 && (
        <Group title={t("inbox.people")}>
          {people.map((contact) => (
            <li key={contact.id}>
              <button type="button" onClick={() => void openContact(contact)} className={hitClasses}>
                <Avatar name={contact.name} />
                <span className="min-w-0 text-start">
                  <span className="cut block font-medium">
                    <bdi>{marked(contact.name, query)}</bdi>
                  </span>
                  <span className="cut block text-subtle">
                    <bdi>{mainIdentity(contact) || contact.company}</bdi>
                  </span>
                </span>
              </button>
            </li>
          ))}
        </Group>
      )}
      {hits.length > 0 && (
        <Group title={t("inbox.messages")}>
          {hits.map(({ message, conversation }) => (
            <li key={message.id}>
              <Link
                to="/inbox/$view/$conversationId"
                params={{ view, conversationId: conversation.id }}
                search={{ q: query, message: message.id } as never}
                activeOptions={{ includeSearch: true }}
                className={hitClasses}
              >
                <Avatar name={conversation.contactName} className="self-start" />
                <span className="min-w-0 text-start">
                  <span className="flex items-baseline gap-2">
                    <span className="cut font-medium" dir="auto">
                      {conversation.contactName}
                    </span>
                    <time dateTime={message.at} className="num ms-auto shrink-0 text-12 text-subtle">
                      {format.short(message.at)}
                    </time>
                  </span>
                  <span className="line-clamp-2 text-muted">
                    {message.direction === "outbound" && <span className="text-subtle">{t("inbox.you")} </span>}
                    {message.direction === "note" && <span className="text-note-text">{t("inbox.private_note")}: </span>}
                    <bdi>{marked(excerpt(message.text ?? "", query), query)}</bdi>
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </Group>
      )}
    </div>
  );
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="px-4 pt-3 pb-1 text-12 font-medium text-subtle">{title}</h2>
    <ul>{children}</ul>
  </section>
);

const hitClasses = cx(
  "grid w-full grid-cols-[32px_minmax(0,1fr)] items-center gap-x-3 px-4 py-2 outline-offset-[-2px] hover:bg-surface-hover",
  "aria-[current=page]:bg-surface-selected",
);
