import { useSyncExternalStore } from "react";
import type { InteractiveDraft } from "./interactive-draft.ts";
import type { Message } from "./message-data.ts";
import type { Upload } from "./upload.ts";

export type Mode = "reply" | "note" | "template";

/** What is being written in a conversation. In memory only: what people write is not left behind in a browser's storage. */
export interface Draft {
  mode: Mode;
  text: string;
  note: string;
  replyTo: Message | null;
  uploads: Upload[];
  /** Whether the first address in the text is shown with a preview. */
  linkPreview: boolean;
  /** Buttons, a list, ... that was begun and not sent. */
  interactive: InteractiveDraft | null;
}

export const emptyDraft: Draft = { mode: "reply", text: "", note: "", replyTo: null, uploads: [], linkPreview: true, interactive: null };

const drafts = new Map<string, Draft>();
const watchers = new Set<() => void>();
const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export const readDraft = (conversationId: string) => drafts.get(conversationId) ?? emptyDraft;

export function changeDraft(conversationId: string, change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) {
  const before = readDraft(conversationId);
  drafts.set(conversationId, { ...before, ...(typeof change === "function" ? change(before) : change) });
  for (const watcher of watchers) watcher();
}

export const useDraft = (conversationId: string) => useSyncExternalStore(subscribe, () => readDraft(conversationId));
