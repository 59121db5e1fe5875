import {
  ClipboardList,
  Contact,
  FileText,
  Image,
  LayoutTemplate,
  List,
  ListChecks,
  Lock,
  type LucideIcon,
  MapPin,
  MessageCircleQuestion,
  MessageSquareReply,
  Mic,
  PhoneCall,
  Settings2,
  ShoppingBag,
  Smile,
  Sticker,
  Video,
} from "lucide-react";
import { useT } from "../i18n/index.ts";
import { cx, StatusTicks } from "../ui/index.ts";
import type { Conversation } from "./conversation-data.ts";
import { useDraft } from "./drafts.ts";
import type { MessageType } from "./message-data.ts";
import { tickOf } from "./message-ticks.tsx";
import { plainText } from "./rich-text.tsx";

export const typeIcons: Partial<Record<MessageType, LucideIcon>> = {
  image: Image,
  video: Video,
  audio: Mic,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: Contact,
  button_reply: MessageSquareReply,
  button: MessageSquareReply,
  list_reply: ListChecks,
  flow_reply: ClipboardList,
  order: ShoppingBag,
  template: LayoutTemplate,
  interactive: List,
  reaction: Smile,
  call_permission: PhoneCall,
  system: Settings2,
  unsupported: MessageCircleQuestion,
  unavailable: MessageCircleQuestion,
};

/** The last message in one line: its ticks or the mark of its type, and who said it. A draft stands before it. */
export function PreviewLine({ conversation: { id, preview, unread } }: { conversation: Conversation }) {
  const t = useT();
  const draft = useDraft(id);
  const unsent = draft.text.trim() || draft.note.trim();
  const classes = cx("flex min-w-0 flex-1 items-center gap-1", unread ? "text-text" : "text-subtle");
  if (unsent)
    return (
      <span className={classes}>
        <span className="cut">
          <span className="text-warning-text">{t("inbox.draft")}</span> <bdi>{unsent}</bdi>
        </span>
      </span>
    );

  const { direction, type, state } = preview;
  const Icon = direction === "note" ? Lock : type ? typeIcons[type] : undefined;
  const failed = direction === "outbound" && (state === "failed" || state === "unknown");
  const text = plainText(preview.text) || (type && type !== "text" ? t(`inbox.type_${type}`) : t("inbox.nothing_yet"));
  const tick = direction === "outbound" ? tickOf(state) : undefined;
  return (
    <span className={classes}>
      {tick && <StatusTicks status={tick} />}
      {Icon && <Icon size={14} className="text-subtle" aria-hidden />}
      <span className={cx("cut", failed && (state === "failed" ? "text-danger-text" : "text-unknown-text"))}>
        {failed
          ? `${t(state === "failed" ? "inbox.not_sent" : "inbox.outcome_unknown")}: `
          : direction === "outbound"
            ? `${t("inbox.you")} `
            : null}
        {direction === "note" && <span className="sr-only">{t("inbox.private_note")}: </span>}
        <bdi>{text}</bdi>
      </span>
    </span>
  );
}
