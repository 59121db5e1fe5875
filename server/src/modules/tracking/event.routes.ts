import { z } from "zod";
import { route } from "../../kernel/http.ts";
import { pageOf } from "../../kernel/page.ts";
import { EventName, EventNameChange, EventNameDetail, EventNamePath, EventNameQuery, EventPropertyChange } from "./name.api.ts";
import { changeEventName, changeEventProperty } from "./name-change.ts";
import { eventName, eventNames } from "./name-list.ts";
import { Arrival, ArrivalQuery } from "./tail.api.ts";
import { recentArrivals } from "./tail.ts";
import { tailStream } from "./tail-stream.ts";

/** Names stand in the query and the body: they may hold any character, slashes too. */
export const eventRoutes = [
  route({
    method: "GET",
    url: "/event-names",
    summary: "Names of events seen, by the alphabet, with counts of the last 30 days",
    permission: "events.read",
    query: EventNameQuery,
    returns: pageOf(EventName),
    handler: (ctx, { query }) => eventNames(ctx, query),
  }),
  route({
    method: "GET",
    url: "/event-names/detail",
    summary: "One name with its properties and their types",
    permission: "events.read",
    query: EventNamePath,
    returns: EventNameDetail,
    handler: (ctx, { query }) => eventName(ctx, query.name),
  }),
  route({
    method: "PATCH",
    url: "/event-names/detail",
    summary: "Block or rename what arrives under a name, or say how long it is kept",
    permission: "events.manage",
    body: EventNameChange,
    returns: EventNameDetail,
    handler: (ctx, { body }) => changeEventName(ctx, body),
  }),
  route({
    method: "PATCH",
    url: "/event-names/properties",
    summary: "Mark a property as personal, or drop it",
    description: "Values that are here already are moved or deleted by a job.",
    permission: "events.manage",
    body: EventPropertyChange,
    returns: EventNameDetail,
    handler: (ctx, { body }) => changeEventProperty(ctx, body),
  }),
  route({
    method: "GET",
    url: "/events/recent",
    summary: "What arrived in the last day, newest first, with what became of it",
    permission: "events.read",
    query: ArrivalQuery,
    returns: z.object({ items: z.array(Arrival) }),
    handler: (ctx, { query }) => recentArrivals(ctx, query),
  }),
  route({
    method: "GET",
    url: "/events/live",
    summary: "What arrives, as it arrives",
    description:
      "Server-sent events: `data` is an Arrival as in /events/recent; `event: skipped` says how many were left out because more came than can be read. At most 5 streams each.",
    permission: "events.read",
    query: ArrivalQuery,
    raw: true,
    handler: (ctx, { query }, { request, reply }) => tailStream(ctx, query, request, reply),
  }),
];
