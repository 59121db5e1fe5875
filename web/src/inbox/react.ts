import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { toastError } from "../ui/index.ts";
import { mergeMessages } from "./message-cache.ts";
import { type Message, messagesQuery, type ThreadPage } from "./message-data.ts";
import { ours, withOurs } from "./reaction-list.ts";

const latest = new Map<string, number>();

/** Shown at once; what the server refuses is undone, unless one has reacted otherwise meanwhile. */
export async function react(message: Message, emoji: string) {
  const { id, conversationId } = message;
  const turn = (latest.get(id) ?? 0) + 1;
  latest.set(id, turn);
  const before = ours(message);
  const put = (shown: string) => {
    const now = cached(conversationId, id) ?? message;
    mergeMessages(conversationId, [{ ...now, reactions: withOurs(now.reactions, shown, new Date().toISOString()) }]);
  };
  put(emoji);
  try {
    const body = { type: "reaction", messageId: id, emoji };
    const answer = await request<Message>("POST", `/conversations/${conversationId}/messages`, { body });
    if (answer.id === id && latest.get(id) === turn) mergeMessages(conversationId, [answer]);
  } catch (error) {
    if (latest.get(id) === turn) put(before);
    toastError(error);
  }
}

const cached = (conversationId: string, messageId: string): Message | undefined =>
  queryClient
    .getQueriesData<{ pages: ThreadPage[] }>({ queryKey: messagesQuery(conversationId).queryKey.slice(0, 2) })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? [])
    .find((message) => message.id === messageId);
