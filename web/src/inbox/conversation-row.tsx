import { Link } from "@tanstack/react-router";
import { queryClient } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, type ChannelKind, Count, cx, LabelDot, Tooltip, WindowPie } from "../ui/index.ts";
import { type Conversation, conversationQuery, type Label } from "./conversation-data.ts";
import { messagesQuery } from "./message-data.ts";
import { PreviewLine } from "./preview-line.tsx";

/** One conversation in the list: who, what was said last, whose it is, and how long one may still answer. */
export function ConversationRow({
  conversation,
  view,
  current,
  labels,
}: {
  conversation: Conversation;
  view: string;
  current: boolean;
  labels: Label[];
}) {
  const t = useT();
  const format = useFormat();
  const { contact, channel, assignee, unread, labelIds } = conversation;
  const dots = labels.filter((label) => labelIds.includes(label.id));
  const prefetch = () => {
    queryClient.setQueryData(conversationQuery(conversation.id).queryKey, (known) => known ?? conversation);
    void queryClient.prefetchInfiniteQuery(messagesQuery(conversation.id));
  };

  return (
    <Link
      to="/inbox/$view/$conversationId"
      params={{ view, conversationId: conversation.id }}
      search={(before: Record<string, string | undefined>) => ({ ...before, message: undefined })}
      activeProps={{}}
      aria-current={current ? "page" : undefined}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      className={cx(
        "relative grid h-row grid-cols-[32px_minmax(0,1fr)] items-center gap-x-3 ps-4 pe-3 outline-offset-[-2px] phone:h-17 phone:grid-cols-[40px_minmax(0,1fr)]",
        "after:absolute after:start-15 after:end-0 after:bottom-0 after:border-b phone:after:start-17",
        current
          ? "bg-surface-selected before:absolute before:inset-y-0 before:start-0 before:w-0.5 before:bg-accent-text"
          : "hover:bg-surface-hover",
      )}
    >
      <Avatar name={contact.name} channel={channel.kind as ChannelKind} className="phone:size-10 phone:text-14" />
      <span className="min-w-0">
        <span className="flex h-5 min-w-0 items-center gap-1.5">
          <span className={cx("cut phone:text-14", unread ? "font-semibold" : "font-medium")} dir="auto">
            {contact.name}
          </span>
          {dots.length > 0 && (
            <span className="flex shrink-0 gap-0.75">
              {dots.slice(0, 4).map((label) => (
                <LabelDot key={label.id} name={label.name} hue={label.hue} />
              ))}
            </span>
          )}
          <span className="ms-auto flex shrink-0 items-center gap-1.5 ps-1">
            {conversation.windowUntil && conversation.state === "open" && <WindowPie until={conversation.windowUntil} />}
            <time
              dateTime={conversation.lastMessageAt}
              title={format.dateTime(conversation.lastMessageAt)}
              className={cx("num text-12 whitespace-nowrap", unread ? "font-medium text-accent-text" : "text-subtle")}
            >
              {format.short(conversation.lastMessageAt)}
            </time>
          </span>
        </span>
        <span className="mt-px flex h-5 min-w-0 items-center gap-1.5">
          <PreviewLine conversation={conversation} />
          <Count value={unread} label={t("common.unread", { count: unread })} />
          <Tooltip label={assignee ? t("inbox.assigned_to", { name: assignee.name }) : t("inbox.unassigned")}>
            <span className="shrink-0">
              <Avatar name={assignee?.name ?? null} size={20} />
              <span className="sr-only">{assignee ? t("inbox.assigned_to", { name: assignee.name }) : t("inbox.unassigned")}</span>
            </span>
          </Tooltip>
        </span>
      </span>
    </Link>
  );
}
