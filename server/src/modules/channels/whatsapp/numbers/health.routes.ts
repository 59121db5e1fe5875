import { z } from "zod";
import { type AnyRoute, route } from "../../../../kernel/http.ts";
import { Channel, ChannelPath } from "../../channels.api.ts";
import {
  ChannelHealth,
  ChannelLimits,
  JournalBody,
  JournalPage,
  JournalPath,
  JournalQuery,
  JournalReplayRequest,
} from "../../health.api.ts";
import { journalPage, openJournalBody, replayJournal } from "../intake/journal-view.ts";
import { channelHealth } from "./channel-health.ts";
import { channelLimits } from "./channel-limits.ts";
import { moveNumber } from "./move.ts";
import { repairWebhooks } from "./repair.ts";

const tag = "channels";

export const healthRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/channels/:channelId/health",
    summary: "Whether a number works, and what is in the way of it",
    tag,
    permission: "channels.read",
    params: ChannelPath,
    returns: ChannelHealth,
    handler: (ctx, { params }) => channelHealth(ctx, params.channelId),
  }),
  route({
    method: "GET",
    url: "/channels/:channelId/limits",
    summary: "Meta's limits, how much of them is used, and what waits because of them",
    tag,
    permission: "channels.read",
    params: ChannelPath,
    returns: ChannelLimits,
    handler: (ctx, { params }) => channelLimits(ctx, params.channelId),
  }),
  route({
    method: "POST",
    url: "/channels/:channelId/webhooks",
    summary: "Make Meta send the account's webhooks here",
    tag,
    permission: "channels.manage",
    params: ChannelPath,
    returns: Channel,
    handler: (ctx, { params }) => repairWebhooks(ctx, params.channelId),
  }),
  route({
    method: "POST",
    url: "/channels/:channelId/move",
    summary: "Follow a number to the account it belongs to now",
    tag,
    permission: "channels.manage",
    params: ChannelPath,
    returns: Channel,
    handler: (ctx, { params }) => moveNumber(ctx, params.channelId),
  }),
  route({
    method: "GET",
    url: "/channels/:channelId/journal",
    summary: "The webhooks as they came, without what is in them",
    tag,
    permission: "journal.raw",
    params: ChannelPath,
    query: JournalQuery,
    returns: JournalPage,
    handler: (ctx, { params, query }) => journalPage(ctx, params.channelId, query),
  }),
  route({
    method: "GET",
    url: "/channels/:channelId/journal/:journalId",
    summary: "One webhook as it came; looking at it is recorded",
    tag,
    permission: "journal.raw",
    params: JournalPath,
    returns: JournalBody,
    handler: (ctx, { params }) => openJournalBody(ctx, params.channelId, params.journalId),
  }),
  route({
    method: "POST",
    url: "/channels/:channelId/journal/replays",
    summary: "Read the webhooks since a moment again",
    description: "What is there already stays as it is: reading twice changes nothing.",
    tag,
    permission: "journal.raw",
    params: ChannelPath,
    body: JournalReplayRequest,
    returns: z.object({ since: z.date() }),
    status: 202,
    handler: (ctx, { params, body }) => replayJournal(ctx, params.channelId, new Date(body.since)),
  }),
];
