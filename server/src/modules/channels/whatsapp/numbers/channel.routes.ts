import { type AnyRoute, route } from "../../../../kernel/http.ts";
import { PageQuery, pageOf } from "../../../../kernel/page.ts";
import { Channel, ChannelChange, ChannelPath, Notice, VerifyToken, WhatsAppCheckResult, WhatsAppConnection } from "../../channels.api.ts";
import { changeChannel, recheckChannel, showVerifyToken } from "./change.ts";
import { channel, channels } from "./channel-view.ts";
import { checkWhatsApp, connectWhatsApp } from "./connect.ts";
import { disconnectChannel } from "./disconnect.ts";
import { notices } from "./notices.ts";

const tag = "channels";

export const channelRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/channels",
    summary: "The connected numbers",
    tag,
    permission: "channels.read",
    returns: pageOf(Channel),
    handler: async (ctx) => ({ items: await channels(ctx), next: null }),
  }),
  route({
    method: "GET",
    url: "/channels/notices",
    summary: "News about numbers and accounts: quality, limits, violations",
    tag,
    permission: "channels.read",
    query: PageQuery,
    returns: pageOf(Notice),
    handler: (ctx, { query }) => notices(ctx, query),
  }),
  route({
    method: "POST",
    url: "/channels/whatsapp/check",
    summary: "Check the values of a number before connecting it",
    tag,
    permission: "channels.manage",
    body: WhatsAppConnection,
    returns: WhatsAppCheckResult,
    handler: (ctx, { body }) => checkWhatsApp(ctx, body),
  }),
  route({
    method: "POST",
    url: "/channels/whatsapp",
    summary: "Connect a WhatsApp number",
    tag,
    permission: "channels.manage",
    body: WhatsAppConnection,
    returns: Channel,
    status: 201,
    handler: (ctx, { body }) => connectWhatsApp(ctx, body),
  }),
  route({
    method: "GET",
    url: "/channels/:channelId",
    summary: "A number with its health",
    tag,
    permission: "channels.read",
    params: ChannelPath,
    returns: Channel,
    handler: (ctx, { params }) => channel(ctx, params.channelId),
  }),
  route({
    method: "PATCH",
    url: "/channels/:channelId",
    summary: "Rename, pause or resume a number, or renew its token",
    tag,
    permission: "channels.manage",
    params: ChannelPath,
    body: ChannelChange,
    returns: Channel,
    handler: (ctx, { params, body }) => changeChannel(ctx, params.channelId, body),
  }),
  route({
    method: "POST",
    url: "/channels/:channelId/check",
    summary: "Check a number again and refresh what Meta tells of it",
    tag,
    permission: "channels.manage",
    params: ChannelPath,
    returns: Channel,
    handler: (ctx, { params }) => recheckChannel(ctx, params.channelId),
  }),
  route({
    method: "GET",
    url: "/channels/:channelId/verify-token",
    summary: "The token to enter on Meta's webhook page; looking at it is recorded",
    tag,
    permission: "channels.manage",
    params: ChannelPath,
    returns: VerifyToken,
    handler: (ctx, { params }) => showVerifyToken(ctx, params.channelId),
  }),
  route({
    method: "DELETE",
    url: "/channels/:channelId",
    summary: "Disconnect a number: its credentials are wiped, its conversations stay",
    tag,
    permission: "channels.manage",
    params: ChannelPath,
    handler: (ctx, { params }) => disconnectChannel(ctx, params.channelId),
  }),
];
