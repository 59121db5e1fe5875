import { Ban, Copy, Download, EllipsisVertical, Reply, SmilePlus, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan, useMe } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { ContextMenu, cx, IconButton, Menu, type MenuItem, toast, toastError } from "../ui/index.ts";
import { focusComposer } from "./composer-focus.ts";
import { changeDraft } from "./drafts.ts";
import { mergeMessages } from "./message-cache.ts";
import { fileUrl, type Message } from "./message-data.ts";
import type { Pending } from "./pending.ts";
import { ReactPicker } from "./react-picker.tsx";
import { useThread } from "./thread-context.ts";

const coarse = matchMedia("(pointer: coarse)").matches;

/** What one can do with a message: two buttons beside it, and on a phone a long press. */
export function RowMenu({
  message,
  pending,
  wide,
  children,
}: {
  message: Message;
  pending: Pending | undefined;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const [reacting, setReacting] = useState(false);
  const { mayReact } = useThread();
  const reacts = mayReact && hasArrived(message);
  // The menu gives the focus back first.
  const items = useItems(message, reacts && coarse ? () => setTimeout(() => setReacting(true), 50) : undefined);
  if (pending || items.length === 0) return children;
  const inbound = message.direction === "inbound";
  return (
    <div className="relative max-w-full">
      {coarse ? <ContextMenu items={items}>{children as React.ReactElement}</ContextMenu> : children}
      {coarse && reacts && <ReactPicker message={message} open={reacting} onOpenChange={setReacting} hidden />}
      {!coarse && (
        <div
          className={cx(
            "absolute top-0.5 flex opacity-0 transition-opacity duration-fast group-hover/row:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100",
            wide ? "end-12" : inbound ? "start-full ms-1" : "end-full me-1 flex-row-reverse",
          )}
        >
          <Menu
            align={inbound ? "start" : "end"}
            items={items}
            trigger={
              <IconButton size="sm" label={t("inbox.message_actions")} data-row-menu="">
                <EllipsisVertical size={14} />
              </IconButton>
            }
          />
          {reacts && <ReactPicker message={message} open={reacting} onOpenChange={setReacting} />}
        </div>
      )}
    </div>
  );
}

/** WhatsApp knows it: it can be quoted and reacted to. */
const hasArrived = ({ direction, state, revokedAt }: Message) =>
  !revokedAt &&
  (direction === "inbound" || (direction === "outbound" && !["failed", "unknown", "queued", "sending", "cancelled"].includes(state ?? "")));

function useItems(message: Message, onReact: (() => void) | undefined): MenuItem[] {
  const t = useT();
  const can = useCan();
  const { data: me } = useMe();
  const { conversationId, id, text, file, direction, state } = message;
  const items: MenuItem[] = [];
  if (hasArrived(message) && can("inbox.reply")) {
    items.push({
      label: t("inbox.reply"),
      icon: <Reply size={14} className="flip-rtl" />,
      onSelect: () => {
        changeDraft(conversationId, { mode: "reply", replyTo: message });
        setTimeout(focusComposer, 50);
      },
    });
  }
  if (onReact) items.push({ label: t("sending.react"), icon: <SmilePlus size={14} />, onSelect: onReact });
  if (text) {
    items.push({
      label: t("inbox.copy_text"),
      icon: <Copy size={14} />,
      onSelect: () => void navigator.clipboard.writeText(text).then(() => toast({ title: t("common.copied"), duration: 2000 })),
    });
  }
  if (file?.state === "stored") {
    items.push({
      label: t("inbox.download"),
      icon: <Download size={14} />,
      onSelect: () => location.assign(`${fileUrl(file.id)}?download=true`),
    });
  }
  if (direction === "outbound" && state === "queued" && can("inbox.reply")) {
    const cancel = () =>
      request<Message>("POST", `/conversations/${conversationId}/messages/${id}/cancel`).then((answer) =>
        mergeMessages(conversationId, [answer]),
      );
    items.push({ label: t("inbox.cancel_sending"), icon: <Ban size={14} />, onSelect: () => void cancel().catch(toastError) });
  }
  if (direction === "note" && message.author?.id === me?.member.id && can("inbox.note")) {
    const remove = async () => {
      await request("DELETE", `/conversations/${conversationId}/notes/${id}`);
      await queryClient.invalidateQueries({ queryKey: ["messages", conversationId] });
    };
    items.push({
      label: t("inbox.delete_note"),
      icon: <Trash2 size={14} />,
      danger: true,
      onSelect: () => void remove().catch(toastError),
    });
  }
  return items;
}

/** Up and down go from one message's button to the next, instead of a tab through everything between. */
export function moveBetweenMenus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target as HTMLElement;
  if (!step || !here.matches("[data-row-menu]") || here.getAttribute("aria-expanded") === "true") return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row-menu]")];
  const to = all[all.indexOf(here) + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: "nearest" });
}
