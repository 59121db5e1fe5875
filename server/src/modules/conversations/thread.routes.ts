import { type AnyRoute, route } from "../../kernel/http.ts";
import { ConversationPath } from "./conversations.api.ts";
import { Thread, ThreadQuery } from "./thread.api.ts";
import { thread } from "./thread.ts";

export const threadRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/conversations/:conversationId/messages",
    summary: "The messages of a conversation, newest first",
    permission: "inbox.read",
    params: ConversationPath,
    query: ThreadQuery,
    returns: Thread,
    handler: (ctx, { params, query }) => thread(ctx, params.conversationId, query),
  }),
];
