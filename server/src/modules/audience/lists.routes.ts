import { route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { changeList, changeListMembers, listListMembers, listLists, makeList, removeList } from "./lists.ts";
import { List, ListChange, ListMember, ListMembersChange, ListMembersChanged, ListPath, ListRequest } from "./segments.api.ts";

const read = "segments.read" as const;
const write = "segments.write" as const;

export const listRoutes = [
  route({
    method: "GET",
    url: "/lists",
    summary: "Lists kept by hand, by name",
    permission: read,
    query: PageQuery,
    returns: pageOf(List),
    handler: (ctx, { query }) => listLists(ctx, query),
  }),
  route({
    method: "POST",
    url: "/lists",
    summary: "Make a list",
    permission: write,
    body: ListRequest,
    returns: List,
    status: 201,
    handler: (ctx, { body }) => makeList(ctx, body),
  }),
  route({
    method: "PATCH",
    url: "/lists/:listId",
    summary: "Rename a list",
    permission: write,
    params: ListPath,
    body: ListChange,
    returns: List,
    handler: (ctx, { params, body }) => changeList(ctx, params.listId, body),
  }),
  route({
    method: "DELETE",
    url: "/lists/:listId",
    summary: "Delete a list; refused while segments ask about it",
    permission: write,
    params: ListPath,
    handler: (ctx, { params }) => removeList(ctx, params.listId),
  }),
  route({
    method: "GET",
    url: "/lists/:listId/contacts",
    summary: "Who is on a list, newest contacts first",
    description: "Needs `contacts.read` too.",
    permission: read,
    params: ListPath,
    query: PageQuery,
    returns: pageOf(ListMember),
    handler: (ctx, { params, query }) => listListMembers(ctx, params.listId, query),
  }),
  route({
    method: "POST",
    url: "/lists/:listId/contacts",
    summary: "Put contacts on a list or take them off",
    permission: write,
    params: ListPath,
    body: ListMembersChange,
    returns: ListMembersChanged,
    handler: (ctx, { params, body }) => changeListMembers(ctx, params.listId, body),
  }),
];
