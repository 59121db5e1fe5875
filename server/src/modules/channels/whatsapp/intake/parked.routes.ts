import { type AnyRoute, route } from "../../../../kernel/http.ts";
import { pageOf } from "../../../../kernel/page.ts";
import { ParkedItem, ParkedPath } from "../../channels.api.ts";
import {
  ParkedDiscarded,
  ParkedMany,
  ParkedQuery,
  ParkedReason,
  ParkedReasonQuery,
  ParkedReplay,
  ParkedReplayPath,
} from "../../health.api.ts";
import { discardMany, discardParked, parkedItems, parkedReasons, replayParked } from "./parked.ts";
import { replayProgress, startReplay } from "./parked-replay.ts";

const tag = "channels";
const permission = "journal.read";

export const parkedRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/parked",
    summary: "Received items that could not be understood",
    tag,
    permission,
    query: ParkedQuery,
    returns: pageOf(ParkedItem),
    handler: (ctx, { query }) => parkedItems(ctx, query),
  }),
  route({
    method: "GET",
    url: "/parked/reasons",
    summary: "How many items could not be understood, by reason",
    tag,
    permission,
    query: ParkedReasonQuery,
    returns: pageOf(ParkedReason),
    handler: (ctx, { query }) => parkedReasons(ctx, query.channel),
  }),
  route({
    method: "POST",
    url: "/parked/replays",
    summary: "Try many items again, in the background",
    tag,
    permission,
    body: ParkedMany,
    returns: ParkedReplay,
    status: 202,
    handler: (ctx, { body }) => startReplay(ctx, body),
  }),
  route({
    method: "GET",
    url: "/parked/replays/:replayId",
    summary: "How far such a run has come",
    tag,
    permission,
    params: ParkedReplayPath,
    returns: ParkedReplay,
    handler: (ctx, { params }) => replayProgress(ctx, params.replayId),
  }),
  route({
    method: "POST",
    url: "/parked/discards",
    summary: "Discard all items of a reason",
    tag,
    permission,
    body: ParkedMany,
    returns: ParkedDiscarded,
    handler: (ctx, { body }) => discardMany(ctx, body),
  }),
  route({
    method: "POST",
    url: "/parked/:parkedId/replay",
    summary: "Try to understand an item again",
    tag,
    permission,
    params: ParkedPath,
    handler: (ctx, { params }) => replayParked(ctx, params.parkedId),
  }),
  route({
    method: "DELETE",
    url: "/parked/:parkedId",
    summary: "Discard an item that could not be understood",
    tag,
    permission,
    params: ParkedPath,
    handler: (ctx, { params }) => discardParked(ctx, params.parkedId),
  }),
];
