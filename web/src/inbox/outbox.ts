import { ApiError, refusal } from "../api/client.ts";
import { retryAfter } from "../api/live.ts";
import { refreshConversation } from "./conversation-cache.ts";
import { mergeMessages } from "./message-cache.ts";
import type { Message } from "./message-data.ts";
import {
  addPending,
  anyPending,
  changePending,
  discard,
  keepRow,
  nextPending,
  type Pending,
  pendingIds,
  type SendBody,
} from "./pending.ts";

const running = new Set<string>();

/** Shows it at once and sends it. The id is made here and stays through every try, so the server takes it once. */
export function send(conversationId: string, body: SendBody, shown: Pending["shown"]) {
  addPending({ id: crypto.randomUUID(), conversationId, body, at: new Date().toISOString(), state: "sending", shown });
  void work(conversationId);
}

/** For a form that stays open until the server has taken it: what is refused comes back to the form instead of into the thread. */
export function sendFromForm(conversationId: string, body: SendBody, shown: Pending["shown"], left: AbortSignal): Promise<ApiError | null> {
  const id = crypto.randomUUID();
  const answer = new Promise<ApiError | null>((resolve) => forms.set(id, resolve));
  // Closed before the answer: a refusal then stands in the thread, not nowhere.
  left.addEventListener("abort", () => tellForm(id, null), { once: true });
  addPending({ id, conversationId, body, at: new Date().toISOString(), state: "sending", shown });
  void work(conversationId);
  return answer;
}
const forms = new Map<string, (refused: ApiError | null) => void>();
/** True when a form was waiting. Without a connection it closes, too: the thread shows what waits. */
const tellForm = (id: string, refused: ApiError | null) => {
  const tell = forms.get(id);
  forms.delete(id);
  tell?.(refused);
  return tell !== undefined;
};

export function tryAgain(pending: Pending) {
  changePending(pending.id, { state: "sending" });
  void work(pending.conversationId);
}

/** One after the other within a conversation: what was written first arrives first. */
async function work(conversationId: string) {
  if (running.has(conversationId)) return;
  running.add(conversationId);
  let failures = 0;
  for (;;) {
    const next = nextPending(conversationId);
    if (!next) break;
    try {
      const message = await deliver(next);
      failures = 0;
      keepRow(message.id, next.id);
      mergeMessages(conversationId, [message]);
      discard(next.id);
      tellForm(next.id, null);
      refreshConversation(conversationId);
    } catch (error) {
      const refused = error instanceof ApiError ? error : new ApiError(0, { code: "unexpected", message: String(error) });
      if (mayPass(refused)) {
        changePending(next.id, { state: "waiting" });
        // Those behind it wait as well.
        for (const id of pendingIds(conversationId)) tellForm(id, null);
        await pause(retryAfter(++failures));
      } else if (tellForm(next.id, refused)) discard(next.id);
      else changePending(next.id, { state: "refused", error: refused });
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
    const now = () => {
      clearTimeout(timer);
      resolve();
    };
    addEventListener("online", now, { once: true });
  });

addEventListener("beforeunload", (event) => {
  if (anyPending()) event.preventDefault();
});
