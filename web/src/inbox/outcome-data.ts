import { queryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { type Page, queryClient } from "../api/query.ts";
import type { Failure, MessageState } from "./message-data.ts";

export interface Request {
  number: number;
  at: string;
  answeredAt: string | null;
  outcome: "accepted" | "failed" | "unknown" | "retry" | null;
  failure: Failure | null;
}
export interface Told {
  state: "sent" | "delivered" | "read" | "failed" | "arrived" | "not_arrived";
  at: string;
  by: { kind: string; name: string | null } | null;
}
export interface Attempt {
  id: string;
  current: boolean;
  state: MessageState | "planned" | "skipped" | "expired";
  reason: string | null;
  to: string | null;
  by: { kind: string; name: string | null };
  at: string;
  dueAt: string | null;
  failure: Failure | null;
  requests: Request[];
  told: Told[];
}
export interface Attempts {
  arrived: number;
  items: Attempt[];
}

export const attemptsQuery = (conversationId: string, messageId: string) =>
  queryOptions({
    queryKey: ["attempts", messageId],
    queryFn: ({ signal }) => request<Attempts>("GET", `/conversations/${conversationId}/messages/${messageId}/attempts`, { signal }),
    staleTime: 0,
  });
/** Only the one that is looked at asks again. */
export const attemptsChanged = (messageId: string) => void queryClient.invalidateQueries({ queryKey: ["attempts", messageId] });

type Member = { name: string; role: string; active: boolean };
/** Who may put a number right: those whose role allows it. */
export const managersQuery = queryOptions({
  queryKey: ["managers"],
  queryFn: ({ signal }) => request<Page<Member>>("GET", "/members", { query: { limit: 100 }, signal }),
  select: (page: Page<Member>) =>
    page.items.filter((each) => each.active && ["owner", "admin"].includes(each.role)).map((each) => each.name),
  staleTime: 10 * 60_000,
});
