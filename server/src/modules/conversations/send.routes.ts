import { type AnyRoute, route } from "../../kernel/http.ts";
import { ConversationPath, Message, MessagePath, SendMessageBody } from "./conversations.api.ts";
import { cancelMessage, resendMessage, resolveMessage } from "./outgoing-change.ts";
import { Resend, Resolution, StartConversation, StartedConversation } from "./send.api.ts";
import { sendMessage } from "./send.ts";
import { startConversation } from "./start.ts";

export const sendRoutes: AnyRoute[] = [
  route({
    method: "POST",
    url: "/conversations/:conversationId/messages",
    summary: "Send a message to the customer",
    description:
      "Answers once it is queued; its state then moves by itself. Repeating a request with the same Idempotency-Key never sends twice.",
    permission: "inbox.reply",
    params: ConversationPath,
    body: SendMessageBody,
    returns: Message,
    status: 201,
    sends: true,
    handler: (ctx, { params, body }, { idempotencyKey }) => sendMessage(ctx, params.conversationId, body, idempotencyKey),
  }),
  route({
    method: "POST",
    url: "/conversations",
    summary: "Write to a contact first, or find the conversation with them",
    permission: "inbox.reply",
    body: StartConversation,
    returns: StartedConversation,
    sends: true,
    handler: (ctx, { body }, { idempotencyKey }) => startConversation(ctx, body, idempotencyKey),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/messages/:messageId/resend",
    summary: "Send a failed message again, or one of unknown outcome after confirming",
    permission: "inbox.reply",
    params: MessagePath,
    body: Resend,
    returns: Message,
    handler: (ctx, { params, body }) => resendMessage(ctx, params, body.confirm),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/messages/:messageId/cancel",
    summary: "Take back a message that has not left yet",
    permission: "inbox.reply",
    params: MessagePath,
    returns: Message,
    handler: (ctx, { params }) => cancelMessage(ctx, params),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/messages/:messageId/resolve",
    summary: "Say whether a message of unknown outcome arrived",
    permission: "inbox.reply",
    params: MessagePath,
    body: Resolution,
    returns: Message,
    handler: (ctx, { params, body }) => resolveMessage(ctx, params, body.outcome),
  }),
];
