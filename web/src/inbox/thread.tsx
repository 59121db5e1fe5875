// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: a named region, without the heading a section asks for
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowDown } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, Spinner } from "../ui/index.ts";
import type { Conversation } from "./conversation-data.ts";
import type { InboxFilters } from "./inbox-views.ts";
import { Lightbox } from "./lightbox.tsx";
import { type Message, messagesQuery } from "./message-data.ts";
import { MessageRow } from "./message-row.tsx";
import { useWindowOpen } from "./moments.ts";
import { rowKey, usePending } from "./pending.ts";
import { pendingMessage } from "./pending-message.ts";
import { moveBetweenMenus } from "./row-menu.tsx";
import { ThreadContext } from "./thread-context.ts";
import { firstUnread, threadRows } from "./thread-rows.ts";
import { ThreadSkeleton } from "./thread-skeleton.tsx";
import { useReadMark } from "./use-read-mark.ts";
import { useThreadScroll } from "./use-thread-scroll.ts";

/** The messages, oldest above. The scroller counts from its end (column-reverse): what is added above moves nothing. */
export function Thread({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const [filters, setFilters] = useFilters<InboxFilters>();
  const can = useCan();
  const [image, setImage] = useState<string | null>(null);
  const mayReact = useWindowOpen(conversation.windowUntil) && can("inbox.reply");
  const around = useAround(conversation.id, filters.message);
  const query = useInfiniteQuery(messagesQuery(conversation.id, around));
  const pending = usePending(conversation.id);
  const opening = useRef(conversation.unread);
  const [newFrom, setNewFrom] = useState<string>();

  const messages = useMemo(() => query.data?.pages.flatMap((page) => page.items).reverse() ?? [], [query.data]);
  const shown = useMemo(() => [...messages, ...pending.map((each) => pendingMessage(each))], [messages, pending]);
  const rows = useMemo(() => threadRows(shown, format.dayOf, newFrom, rowKey), [shown, format, newFrom]);
  const reachesEnd = !query.hasPreviousPage;

  const scroll = useThreadScroll({
    conversationId: conversation.id,
    loaded: !!query.data,
    rows,
    target: filters.message,
    hasOlder: query.hasNextPage && !query.isFetchingNextPage,
    onOlder: () => void query.fetchNextPage(),
    hasNewer: query.hasPreviousPage && !query.isFetchingPreviousPage,
    onNewer: () => void query.fetchPreviousPage(),
  });
  useReadMark(conversation, scroll.atEnd && reachesEnd && !!query.data);

  useEffect(() => {
    if (messages.length === 0 || opening.current === 0) return;
    setNewFrom(firstUnread(messages, opening.current));
    opening.current = 0;
  }, [messages]);

  const jump = (messageId: string) => {
    if (!scroll.show(messageId)) void setFilters({ message: messageId });
  };
  const toEnd = () => {
    if (!reachesEnd) void setFilters({ message: undefined });
    scroll.toEnd();
  };
  const context = { conversation, jump, openImage: setImage, mayReact, highlight: filters.message ? filters.q : undefined };

  if (query.error && !query.data) {
    return (
      <div className="min-h-0 flex-1 p-4">
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  return (
    <ThreadContext value={context}>
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={scroll.scroller}
          role="region"
          aria-label={t("inbox.messages")}
          tabIndex={0}
          className="flex min-h-0 flex-1 flex-col-reverse overflow-x-clip overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
        >
          <div className="mx-auto w-full max-w-215 flex-none px-5 pt-4 pb-3 phone:px-3 phone:pt-3 phone:pb-2">
            <div ref={scroll.above} />
            {query.isFetchingNextPage && (
              <p className="flex justify-center py-2 text-subtle">
                <Spinner />
              </p>
            )}
            {query.isPending && <ThreadSkeleton />}
            {query.data && shown.length === 0 && (
              <EmptyState title={t("inbox.thread_empty_title")}>
                {t("inbox.thread_empty_text", { name: conversation.contact.name })}
              </EmptyState>
            )}
            <ol className="flex flex-col gap-0.5" onKeyDownCapture={moveBetweenMenus}>
              {rows.map((row) =>
                row.kind === "day" ? (
                  <li key={row.key} className={dividerClasses}>
                    <time dateTime={row.at}>{format.dayHeading(row.at)}</time>
                  </li>
                ) : row.kind === "new" ? (
                  <li key={row.key} className={`${dividerClasses} text-accent-text! before:border-accent-line after:border-accent-line`}>
                    {t("inbox.new_from_here")}
                  </li>
                ) : (
                  <MessageRow
                    key={row.key}
                    message={row.message}
                    first={row.first}
                    last={row.last}
                    flash={scroll.flash === row.message.id}
                    pending={pending.find((each) => each.id === row.message.id)}
                  />
                ),
              )}
            </ol>
            <div ref={scroll.below} />
          </div>
        </div>
        {(!scroll.atEnd || !reachesEnd) && (
          <Button onClick={toEnd} className="absolute end-4 bottom-3 rounded-full! shadow-popover" icon={<ArrowDown size={14} />}>
            {scroll.unseen ? t("inbox.new_below", { count: scroll.unseen }) : t("inbox.to_latest")}
          </Button>
        )}
      </div>
      <Lightbox messages={messages} messageId={image} onChange={setImage} />
    </ThreadContext>
  );
}

/** A message of the address is looked for in what is loaded; elsewhere the thread opens around it. */
function useAround(conversationId: string, messageId: string | undefined) {
  return useMemo(() => {
    if (!messageId) return undefined;
    const data = queryClient.getQueryData(messagesQuery(conversationId).queryKey);
    return data?.pages.some((page) => page.items.some((message: Message) => message.id === messageId)) ? undefined : messageId;
  }, [conversationId, messageId]);
}

const dividerClasses =
  "mt-3 mb-2 flex items-center gap-3 text-12 font-medium text-subtle first:mt-0 before:flex-1 before:border-t after:flex-1 after:border-t";
