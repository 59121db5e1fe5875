import { Reply, X } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { IconButton } from "../ui/index.ts";
import type { Conversation } from "./conversation-data.ts";
import { changeDraft } from "./drafts.ts";
import type { Message } from "./message-data.ts";

/** What the reply will quote. */
export function ComposerQuote({ conversation, quoted }: { conversation: Conversation; quoted: Message }) {
  const t = useT();
  return (
    <div className="mx-2.5 mt-2 flex items-center gap-2 rounded-6 border-s-2 border-accent-text bg-bubble-quote py-1 ps-2 pe-1 text-12 text-muted">
      <Reply size={14} className="flip-rtl text-accent-text" aria-hidden />
      <p className="min-w-0 flex-1">
        <b className="cut block text-accent-text">{quoted.direction === "inbound" ? conversation.contact.name : t("inbox.you_short")}</b>
        <span className="cut block">
          <bdi>{quoted.text ?? t(`inbox.type_${quoted.type}`)}</bdi>
        </span>
      </p>
      <IconButton size="sm" label={t("inbox.reply_cancel")} onClick={() => changeDraft(conversation.id, { replyTo: null })}>
        <X size={14} />
      </IconButton>
    </div>
  );
}
