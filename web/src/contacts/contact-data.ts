import { queryOptions, useQuery } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";
import type { Hue } from "../ui/label.tsx";
import type { FieldValue } from "./record-data.ts";

export type IdentityKind = "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";

export type Address = Shape<"ContactAddress">;

export interface Tag {
  id: string;
  name: string;
  hue: Hue;
}
export interface ContactSummary {
  id: string;
  name: string;
  company: string | null;
  companyId: string | null;
  /** The key of a stage; record-data.ts knows its name. */
  stage: string;
  score: number;
  fields: Record<string, FieldValue>;
  ownerId: string | null;
  tags: Tag[];
  identities: { kind: IdentityKind; display: string }[];
  createdAt: string;
  lastSeenAt: string | null;
}
export interface Identity {
  id: string;
  kind: IdentityKind;
  scope: string;
  value: string;
  display: string;
  firstSeenAt: string;
  lastSeenAt: string;
  retired: boolean;
  /** When a message to it could last not be delivered, until the person is seen or reached again. */
  undeliverableAt: string | null;
  /** How we know it: a channel, who wrote it down, an import, the website. */
  learnedFrom: string | null;
  /** The identity it took the place of. */
  replacesId: string | null;
  mergedFromId: string | null;
}
export interface Consent {
  channel: string;
  purpose: string;
  state: "granted" | "withdrawn";
  source: string;
  at: string;
}
export interface ContactConversation {
  id: string;
  channelId: string;
  channelName: string;
  state: "open" | "closed";
  lastMessageAt: string;
  preview: string;
}
export interface Contact extends Omit<ContactSummary, "identities"> {
  givenName: string;
  language: string | null;
  country: string | null;
  timeZone: string | null;
  stageSince: string;
  addresses: Address[];
  identities: Identity[];
  consents: Consent[];
  conversations: ContactConversation[];
}
export interface ContactNote {
  id: string;
  body: string;
  authorId: string | null;
  authorName: string | null;
  at: string;
}
export type TimelineItem = Shape<"TimelineItem">;
export interface Member {
  id: string;
  name: string;
  active: boolean;
}
/** What may be changed of a contact in place; fields as one writes them. */
export type ContactChange = Partial<
  Pick<Contact, "company" | "stage" | "ownerId" | "language" | "country" | "timeZone"> & { name: string; fields: Record<string, unknown> }
>;

/** Some lists of the server are pages, short ones may be plain: both are read. */
export const itemsOf = <Item>(answer: Item[] | { items: Item[] }): Item[] => (Array.isArray(answer) ? answer : answer.items);

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: ["contact", id], queryFn: ({ signal }) => request<Contact>("GET", `/contacts/${id}`, { signal }) });

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ["contact", id, "notes"],
    queryFn: async ({ signal }) =>
      itemsOf(await request<ContactNote[] | Page<ContactNote>>("GET", `/contacts/${id}/notes`, { query: { limit: 100 }, signal })),
  });

export const timeline = (id: string, kind?: string) =>
  keyset(["contact", id, "timeline", kind ?? "all"], ({ after, limit, signal }) =>
    request<Page<TimelineItem>>("GET", `/contacts/${id}/timeline`, { query: { kind, after, limit }, signal }),
  );

const tagsQuery = queryOptions({
  queryKey: ["tags"],
  queryFn: async ({ signal }) => itemsOf(await request<Tag[] | Page<Tag>>("GET", "/tags", { query: { limit: 100 }, signal })),
});
export const useTags = () => useQuery(tagsQuery).data ?? [];

const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: async ({ signal }) => itemsOf(await request<Member[] | Page<Member>>("GET", "/members", { query: { limit: 100 }, signal })),
});
export const useMembers = () => useQuery(membersQuery).data ?? [];

/** A new tag takes the next of the six hues, so that neighbours differ. */
export const createTag = async (name: string, existing: number) => {
  const tag = await request<Tag>("POST", "/tags", { body: { name, hue: (existing % 6) + 1 } });
  await queryClient.invalidateQueries({ queryKey: ["tags"] });
  return tag;
};

/** Shows the change at once and takes it back when the server refuses. */
export const changeContact = async (id: string, change: ContactChange) => {
  const { queryKey } = contactQuery(id);
  const before = queryClient.getQueryData(queryKey);
  if (before) {
    // How the server reads a field's text is known when it answers.
    const { name, fields: _fields, ...facts } = change;
    queryClient.setQueryData(queryKey, { ...before, ...facts, ...(name ? { name, givenName: name } : {}) });
  }
  try {
    queryClient.setQueryData(queryKey, await request<Contact>("PATCH", `/contacts/${id}`, { body: change }));
    void queryClient.invalidateQueries({ queryKey: ["contacts"] });
  } catch (error) {
    if (before) queryClient.setQueryData(queryKey, before);
    throw error;
  }
};

/** Only fetched again where somebody looks at it; the rest is old when it is opened. */
export const contactChanged = (id: string) => {
  void queryClient.invalidateQueries({ queryKey: ["contact", id] });
  void queryClient.invalidateQueries({ queryKey: ["contacts"] });
};
