import type { InfiniteData } from "@tanstack/react-query";
import { type Page, queryClient } from "../api/query.ts";
import { type Message, messagesAround, messagesQuery, newestMessages } from "./message-data.ts";
import { awaitsAnswer } from "./outbox.ts";

type Pages = InfiniteData<Page<Message>>;

/** Messages as they are now replace what is shown; those not shown yet are added at the new end. */
export function mergeMessages(conversationId: string, messages: Message[], add: boolean) {
  const byId = new Map(messages.map((message) => [message.id, message]));
  for (const [key, data] of queryClient.getQueriesData<Pages>({ queryKey: ["messages", conversationId] })) {
    if (!data) continue;
    const known = new Set(data.pages.flatMap((page) => page.items.map((item) => item.id)));
    const pages = data.pages.map((page) => ({ ...page, items: page.items.map((item) => byId.get(item.id) ?? item) }));
    // A thread opened in its middle does not reach the new end.
    const fresh = add && key[2] === "" ? messages.filter((message) => !known.has(message.id)) : [];
    const [first, ...others] = pages;
    if (!first) continue;
    const items = [...fresh, ...first.items].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
    queryClient.setQueryData<Pages>(key, { ...data, pages: [{ ...first, items: fresh.length ? items : first.items }, ...others] });
  }
}

/** What is new in a thread that is loaded. Gives back the messages that were not there before. */
export async function refreshMessages(conversationId: string, messageId: string | undefined): Promise<Message[]> {
  const key = messagesQuery(conversationId).queryKey;
  const data = queryClient.getQueryData<Pages>(key);
  if (!data) return [];
  const known = new Map(data.pages.flatMap((page) => page.items.map((item) => [item.id, item] as const)));
  const old = messageId && [...known.keys()].indexOf(messageId) >= 20;
  if (old) {
    mergeMessages(conversationId, (await messagesAround(conversationId, messageId, 3)).items, false);
    return [];
  }
  const newest = await newestMessages(conversationId);
  const overlaps = newest.next === null || newest.items.some((message) => known.has(message.id));
  if (!overlaps) {
    queryClient.setQueryData<Pages>(key, { pages: [newest], pageParams: [""] });
    return newest.items;
  }
  const seen = newest.items.filter((message) => known.has(message.id) || !awaitsAnswer(message));
  mergeMessages(conversationId, seen, true);
  return seen.filter((message) => !known.has(message.id));
}
