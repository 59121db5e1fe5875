import { queryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
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
export interface ChannelHealth {
  verdict: "good" | "attention" | "stopped";
  reasons: HealthReason[];
  token: { state: "valid" | "invalid" | "unknown"; scopes: string[] | null; expiresAt: string | null; dataAccessExpiresAt: string | null };
  intake: { lastReceivedAt: string | null; waiting: number; lagSeconds: number; p95Seconds: number | null; parked: number };
  standing: {
    accountState: string | null;
    restrictions: { kind: string; until: string | null; at: string }[];
    violation: { kind: string; at: string } | null;
    ban: { state: string; date: string | null; at: string } | null;
  };
  coexistence: {
    lastEchoAt: string | null;
    history: { declined: boolean; phase: number | null; chunk: number | null; progress: number | null; at: string } | null;
  } | null;
  movedTo: { accountId: string; accountName: string | null } | null;
  changes: ChannelChangeLine[];
}

export type LimitScope = "number" | "person" | "account" | "portfolio";
export interface ChannelLimit {
  scope: LimitScope;
  limit: number | null;
  windowSeconds: number;
  used: number | null;
  usedByMeta: number | null;
  source: "graph" | "webhook" | "documented" | "unlimited" | "unknown";
  toldAt: string | null;
  restsUntil: string | null;
  nextFreeAt: string | null;
  sharedWith: { id: string; name: string }[];
}
export interface Waiting {
  code: string | null;
  scope: LimitScope | null;
  count: number;
  until: string | null;
}
export interface ChannelLimits {
  limits: ChannelLimit[];
  waiting: Waiting[];
  pacing: boolean;
  at: string;
}

export interface JournalLine {
  id: string;
  receivedAt: string;
  projectedAt: string | null;
  bytes: number;
  kinds: { kind: string; count: number }[];
  parked: number;
  others: boolean;
}
export interface JournalBody {
  id: string;
  receivedAt: string;
  projectedAt: string | null;
  body: string;
  asReceived: boolean;
  leftOut: number;
  parked: { id: string; path: string; reason: string }[];
}
export interface ParkedReason {
  reason: string;
  kind: string;
  count: number;
}
export interface ParkedReplay {
  id: string;
  total: number;
  replayed: number;
  stillParked: number;
  finishedAt: string | null;
}

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
