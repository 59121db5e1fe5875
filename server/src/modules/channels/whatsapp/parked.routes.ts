import { type AnyRoute, route } from "../../../kernel/http.ts";
import { PageQuery, pageOf } from "../../../kernel/page.ts";
import { ParkedItem, ParkedPath } from "../channels.api.ts";
import { discardParked, parkedItems, replayParked } from "./parked.ts";

export const parkedRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/parked",
    summary: "Received items that could not be understood",
    tag: "channels",
    permission: "journal.read",
    query: PageQuery,
    returns: pageOf(ParkedItem),
    handler: (ctx, { query }) => parkedItems(ctx, query),
  }),
  route({
    method: "POST",
    url: "/parked/:parkedId/replay",
    summary: "Try to understand an item again",
    tag: "channels",
    permission: "journal.read",
    params: ParkedPath,
    handler: (ctx, { params }) => replayParked(ctx, params.parkedId),
  }),
  route({
    method: "DELETE",
    url: "/parked/:parkedId",
    summary: "Discard an item that could not be understood",
    tag: "channels",
    permission: "journal.read",
    params: ParkedPath,
    handler: (ctx, { params }) => discardParked(ctx, params.parkedId),
  }),
];
