import { queryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import type { Message } from "./message-data.ts";
import { plainText } from "./rich-text.tsx";

export interface MessageHit {
  message: Message;
  conversation: { id: string; contactId: string; contactName: string };
}
export interface ContactHit {
  id: string;
  name: string;
  company: string | null;
  identities: { kind: string; display: string }[];
}

export const messageHitsQuery = (query: string) =>
  queryOptions({
    queryKey: ["message-search", query],
    queryFn: ({ signal }) => request<Page<MessageHit>>("GET", "/search/messages", { query: { q: query, limit: 30 }, signal }),
    enabled: query.length >= 2,
    placeholderData: (before) => before,
  });
export const contactHitsQuery = (query: string, limit = 5) =>
  queryOptions({
    queryKey: ["contact-search", query, limit],
    queryFn: ({ signal }) => request<Page<ContactHit>>("GET", "/contacts", { query: { search: query, limit }, signal }),
    placeholderData: (before) => before,
  });

/** The one a person is known by: a number rather than an id that only WhatsApp reads. */
export const mainIdentity = ({ identities }: ContactHit): string =>
  ["phone", "whatsapp_username", "email", "whatsapp_user_id"]
    .map((kind) => identities.find((each) => each.kind === kind)?.display)
    .find(Boolean) ?? "";

/** The words around what was searched for, so that a long message shows why it was found. */
export function excerpt(said: string, query: string, width = 90): string {
  const text = plainText(said);
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  const from = at > width / 3 ? text.lastIndexOf(" ", at - width / 4) + 1 : 0;
  return `${from > 0 ? "…" : ""}${text.slice(from, from + width).replaceAll(/\s+/g, " ")}${from + width < text.length ? "…" : ""}`;
}
