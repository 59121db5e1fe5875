import { ChevronDown } from "lucide-react";
import { useCan } from "../api/session.ts";
import { ReplyCost } from "../costs/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, Menu } from "../ui/index.ts";
import { useClose } from "./conversation-actions.ts";
import type { Conversation } from "./conversation-data.ts";
import { useNeighbours } from "./inbox-items.ts";

export type SendKey = "enter" | "mod+enter";

/** Sends, or says how else one may. `send` answers whether it did. */
export function ComposerSend({
  conversation,
  note,
  ready,
  send,
  sendKey,
  onSendKey,
}: {
  conversation: Conversation;
  note: boolean;
  ready: boolean;
  send: () => boolean;
  sendKey: SendKey;
  onSendKey: (key: SendKey) => void;
}) {
  const t = useT();
  const can = useCan();
  const close = useClose();
  const { next, previous } = useNeighbours(conversation.id);
  return (
    <span className="flex items-center">
      {!note && <ReplyCost channelId={conversation.channel.id} contactId={conversation.contact.id} />}
      <Button
        variant="primary"
        onClick={send}
        aria-disabled={!ready || undefined}
        title={sendKey === "enter" ? t("inbox.enter_sends") : t("inbox.mod_enter_sends")}
        className="rounded-e-none!"
      >
        {t(note ? "inbox.add_note" : "inbox.send")}
      </Button>
      <Menu
        align="end"
        side="top"
        trigger={
          <Button variant="primary" aria-label={t("inbox.send_options")} className="rounded-s-none! border-s-on-accent/25! px-1.5!">
            <ChevronDown size={14} />
          </Button>
        }
        items={[
          !note &&
            can("inbox.close") &&
            conversation.state === "open" && {
              label: t("inbox.send_and_close"),
              disabled: !ready,
              onSelect: () => void (send() && close(conversation, next ?? previous)),
            },
          !note && "separator",
          { heading: t("inbox.send_with") },
          { label: t("inbox.enter_sends"), checked: sendKey === "enter", onSelect: () => onSendKey("enter") },
          { label: t("inbox.mod_enter_sends"), checked: sendKey === "mod+enter", onSelect: () => onSendKey("mod+enter") },
        ]}
      />
    </span>
  );
}

/** How much may still be written, near the end; how much is too much, after it. */
export function CharactersLeft({ length, most }: { length: number; most: number }) {
  const t = useT();
  const format = useFormat();
  if (length <= most - 300) return null;
  const tooLong = length > most;
  return (
    <span role="status" className={`num pe-2 text-12 ${tooLong ? "text-danger-text" : "text-subtle"}`}>
      {tooLong ? t("inbox.too_long", { count: length - most }) : format.number(most - length)}
    </span>
  );
}
