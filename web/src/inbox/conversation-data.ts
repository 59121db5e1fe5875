import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { keyset, type Page } from "../api/query.ts";
import type { Hue } from "../ui/index.ts";
import type { Direction, MessageState, MessageType } from "./message-data.ts";

export type View = "mine" | "unassigned" | "open" | "closed" | "failed";

export interface Conversation {
  id: string;
  state: "open" | "closed";
  contact: { id: string; name: string };
  channel: { id: string; kind: string; name: string };
  assignee: { id: string; name: string } | null;
  labelIds: string[];
  lastMessageAt: string;
  preview: { direction: Direction | null; type: MessageType | null; text: string; state: MessageState | null };
  unread: number;
  windowUntil: string | null;
  messageCount: number;
}

export interface ListFilters {
  view: View;
  label?: string;
  channel?: string;
}

export interface Label {
  id: string;
  name: string;
  hue: Hue;
}

export interface Counts extends Record<View, number> {
  unread: number;
  labels: Record<string, number>;
}

export const conversationsQuery = (filters: ListFilters) =>
  keyset(["conversations", filters], ({ after, limit, signal }) =>
    request<Page<Conversation>>("GET", "/conversations", { query: { ...filters, after, limit }, signal }),
  );

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ["conversation", id],
    queryFn: ({ signal }) => request<Conversation>("GET", `/conversations/${id}`, { signal }),
  });

export const countsQuery = queryOptions({
  queryKey: ["conversation-counts"],
  queryFn: ({ signal }) => request<Counts>("GET", "/conversations/counts", { signal }),
});

const labelsQuery = queryOptions({
  queryKey: ["labels"],
  queryFn: async ({ signal }) => (await request<Page<Label>>("GET", "/labels", { signal })).items,
  staleTime: 5 * 60_000,
});
export const useLabels = () => useQuery(labelsQuery).data ?? [];

export interface Member {
  id: string;
  name: string;
  role: string;
  active: boolean;
}
const membersQuery = queryOptions({
  queryKey: ["members", "all"],
  queryFn: async ({ signal }) => (await request<Page<Member>>("GET", "/members", { query: { limit: 100 }, signal })).items,
  staleTime: 5 * 60_000,
});
export const useMembers = () => useQuery(membersQuery).data ?? [];

export interface ChannelSummary {
  id: string;
  kind: string;
  name: string;
  state: string;
  displayPhoneNumber?: string;
}
const channelsQuery = queryOptions({
  queryKey: ["channels", "all"],
  queryFn: async ({ signal }) => (await request<Page<ChannelSummary>>("GET", "/channels", { signal })).items,
  staleTime: 5 * 60_000,
});
export const useChannels = () => useQuery(channelsQuery);
