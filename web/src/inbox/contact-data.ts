import { queryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import type { FieldValue } from "../contacts/record-data.ts";
import type { Hue } from "../ui/index.ts";

export interface Tag {
  id: string;
  name: string;
  hue: Hue;
}

export interface ContactRecord {
  id: string;
  name: string;
  company: string | null;
  stage: string;
  score: number;
  fields: Record<string, FieldValue>;
  ownerId: string | null;
  tags: Tag[];
  identities: { id: string; kind: string; display: string; retired: boolean }[];
  createdAt: string;
  language: string | null;
  country: string | null;
  timeZone: string | null;
  consents: { channel: string; purpose: string; state: "granted" | "withdrawn"; source: string; at: string }[];
  conversations: { id: string; channelName: string; state: "open" | "closed"; lastMessageAt: string; preview: string }[];
}

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ["contact", id],
    queryFn: ({ signal }) => request<ContactRecord>("GET", `/contacts/${id}`, { signal }),
  });

export const tagsQuery = queryOptions({
  queryKey: ["tags"],
  queryFn: async ({ signal }) => (await request<Page<Tag>>("GET", "/tags", { signal })).items,
  staleTime: 5 * 60_000,
});
