import { createContext, useContext } from "react";
import type { Conversation } from "./conversation-data.ts";

/** What the list shows: an opened conversation asks it for its neighbours. */
export const InboxItems = createContext<Conversation[]>([]);

export function useNeighbours(conversationId: string) {
  const items = useContext(InboxItems);
  const at = items.findIndex((item) => item.id === conversationId);
  return { next: at < 0 ? items[0] : items[at + 1], previous: at > 0 ? items[at - 1] : undefined };
}
