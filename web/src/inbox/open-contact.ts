import { useNavigate } from "@tanstack/react-router";
import { request } from "../api/client.ts";
import { toastError } from "../ui/index.ts";
import type { ContactRecord } from "./contact-data.ts";

/** Opens what was last said with a person, or the beginning of a conversation when nothing was. */
export function useOpenContact(view: string) {
  const navigate = useNavigate();
  return async (contact: { id: string }) => {
    try {
      const { conversations } = await request<ContactRecord>("GET", `/contacts/${contact.id}`);
      const [latest] = [...conversations].sort((a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt));
      if (latest) await navigate({ to: "/inbox/$view/$conversationId", params: { view, conversationId: latest.id }, search: true });
      else await navigate({ to: "/inbox/$view", params: { view }, search: { new: contact.id } as never });
    } catch (error) {
      toastError(error);
    }
  };
}
