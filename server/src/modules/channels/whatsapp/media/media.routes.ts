import { type AnyRoute, route } from "../../../../kernel/http.ts";
import { Message, MessagePath } from "../../../conversations/conversations.api.ts";
import { fetchAgain } from "./media-again.ts";

export const mediaRoutes: AnyRoute[] = [
  route({
    method: "POST",
    url: "/conversations/:conversationId/messages/:messageId/media/fetch",
    summary: "Fetch a customer's file again that could not be fetched",
    description: "WhatsApp keeps it for seven days. Answers at once; the file follows by itself.",
    permission: "inbox.reply",
    params: MessagePath,
    returns: Message,
    handler: (ctx, { params }) => fetchAgain(ctx, params),
  }),
];
