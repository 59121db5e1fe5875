import { useState } from "react";
import { useLive } from "../api/live.ts";
import { useT } from "../i18n/index.ts";
import { cachedConversation, refreshConversation } from "./conversation-cache.ts";
import { refreshMessages } from "./message-cache.ts";
import { keptUnread } from "./conversation-actions.ts";

/** Keeps lists and threads as they are on the server; gives back the sentence a screen reader is told. */
export function useInboxLive(opened: string | undefined) {
  const t = useT();
  const [said, say] = useState("");
  useLive(({ name, conversationId, ...event }) => {
    if (!conversationId || !(name.startsWith("message.") || name.startsWith("conversation."))) return;
    refreshConversation(conversationId);
    if (name === "message.received") keptUnread.delete(conversationId);
    const messageId = typeof event.messageId === "string" ? event.messageId : undefined;
    void refreshMessages(conversationId, messageId)
      .then((fresh) => {
        const last = fresh.find((message) => message.direction === "inbound");
        if (!last || opened !== conversationId) return;
        const who = last.author?.name ?? cachedConversation(conversationId)?.contact.name ?? "";
        say(t("inbox.announce", { name: who, text: last.text ?? t(`inbox.type_${last.type}`) }));
      })
      .catch(() => undefined);
    if (name === "message.received" && opened !== conversationId) {
      const who = cachedConversation(conversationId)?.contact.name;
      if (who) say(t("inbox.announce_elsewhere", { name: who }));
    }
  });
  return said;
}
