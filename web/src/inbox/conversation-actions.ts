import { useNavigate, useParams } from "@tanstack/react-router";
import { request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { toast, toastError } from "../ui/index.ts";
import { cachedConversation, changeConversation, putConversation, refreshConversation } from "./conversation-cache.ts";
import type { Conversation, Member } from "./conversation-data.ts";

export const setState = (id: string, state: "open" | "closed") =>
  changeConversation(id, { state }, () => request("POST", `/conversations/${id}/${state === "open" ? "reopen" : "close"}`));

export const assignTo = (id: string, member: Pick<Member, "id" | "name"> | null) =>
  changeConversation(id, { assignee: member && { id: member.id, name: member.name } }, () =>
    request("PUT", `/conversations/${id}/assignment`, { body: { assigneeId: member?.id ?? null } }),
  ).catch(toastError);

export const setLabels = (id: string, labelIds: string[]) =>
  changeConversation(id, { labelIds }, () => request("PUT", `/conversations/${id}/labels`, { body: { labelIds } })).catch(toastError);

/** Read is a fact, not a wish: a refusal is not worth a word. */
export const markRead = (id: string) =>
  changeConversation(id, { unread: 0 }, () => request("POST", `/conversations/${id}/read`)).catch(() => undefined);

/** Conversations one has marked unread stay so while they are still on the screen. */
export const keptUnread = new Set<string>();

export async function markUnread(id: string) {
  keptUnread.add(id);
  const unread = Math.max(1, cachedConversation(id)?.unread ?? 1);
  await changeConversation(id, { unread }, () => request("POST", `/conversations/${id}/unread`)).catch(toastError);
  refreshConversation(id);
}

/** Closing says so and can be undone; `next` is shown instead of what has left the list. */
export function useClose() {
  const t = useT();
  const navigate = useNavigate();
  const { view = "open", conversationId } = useParams({ strict: false }) as { view?: string; conversationId?: string };
  return (conversation: Conversation, next?: Conversation) => {
    setState(conversation.id, "closed").catch(toastError);
    toast({
      title: t("inbox.closed_toast", { name: conversation.contact.name }),
      action: {
        label: t("common.undo"),
        onSelect: () => {
          putConversation({ ...conversation, state: "open" });
          void setState(conversation.id, "open").catch(toastError);
          void navigate({ to: "/inbox/$view/$conversationId", params: { view, conversationId: conversation.id }, search: true });
        },
      },
    });
    if (conversationId !== conversation.id || view === "closed") return;
    const wide = matchMedia("(width > 720px)").matches;
    if (next && wide) void navigate({ to: "/inbox/$view/$conversationId", params: { view, conversationId: next.id }, search: true });
    else if (!wide) void navigate({ to: "/inbox/$view", params: { view }, search: true });
  };
}
