import { type AnyRoute, route } from "../../kernel/http.ts";
import { pageOf } from "../../kernel/page.ts";
import { Label, LabelChange, LabelPath, LabelRequest, MessageHit, SearchQuery } from "./inbox.api.ts";
import { changeLabel, createLabel, deleteLabel, labels } from "./labels.ts";
import { searchMessages } from "./search.ts";

export const labelRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/labels",
    summary: "The labels of conversations",
    permission: "inbox.read",
    returns: pageOf(Label),
    handler: (ctx) => labels(ctx),
  }),
  route({
    method: "POST",
    url: "/labels",
    summary: "Make a label",
    permission: "inbox.label",
    body: LabelRequest,
    status: 201,
    returns: Label,
    handler: (ctx, { body }) => createLabel(ctx, body),
  }),
  route({
    method: "PATCH",
    url: "/labels/:labelId",
    summary: "Rename or recolour a label",
    permission: "inbox.label",
    params: LabelPath,
    body: LabelChange,
    returns: Label,
    handler: (ctx, { params, body }) => changeLabel(ctx, params.labelId, body),
  }),
  route({
    method: "DELETE",
    url: "/labels/:labelId",
    summary: "Delete a label and take it off every conversation",
    permission: "inbox.label",
    params: LabelPath,
    handler: (ctx, { params }) => deleteLabel(ctx, params.labelId),
  }),
];

export const searchRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/search/messages",
    summary: "Messages and notes by their words, newest first",
    permission: "inbox.read",
    query: SearchQuery,
    returns: pageOf(MessageHit),
    handler: (ctx, { query }) => searchMessages(ctx, query),
  }),
];
