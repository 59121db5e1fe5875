import { useRef, useState } from "react";
import { useLive } from "../api/live.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { keptUnread } from "./conversation-actions.ts";
import { cachedConversation, refreshConversation } from "./conversation-cache.ts";
import { refreshMessages } from "./message-cache.ts";
import { attemptsChanged } from "./outcome-data.ts";

/** Keeps lists and threads as they are on the server; gives back the sentence a screen reader is told. */
export function useInboxLive(opened: string | undefined) {
  const t = useT();
  const [said, say] = useState("");
  const refreshing = useRef(new Map<string, "running" | "again">());
  const touched = useRef(new Map<string, Set<string>>());

  /** Many statuses arrive at once: one request is under way, one more follows. */
  const refresh = async (conversationId: string): Promise<void> => {
    if (refreshing.current.has(conversationId)) {
      refreshing.current.set(conversationId, "again");
      return;
    }
    refreshing.current.set(conversationId, "running");
    const ids = touched.current.get(conversationId);
    touched.current.delete(conversationId);
    const fresh = await refreshMessages(conversationId, ids).catch(() => []);
    const again = refreshing.current.get(conversationId) === "again";
    refreshing.current.delete(conversationId);
    const last = fresh.find((message) => message.direction === "inbound");
    if (last && opened === conversationId) {
      const name = cachedConversation(conversationId)?.contact.name ?? "";
      say(t("inbox.announce", { name, text: last.text ?? t(`inbox.type_${last.type}`) }));
    }
    if (again) await refresh(conversationId);
  };

  useLive(({ name, conversationId, messageId }) => {
    if (name === "label.changed") void queryClient.invalidateQueries({ queryKey: ["labels"] });
    // Whether the number sends decides what is said of all that waits.
    if (name === "channel.updated" && opened) void refresh(opened);
    if (typeof messageId === "string") attemptsChanged(messageId);
    if (!conversationId || !/^(message|conversation|note)\./.test(name)) return;
    if (typeof messageId === "string") {
      const ids = touched.current.get(conversationId) ?? new Set();
      touched.current.set(conversationId, ids.add(messageId));
    }
    refreshConversation(conversationId);
    if (name === "conversation.read") return;
    if (name === "note.deleted") void queryClient.invalidateQueries({ queryKey: ["messages", conversationId] });
    else void refresh(conversationId);
    if (name !== "message.received") return;
    keptUnread.delete(conversationId);
    const who = cachedConversation(conversationId)?.contact.name;
    if (who && opened !== conversationId) say(t("inbox.announce_elsewhere", { name: who }));
  });
  return said;
}
