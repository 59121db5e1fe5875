import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";

export type ChannelCheck = Shape<"ChannelCheck">;
export type ChannelState = "active" | "paused" | "attention" | "disconnected";
export type Channel = Shape<"Channel">;
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
export type Notice = Shape<"Notice">;
export type ParkedItem = Shape<"ParkedItem">;
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
