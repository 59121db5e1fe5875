import { infiniteQueryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";

export type Direction = "inbound" | "outbound" | "note" | "system";
export type MessageState = "queued" | "sending" | "unknown" | "accepted" | "sent" | "delivered" | "read" | "failed" | "cancelled";
export type MessageType =
  | "text"
  | "image"
  | "video"
  | "audio"
  | "document"
  | "sticker"
  | "location"
  | "contacts"
  | "button_reply"
  | "list_reply"
  | "flow_reply"
  | "button"
  | "order"
  | "template"
  | "interactive"
  | "reaction"
  | "call_permission"
  | "system"
  | "unsupported"
  | "unavailable"
  | "note";

export interface StoredFile {
  id: string;
  state: "pending" | "stored" | "failed";
  name: string | null;
  mime: string | null;
  size: number | null;
  width: number | null;
  height: number | null;
  failure: string | null;
}

export type Remedy =
  | "send_template"
  | "fix_number"
  | "renew_token"
  | "wait"
  | "fix_template"
  | "fix_media"
  | "confirm_person"
  | "contact_admin"
  | "none";

export interface Failure {
  code: string;
  providerCode?: number;
  message: string;
  remedy?: Remedy;
  detail?: string;
  /** The right the access token lacks. */
  right?: string;
  /** Not before this moment. */
  until?: string;
}

export interface Message {
  id: string;
  conversationId: string;
  direction: Direction;
  origin: "customer" | "api" | "phone" | "history" | "demo";
  type: MessageType;
  text: string | null;
  content: Record<string, unknown>;
  file: StoredFile | null;
  replyTo: { id: string | null; direction: Direction | null; type: string | null; text: string | null } | null;
  author: { id: string | null; name: string } | null;
  /** One that failed stands beside the one that holds; its emoji is empty where taking back failed. */
  reactions: { emoji: string; by: "contact" | "business"; at: string; state?: MessageState; failure?: Failure }[];
  state: MessageState | null;
  failure: Failure | null;
  /** Taken, but kept back until WhatsApp has seen how people like the template. */
  heldForQuality: boolean;
  /** Queued for a reason; `until` is null while the number itself cannot send. */
  waiting: { until: string | null; failure: Failure | null } | null;
  /** A colleague's word; WhatsApp has not said. */
  saidByMember: boolean;
  at: string;
  editedAt: string | null;
  revokedAt: string | null;
}

export const fileUrl = (fileId: string) => `/api/v1/files/${fileId}`;

/** `newer` leads towards today from a page that was opened in the middle. */
export type ThreadPage = Page<Message> & { newer: string | null };

type Place = { around?: string; after?: string; before?: string };

const pageSize = 40;
export const newestMessages = (conversationId: string) =>
  request<ThreadPage>("GET", `/conversations/${conversationId}/messages`, { query: { limit: pageSize } });

export const oneMessage = async (conversationId: string, around: string): Promise<Message> => {
  const page = await request<ThreadPage>("GET", `/conversations/${conversationId}/messages`, { query: { around, limit: 1 } });
  const found = page.items.find((item) => item.id === around);
  if (!found) throw new Error("a thread opened around a message has it");
  return found;
};

/** Newest first, older pages after it. `around` begins at a message one jumped to instead of at the newest. */
export const messagesQuery = (conversationId: string, around?: string) =>
  infiniteQueryOptions({
    queryKey: ["messages", conversationId, around ?? ""],
    queryFn: ({ pageParam, signal }) =>
      request<ThreadPage>("GET", `/conversations/${conversationId}/messages`, { query: { limit: pageSize, ...pageParam }, signal }),
    initialPageParam: (around ? { around } : {}) as Place,
    getNextPageParam: (page: ThreadPage): Place | undefined => (page.next ? { after: page.next } : undefined),
    getPreviousPageParam: (page: ThreadPage): Place | undefined => (page.newer ? { before: page.newer } : undefined),
    // The live stream keeps it; going back to a thread must not fetch all its pages again.
    staleTime: 5 * 60_000,
  });
