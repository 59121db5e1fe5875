import type { InfiniteData } from "@tanstack/react-query";
import { queryClient } from "../api/query.ts";
import { type Message, messagesQuery, newestMessages, oneMessage, type ThreadPage } from "./message-data.ts";
import { awaitsAnswer } from "./pending.ts";

type Pages = InfiniteData<ThreadPage>;

/** Messages as they are now replace what is shown; those not shown yet are added at the new end. */
export function mergeMessages(conversationId: string, messages: Message[]) {
  for (const [key, data] of queryClient.getQueriesData<Pages>({ queryKey: ["messages", conversationId] })) {
    if (data) queryClient.setQueryData<Pages>(key, merged(data, messages));
  }
}

export function merged(data: Pages, messages: Message[]): Pages {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const known = new Set(data.pages.flatMap((page) => page.items.map((item) => item.id)));
  const [first, ...others] = data.pages.map((page) => ({ ...page, items: page.items.map((item) => byId.get(item.id) ?? item) }));
  // A thread opened in its middle does not reach the new end.
  const fresh = first?.newer ? [] : messages.filter((message) => !known.has(message.id));
  if (!first || fresh.length === 0) return first ? { ...data, pages: [first, ...others] } : data;
  const items = [...fresh, ...first.items].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  return { ...data, pages: [{ ...first, items }, ...others] };
}

/** More changes than these above the newest page and all of it is read again. */
const mostSingles = 8;

/**
 * What is new in a thread that is loaded, and those of `touched` that are further up. Gives back the messages that were not there before.
 */
export async function refreshMessages(conversationId: string, touched: ReadonlySet<string> = new Set()): Promise<Message[]> {
  const key = messagesQuery(conversationId).queryKey;
  if (!queryClient.getQueriesData({ queryKey: ["messages", conversationId] }).some(([, data]) => data)) return [];
  const newest = await newestMessages(conversationId);
  const loaded = queryClient.getQueriesData<Pages>({ queryKey: ["messages", conversationId] });
  const shown = new Set(loaded.flatMap(([, pages]) => pages?.pages.flatMap((page) => page.items.map((item) => item.id)) ?? []));
  const above = [...touched].filter((id) => shown.has(id) && !newest.items.some((item) => item.id === id));
  if (above.length > mostSingles) void queryClient.invalidateQueries({ queryKey: ["messages", conversationId] });
  else if (above.length > 0) mergeMessages(conversationId, await Promise.all(above.map((id) => oneMessage(conversationId, id))));
  const data = queryClient.getQueryData<Pages>(key);
  const known = new Set(data?.pages.flatMap((page) => page.items.map((item) => item.id)));
  if (data && newest.next !== null && !newest.items.some((message) => known.has(message.id))) {
    queryClient.setQueryData<Pages>(key, { pages: [newest], pageParams: [{}] });
    return newest.items;
  }
  const seen = newest.items.filter((message) => known.has(message.id) || !awaitsAnswer(message));
  mergeMessages(conversationId, seen);
  return seen.filter((message) => !known.has(message.id));
}
