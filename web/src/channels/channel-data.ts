import { queryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";

export interface ChannelCheck {
  check: string;
  /** null: could not be checked. */
  ok: boolean | null;
  field: string | null;
  message: string;
  remedy: string | null;
}
export type ChannelState = "active" | "paused" | "attention" | "disconnected";
export interface Channel {
  id: string;
  kind: "whatsapp";
  name: string;
  state: ChannelState;
  attention: string | null;
  displayPhoneNumber: string;
  verifiedName: string | null;
  phoneNumberId: string;
  accountId: string;
  graphUrl: string;
  graphVersion: string;
  quality: string | null;
  messagingLimit: string | null;
  throughput: string | null;
  nameStatus: string | null;
  tokenState: "valid" | "invalid" | "unknown";
  coexistence: boolean;
  webhook: { url: string; verifyTokenEndsWith: string };
  lastReceivedAt: string | null;
  checks: ChannelCheck[];
  checkedAt: string | null;
  createdAt: string;
}
export interface Connection {
  name?: string;
  phoneNumberId: string;
  accountId: string;
  token: string;
  appSecret: string;
  graphUrl: string;
  graphVersion: string;
}
export interface CheckResult {
  ok: boolean;
  checks: ChannelCheck[];
  number: { displayPhoneNumber: string; verifiedName: string | null } | null;
}
export interface Notice {
  id: string;
  channelId: string | null;
  kind: string;
  severity: "info" | "warning" | "danger";
  payload: Record<string, unknown>;
  at: string;
}
export interface ParkedItem {
  id: string;
  channelId: string | null;
  kind: string;
  reason: string;
  detail: string | null;
  tries: number;
  parkedAt: string;
}
/** The same key as wherever channels are offered for a choice: one list in the browser. */
export const channelsQuery = queryOptions({
  queryKey: ["channels"],
  queryFn: async ({ signal }) => (await request<Page<Channel>>("GET", "/channels", { signal })).items,
});

export const channelQuery = (id: string) =>
  queryOptions({ queryKey: ["channel", id], queryFn: ({ signal }) => request<Channel>("GET", `/channels/${id}`, { signal }) });

export const noticesList = keyset(
  ["channel-notices"],
  ({ after, limit, signal }) => request<Page<Notice>>("GET", "/channels/notices", { query: { after, limit }, signal }),
  50,
);

export const parkedList = (channel: string) =>
  keyset(
    ["parked", channel],
    ({ after, limit, signal }) => request<Page<ParkedItem>>("GET", "/parked", { query: { channel, after, limit }, signal }),
    50,
  );

/** What a change answers is how the channel is now. */
export const channelIs = (channel: Channel) => {
  queryClient.setQueryData(channelQuery(channel.id).queryKey, channel);
  void queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey });
  void queryClient.invalidateQueries({ queryKey: ["channel-notices"] });
};

export const channelsChanged = () => {
  for (const key of ["channels", "channel", "channel-notices"]) void queryClient.invalidateQueries({ queryKey: [key] });
};

/** The verdict counts them, too. */
export const parkedChanged = () => {
  for (const key of ["parked", "channel"]) void queryClient.invalidateQueries({ queryKey: [key] });
};
