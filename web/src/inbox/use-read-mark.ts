import { useEffect } from "react";
import { keptUnread, markRead } from "./conversation-actions.ts";
import type { Conversation } from "./conversation-data.ts";

/** Read is what has been on a screen that somebody looks at. */
export function useReadMark({ id, unread }: Conversation, seen: boolean) {
  useEffect(() => {
    const look = () => {
      if (seen && unread > 0 && !keptUnread.has(id) && document.visibilityState === "visible" && document.hasFocus()) void markRead(id);
    };
    look();
    addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [id, unread, seen]);
  useEffect(() => () => void keptUnread.delete(id), [id]);
}
