import { type AnyRoute, route } from "../../kernel/http.ts";
import { authenticator } from "../accounts/index.ts";
import { stream } from "./stream.ts";

export const liveRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/live",
    summary: "What happens in the organization, as it happens",
    description:
      "Server-sent events: `data` is `{ name, organizationId, conversationId, contactId }`, with `messageId` where it is about a message; read the rest where it lives. Send `Last-Event-ID` to go on after a lost connection; `event: resync` says that too much was missed and everything shown should be read again. A comment comes every 15 s. Only events are sent that your permissions allow to see.",
    permission: "inbox.read",
    raw: true,
    handler: (ctx, _input, { request, reply }) => stream(ctx, authenticator(ctx.kernel), request, reply),
  }),
];
