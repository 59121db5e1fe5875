import { route } from "../../kernel/http.ts";
import { SavedView, SavedViewChange, SavedViewList, SavedViewPath, SavedViewPlaces, SavedViewRequest } from "./views.api.ts";
import { changeView, listViews, makeView, placeViews, removeView } from "./views.ts";

export const viewRoutes = [
  route({
    method: "GET",
    url: "/contact-views",
    summary: "List the saved views of contacts: those shared and one's own",
    permission: "contacts.read",
    returns: SavedViewList,
    handler: (ctx) => listViews(ctx),
  }),
  route({
    method: "POST",
    url: "/contact-views",
    summary: "Save a view of contacts",
    permission: "contacts.read",
    body: SavedViewRequest,
    returns: SavedView,
    status: 201,
    handler: (ctx, { body }) => makeView(ctx, body),
  }),
  route({
    method: "PATCH",
    url: "/contact-views/:viewId",
    summary: "Change a saved view",
    permission: "contacts.read",
    params: SavedViewPath,
    body: SavedViewChange,
    returns: SavedView,
    handler: (ctx, { params, body }) => changeView(ctx, params.viewId, body),
  }),
  route({
    method: "DELETE",
    url: "/contact-views/:viewId",
    summary: "Delete a saved view",
    permission: "contacts.read",
    params: SavedViewPath,
    handler: (ctx, { params }) => removeView(ctx, params.viewId),
  }),
  route({
    method: "PUT",
    url: "/contact-views/places",
    summary: "Set your row of views and the one Contacts open with",
    permission: "contacts.read",
    body: SavedViewPlaces,
    returns: SavedViewList,
    handler: (ctx, { body }) => placeViews(ctx, body),
  }),
];
