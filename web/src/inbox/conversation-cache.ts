import type { InfiniteData } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { type Page, queryClient } from "../api/query.ts";
import { meQuery } from "../api/session.ts";
import { type Conversation, conversationQuery, countsQuery, type ListFilters } from "./conversation-data.ts";

type Pages = InfiniteData<Page<Conversation>>;

export const cachedConversation = (id: string): Conversation | undefined => {
  const alone = queryClient.getQueryData(conversationQuery(id).queryKey);
  if (alone) return alone;
  for (const [, data] of queryClient.getQueriesData<Pages>({ queryKey: ["conversations"] })) {
    for (const page of data?.pages ?? []) {
      const found = page.items.find((item) => item.id === id);
      if (found) return found;
    }
  }
  return undefined;
};

/** Puts a conversation as it is now into every loaded list it belongs to, at its place, and out of the others. */
export function putConversation(item: Conversation) {
  const me = queryClient.getQueryData(meQuery.queryKey)?.member.id;
  queryClient.setQueryData(conversationQuery(item.id).queryKey, item);
  for (const [key, data] of queryClient.getQueriesData<Pages>({ queryKey: ["conversations"] })) {
    if (data) queryClient.setQueryData<Pages>(key, placed(data, item, belongs(item, key[1] as ListFilters, me)));
  }
}

/** Optimistic: changes it here at once, asks the server, and takes the change back when refused. */
export async function changeConversation(id: string, change: Partial<Conversation>, ask: () => Promise<unknown>) {
  const before = cachedConversation(id);
  if (before) putConversation({ ...before, ...change });
  try {
    await ask();
  } catch (error) {
    if (before) putConversation(before);
    throw error;
  }
  refreshCounts();
}

const asked = new Map<string, ReturnType<typeof setTimeout>>();
/** Something happened in it: fetched once for all that happens within a moment. */
export function refreshConversation(id: string) {
  if (asked.has(id)) return;
  asked.set(
    id,
    setTimeout(() => {
      asked.delete(id);
      request<Conversation>("GET", `/conversations/${id}`)
        .then(putConversation)
        .catch(() => queryClient.invalidateQueries({ queryKey: ["conversations"] }));
    }, 120),
  );
}

let counting = false;
export function refreshCounts() {
  if (counting) return;
  counting = true;
  setTimeout(() => {
    counting = false;
    void queryClient.invalidateQueries({ queryKey: countsQuery.queryKey });
  }, 800);
}

export function belongs(item: Conversation, filters: ListFilters, me: string | undefined): boolean {
  if (filters.label && !item.labelIds.includes(filters.label)) return false;
  if (filters.channel && item.channel.id !== filters.channel) return false;
  if (filters.view === "closed") return item.state === "closed";
  if (item.state !== "open") return false;
  if (filters.view === "failed") return item.preview.state === "failed";
  if (filters.view === "mine") return item.assignee?.id === me;
  return filters.view === "open" || item.assignee === null;
}

export function placed(data: Pages, item: Conversation, fits: boolean): Pages {
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter((each) => each.id !== item.id) }));
  if (!fits) return { ...data, pages };
  const after = (each: Conversation) =>
    each.lastMessageAt < item.lastMessageAt || (each.lastMessageAt === item.lastMessageAt && each.id < item.id);
  for (const [index, page] of pages.entries()) {
    const at = page.items.findIndex(after);
    const isEnd = index === pages.length - 1 && page.next === null;
    if (at < 0 && !isEnd) continue;
    page.items = at < 0 ? [...page.items, item] : [...page.items.slice(0, at), item, ...page.items.slice(at)];
    break;
  }
  return { ...data, pages };
}
