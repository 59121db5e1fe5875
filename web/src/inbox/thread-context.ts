import { createContext, useContext } from "react";
import type { Conversation } from "./conversation-data.ts";

/** What every part of a message may need of the thread around it. */
export interface ThreadAround {
  conversation: Conversation;
  jump: (messageId: string) => void;
  openImage: (messageId: string) => void;
  /** The window is open and one may answer. */
  mayReact: boolean;
  /** The words that were searched for. */
  highlight: string | undefined;
}

export const ThreadContext = createContext<ThreadAround | null>(null);

export function useThread(): ThreadAround {
  const value = useContext(ThreadContext);
  if (!value) throw new Error("a message is shown inside a Thread");
  return value;
}
