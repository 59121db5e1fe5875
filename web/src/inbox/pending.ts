import { useMemo, useSyncExternalStore } from "react";
import type { ApiError } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import type { components } from "../api/schema.d.ts";
import { meQuery } from "../api/session.ts";
import type { Message, StoredFile } from "./message-data.ts";

/** What the API takes (docs/messages.md). A reaction is no message of its own: react.ts. */
export type SendMessage = Exclude<components["schemas"]["SendMessageInput"], { type: "reaction" }>;
export type TemplateParameters = NonNullable<Extract<SendMessage, { type: "template" }>["parameters"]>;
export type SendBody = SendMessage | { type: "note"; text: string };

/** What was sent here and not answered yet. `waiting`: no connection, asked again with the same id; `refused`: it will not go. */
export interface Pending {
  id: string;
  conversationId: string;
  body: SendBody;
  at: string;
  state: "sending" | "waiting" | "refused";
  error?: ApiError;
  /** What the thread shows meanwhile. */
  shown: { text: string | null; content?: Record<string, unknown>; file?: StoredFile; replyTo?: Message["replyTo"] };
}

let queue: Pending[] = [];
const watchers = new Set<() => void>();
const set = (next: Pending[]) => {
  queue = next;
  for (const watcher of watchers) watcher();
};
const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export const addPending = (pending: Pending) => set([...queue, pending]);
export const changePending = (id: string, change: Partial<Pending>) =>
  set(queue.map((each) => (each.id === id ? { ...each, ...change } : each)));
export const discard = (id: string) => set(queue.filter((each) => each.id !== id));

/** The oldest of a conversation that still wants to go. */
export const nextPending = (conversationId: string) =>
  queue.find((each) => each.conversationId === conversationId && each.state !== "refused");
export const pendingIds = (conversationId: string) => queue.filter((each) => each.conversationId === conversationId).map((each) => each.id);
export const anyPending = () => queue.some((each) => each.state !== "refused");

export function usePending(conversationId: string): Pending[] {
  const all = useSyncExternalStore(subscribe, () => queue);
  return useMemo(() => all.filter((each) => each.conversationId === conversationId), [all, conversationId]);
}

/** A message keeps the key of the row it was sent as: the row stays the same element. */
const rowKeys = new Map<string, string>();
export const keepRow = (messageId: string, pendingId: string) => rowKeys.set(messageId, pendingId);
export const rowKey = (messageId: string) => rowKeys.get(messageId) ?? messageId;

/** True for a message of ours that an unanswered send may be: the answer brings it, the live stream must not show it twice. */
export function awaitsAnswer(message: Message): boolean {
  const me = queryClient.getQueryData(meQuery.queryKey)?.member.id;
  return (
    (message.direction === "outbound" || message.direction === "note") &&
    message.author?.id === me &&
    queue.some((each) => each.conversationId === message.conversationId && each.state !== "refused" && message.at > before(each.at))
  );
}
/** Clocks of browser and server differ a little. */
const before = (at: string) => new Date(Date.parse(at) - 30_000).toISOString();
