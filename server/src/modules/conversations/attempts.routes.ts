import { type AnyRoute, route } from "../../kernel/http.ts";
import { Attempts } from "./attempts.api.ts";
import { attemptsOf } from "./attempts.ts";
import { MessagePath } from "./conversations.api.ts";

export const attemptRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/conversations/:conversationId/messages/:messageId/attempts",
    summary: "What was done to bring a message to the customer, oldest first",
    permission: "inbox.read",
    params: MessagePath,
    returns: Attempts,
    handler: (ctx, { params }) => attemptsOf(ctx, params),
  }),
];
