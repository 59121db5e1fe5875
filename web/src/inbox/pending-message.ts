import { queryClient } from "../api/query.ts";
import { meQuery } from "../api/session.ts";
import type { Message } from "./message-data.ts";
import type { Pending } from "./pending.ts";

/** A message that has not been answered yet, as the thread shows it. */
export function pendingMessage({ id, conversationId, body, at, shown, state }: Pending): Message {
  const me = queryClient.getQueryData(meQuery.queryKey);
  return {
    id,
    conversationId,
    direction: body.type === "note" ? "note" : "outbound",
    origin: "api",
    type: body.type,
    text: shown.text,
    content: shown.content ?? {},
    file: shown.file ?? null,
    replyTo: shown.replyTo ?? null,
    author: me ? { id: me.member.id, name: me.user.name } : null,
    reactions: [],
    state: body.type === "note" ? null : state === "refused" ? "failed" : "sending",
    failure: null,
    heldForQuality: false,
    waiting: null,
    saidByMember: false,
    at,
    editedAt: null,
    revokedAt: null,
  };
}
