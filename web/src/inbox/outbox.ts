import { useSyncExternalStore } from "react";
import { ApiError, refusal } from "../api/client.ts";
import { retryAfter } from "../api/live.ts";
import { queryClient } from "../api/query.ts";
import { meQuery } from "../api/session.ts";
import { refreshConversation } from "./conversation-cache.ts";
import { mergeMessages } from "./message-cache.ts";
import type { Message, StoredFile } from "./message-data.ts";

export type SendBody =
  | { type: "text"; text: string; replyTo?: string }
  | { type: "image" | "document"; fileId: string; text?: string; replyTo?: string }
  | { type: "template"; name: string; language: string; parameters: TemplateParameters }
  | { type: "note"; text: string };

export interface TemplateParameters {
  header?: string[];
  body?: string[] | Record<string, string>;
  buttons?: { index: number; value: string }[];
  headerFileId?: string;
}

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
const running = new Set<string>();
const watchers = new Set<() => void>();
/** A message keeps the key of the row it was sent as: the row stays the same element. */
const rowKeys = new Map<string, string>();
export const rowKey = (messageId: string) => rowKeys.get(messageId) ?? messageId;

const set = (next: Pending[]) => {
  queue = next;
  for (const watcher of watchers) watcher();
};
const update = (id: string, change: Partial<Pending>) => set(queue.map((each) => (each.id === id ? { ...each, ...change } : each)));

export const usePending = (conversationId: string) => {
  const all = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => queue,
  );
  return all.filter((each) => each.conversationId === conversationId);
};

/** Shows it at once and sends it. The id is made here and stays through every try, so the server takes it once. */
export function send(conversationId: string, body: SendBody, shown: Pending["shown"]) {
  set([...queue, { id: crypto.randomUUID(), conversationId, body, at: new Date().toISOString(), state: "sending", shown }]);
  void work(conversationId);
}

export const discard = (id: string) => set(queue.filter((each) => each.id !== id));
export function tryAgain(pending: Pending) {
  update(pending.id, { state: "sending" });
  void work(pending.conversationId);
}

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

/** One after the other within a conversation: what was written first arrives first. */
async function work(conversationId: string) {
  if (running.has(conversationId)) return;
  running.add(conversationId);
  let failures = 0;
  for (;;) {
    const next = queue.find((each) => each.conversationId === conversationId && each.state !== "refused");
    if (!next) break;
    try {
      const message = await deliver(next);
      failures = 0;
      rowKeys.set(message.id, next.id);
      mergeMessages(conversationId, [message]);
      discard(next.id);
      refreshConversation(conversationId);
    } catch (error) {
      const refused = error instanceof ApiError ? error : new ApiError(0, { code: "unexpected", message: String(error) });
      if (mayPass(refused)) {
        update(next.id, { state: "waiting" });
        await pause(retryAfter(++failures));
      } else update(next.id, { state: "refused", error: refused });
    }
  }
  running.delete(conversationId);
}

const mayPass = (error: ApiError) => error.status === 0 || error.status === 429 || error.status >= 502 || error.code === "in_progress";

async function deliver({ id, conversationId, body }: Pending): Promise<Message> {
  const { type, ...note } = body;
  const response = await fetch(`/api/v1/conversations/${conversationId}/${type === "note" ? "notes" : "messages"}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", "idempotency-key": id },
    body: JSON.stringify(type === "note" ? note : body),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => {
    throw new ApiError(0, { code: "offline", message: "The server cannot be reached." });
  });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as Message;
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    addEventListener("online", () => (clearTimeout(timer), resolve()), { once: true });
  });

addEventListener("beforeunload", (event) => {
  if (queue.some((each) => each.state !== "refused")) event.preventDefault();
});
