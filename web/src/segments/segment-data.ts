import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";
import type { Rule } from "./rule.ts";

export type SegmentSummary = Shape<"SegmentSummary">;
export type Segment = Omit<Shape<"Segment">, "rule"> & { rule: Rule };
export type SegmentMember = Shape<"SegmentMember">;
export type SegmentPreview = Shape<"SegmentPreview">;
export type SegmentExplanation = Shape<"SegmentExplanation">;
export type ExplainedNode = Shape<"SegmentExplainedNode">;

export type SegmentFilters = { q?: string; archived?: string };
export const segmentList = ({ q, archived }: SegmentFilters) =>
  keyset(["segments", "list", { q, archived }], ({ after, limit, signal }) =>
    request<Page<SegmentSummary>>("GET", "/segments", {
      query: { search: q, state: archived ? "archived" : "live", after, limit },
      signal,
    }),
  );

/** For choosing one. */
export const listsQuery = queryOptions({
  queryKey: ["lists", "names"],
  queryFn: async ({ signal }) => (await everything<Shape<"List">>("/lists", signal)).map(({ id, name }) => ({ id, name })),
});
/** Names of events websites and servers sent; empty for who may not read them. */
export const eventNamesQuery = queryOptions({
  queryKey: ["event-names", "for-rules"],
  queryFn: async ({ signal }) =>
    (await everything<Shape<"EventName">>("/event-names", signal).catch(() => []))
      .filter((event) => !event.blocked && !event.renamedTo)
      .map(({ name }) => name),
  staleTime: 60_000,
});
/** What an event was seen with; nothing for Candor's own ones. */
export const propertiesQuery = (name: string) =>
  queryOptions({
    queryKey: ["event-names", "properties", name],
    queryFn: async ({ signal }) =>
      (
        await request<Shape<"EventNameDetail">>("GET", "/event-names/detail", { query: { name }, signal }).catch(() => ({ properties: [] }))
      ).properties.map(({ property }) => property),
    staleTime: 60_000,
    enabled: name !== "",
  });

const everything = async <Item>(path: `/${string}`, signal: AbortSignal): Promise<Item[]> => {
  const items: Item[] = [];
  for (let after: string | undefined; ; ) {
    const page: Page<Item> = await request<Page<Item>>("GET", path, { query: { limit: 100, after }, signal });
    items.push(...page.items);
    if (!page.next) return items;
    after = page.next;
  }
};

export const segmentQuery = (id: string) =>
  queryOptions({ queryKey: ["segment", id], queryFn: ({ signal }) => request<Segment>("GET", `/segments/${id}`, { signal }) });
export const segmentMembers = (id: string) =>
  keyset(["segment", id, "members"], ({ after, limit, signal }) =>
    request<Page<SegmentMember>>("GET", `/segments/${id}/contacts`, { query: { after, limit }, signal }),
  );
export const segmentDays = (id: string) =>
  queryOptions({
    queryKey: ["segment", id, "days"],
    queryFn: ({ signal }) => request<Shape<"SegmentDays">>("GET", `/segments/${id}/days`, { query: { days: 30 }, signal }),
  });
export const explanation = (id: string, contactId: string) =>
  queryOptions({
    queryKey: ["segment", id, "explanation", contactId],
    queryFn: ({ signal }) => request<SegmentExplanation>("GET", `/segments/${id}/contacts/${contactId}/explain`, { signal }),
    staleTime: 0,
  });
/** The answer belongs to the rule: the same rule is not counted twice within half a minute. */
export const preview = (rule: Rule) =>
  queryOptions({
    queryKey: ["segment-preview", rule],
    queryFn: ({ signal }) => request<SegmentPreview>("POST", "/segments/preview", { body: { rule }, signal }),
    retry: false,
    gcTime: 60_000,
  });

export const saveSegment = async (id: string | null, body: { name: string; description: string; rule: Rule }) => {
  const segment = await (id ? request<Segment>("PATCH", `/segments/${id}`, { body }) : request<Segment>("POST", "/segments", { body }));
  queryClient.setQueryData(segmentQuery(segment.id).queryKey, segment);
  segmentsChanged();
  return segment;
};
export const copySegment = (id: string, name: string) => request<Segment>("POST", `/segments/${id}/copies`, { body: { name } });
export const archiveSegment = (id: string) => request("POST", `/segments/${id}/archive`);
export const restoreSegment = (id: string) => request("POST", `/segments/${id}/restore`);
export const deleteSegment = (id: string) => request("DELETE", `/segments/${id}`);
/** One segment with names instead of ids, as a file. */
export const downloadSegment = async ({ id, name }: { id: string; name: string }) => {
  const { text } = await request<Shape<"SegmentText">>("GET", "/segments/text", { query: { segmentId: id } });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, "-")}.segment.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
};
export const importSegments = (text: string, make: boolean) =>
  request<Shape<"SegmentImported">>("POST", "/segments/imports", { body: { text, make } });

export const segmentsChanged = () => {
  void queryClient.invalidateQueries({ queryKey: ["segments"] });
};
export const segmentChanged = (id: string) => {
  void queryClient.invalidateQueries({ queryKey: ["segment", id] });
  segmentsChanged();
};
