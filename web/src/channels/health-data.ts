import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset, type Page } from "../api/query.ts";

export type HealthAction =
  | "renew_token"
  | "resume"
  | "repair_webhooks"
  | "check_again"
  | "open_parked"
  | "open_limits"
  | "move_number"
  | "connect_again"
  | "open_manager";
export interface HealthReason {
  code: string;
  severity: "warning" | "danger";
  action: HealthAction | null;
  facts: Record<string, string | number | null>;
}
export interface ChannelChangeLine {
  what: string;
  was: string | null;
  now: string | null;
  by: "check" | "webhook";
  at: string;
}
export type ChannelHealth = Shape<"ChannelHealth">;

export type LimitScope = "number" | "person" | "account" | "portfolio";
export type ChannelLimit = Shape<"ChannelLimit">;
export interface Waiting {
  code: string | null;
  scope: LimitScope | null;
  count: number;
  until: string | null;
}
export type ChannelLimits = Shape<"ChannelLimits">;

export type JournalLine = Shape<"JournalLine">;
export type JournalBody = Shape<"JournalBody">;
export type ParkedReason = Shape<"ParkedReason">;
export type ParkedReplay = Shape<"ParkedReplay">;

export const healthQuery = (id: string) =>
  queryOptions({
    queryKey: ["channel", id, "health"],
    queryFn: ({ signal }) => request<ChannelHealth>("GET", `/channels/${id}/health`, { signal }),
    refetchInterval: 30_000,
  });

/** Buckets fill up by the second: the page looks again while it is open. */
export const limitsQuery = (id: string) =>
  queryOptions({
    queryKey: ["channel", id, "limits"],
    queryFn: ({ signal }) => request<ChannelLimits>("GET", `/channels/${id}/limits`, { signal }),
    refetchInterval: 5000,
  });

export const journalList = (id: string, before: string | undefined) =>
  keyset(
    ["channel", id, "journal", before ?? ""],
    ({ after, limit, signal }) => request<Page<JournalLine>>("GET", `/channels/${id}/journal`, { query: { after, limit, before }, signal }),
    30,
  );

export const parkedReasonsQuery = (id: string) =>
  queryOptions({
    queryKey: ["parked", "reasons", id],
    queryFn: async ({ signal }) => (await request<Page<ParkedReason>>("GET", "/parked/reasons", { query: { channel: id }, signal })).items,
  });
