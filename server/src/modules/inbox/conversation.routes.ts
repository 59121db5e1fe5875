import { z } from "zod";
import { type AnyRoute, route } from "../../kernel/http.ts";
import { pageOf } from "../../kernel/page.ts";
import { ConversationPath, Message, MessagePath } from "../conversations/conversations.api.ts";
import { assign } from "./assign.ts";
import { close, reopen } from "./close.ts";
import { counts } from "./counts.ts";
import {
  Assignment,
  Conversation,
  ConversationLabels,
  ConversationState,
  NoteBody,
  Presence,
  PresenceReport,
  ReadMark,
  TypingShown,
  ViewCounts,
  ViewQuery,
} from "./inbox.api.ts";
import { conversation } from "./items.ts";
import { label } from "./label.ts";
import { addNote, deleteNote } from "./note.ts";
import { present, report, typing } from "./presence.ts";
import { markRead, markUnread } from "./read.ts";
import { view } from "./views.ts";

const params = ConversationPath;

export const conversationRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/conversations",
    summary: "One view of the inbox, last talked in first",
    permission: "inbox.read",
    query: ViewQuery,
    returns: pageOf(Conversation),
    handler: (ctx, { query }) => view(ctx, query),
  }),
  route({
    method: "GET",
    url: "/conversations/counts",
    summary: "How many conversations each view has, up to 1,000",
    permission: "inbox.read",
    returns: ViewCounts,
    handler: (ctx) => counts(ctx),
  }),
  route({
    method: "GET",
    url: "/conversations/:conversationId",
    summary: "One conversation",
    permission: "inbox.read",
    params,
    returns: Conversation,
    handler: (ctx, { params }) => conversation(ctx, params.conversationId),
  }),
  route({
    method: "PUT",
    url: "/conversations/:conversationId/assignment",
    summary: "Give a conversation to a member, or back to the queue",
    permission: "inbox.assign",
    params,
    body: Assignment,
    returns: Assignment,
    handler: (ctx, { params, body }) => assign(ctx, params.conversationId, body.assigneeId),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/close",
    summary: "Close a conversation; the customer's next message opens it again",
    permission: "inbox.close",
    params,
    returns: ConversationState,
    handler: (ctx, { params }) => close(ctx, params.conversationId),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/reopen",
    summary: "Open a closed conversation again",
    permission: "inbox.close",
    params,
    returns: ConversationState,
    handler: (ctx, { params }) => reopen(ctx, params.conversationId),
  }),
  route({
    method: "PUT",
    url: "/conversations/:conversationId/labels",
    summary: "Give a conversation exactly these labels",
    permission: "inbox.label",
    params,
    body: ConversationLabels,
    returns: ConversationLabels,
    handler: (ctx, { params, body }) => label(ctx, params.conversationId, body.labelIds),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/read",
    summary: "Mark as read, for the member who asks",
    permission: "inbox.read",
    params,
    returns: ReadMark,
    handler: (ctx, { params }) => markRead(ctx, params.conversationId),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/unread",
    summary: "Mark as unread, for the member who asks",
    permission: "inbox.read",
    params,
    returns: ReadMark,
    handler: (ctx, { params }) => markUnread(ctx, params.conversationId),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/notes",
    summary: "Write a private note; it is never sent to the customer",
    permission: "inbox.note",
    params,
    body: NoteBody,
    status: 201,
    returns: Message,
    sends: true,
    handler: (ctx, { params, body }, { idempotencyKey }) => addNote(ctx, params.conversationId, body.text, idempotencyKey),
  }),
  route({
    method: "DELETE",
    url: "/conversations/:conversationId/notes/:messageId",
    summary: "Delete a note you wrote",
    permission: "inbox.note",
    params: MessagePath,
    handler: (ctx, { params }) => deleteNote(ctx, params.conversationId, params.messageId),
  }),
  route({
    method: "GET",
    url: "/conversations/:conversationId/presence",
    summary: "Who else looks at it or types in it just now",
    permission: "inbox.read",
    params,
    returns: z.object({ items: z.array(Presence) }),
    handler: (ctx, { params }) => present(ctx, params.conversationId),
  }),
  route({
    method: "PUT",
    url: "/conversations/:conversationId/presence",
    summary: "Say that you look at it, type in it, or have gone",
    description:
      "Lapses after 20 s without a new report. For signed-in people. Typing is shown to the customer too, if the member may reply.",
    permission: "inbox.read",
    params,
    body: PresenceReport,
    handler: (ctx, { params, body }) => report(ctx, params.conversationId, body.state),
  }),
  route({
    method: "POST",
    url: "/conversations/:conversationId/typing",
    summary: "Let the customer see that somebody types",
    description:
      "For about 25 s, or until the answer; their latest message is marked as read with it. At most once in 20 s, while the window is open, and at once or not at all: `shown` tells. The inbox itself needs only report its presence.",
    permission: "inbox.reply",
    params,
    returns: TypingShown,
    handler: (ctx, { params }) => typing(ctx, params.conversationId),
  }),
];
