import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, request, type Shape, unwrap } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";

export type Deal = Shape<"Deal">;
export type Pipeline = Shape<"Pipeline">;
export type DealStage = Shape<"DealStage">;
export type DealReason = Shape<"DealReason">;
export type DealHistory = Shape<"DealHistory">;
export type DealTotal = Shape<"DealTotals">["items"][number];
export type DealSort = "newest" | "expected" | "value";

/** What a board or table may be narrowed to; the address carries them. */
export type DealFilters = {
  pipeline?: string | undefined;
  owner?: string | undefined;
  expectedFrom?: string | undefined;
  expectedTo?: string | undefined;
};
type ListFilters = DealFilters & {
  stage?: string | undefined;
  state?: string | undefined;
  company?: string | undefined;
  contact?: string | undefined;
  sort?: DealSort | "board" | undefined;
};

const pipelinesQuery = queryOptions({
  queryKey: ["pipelines"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/pipelines", { signal }))).items,
  staleTime: 5 * 60_000,
});
export const usePipelines = () => useQuery(pipelinesQuery);
export const useStage = (stageId: string | undefined) =>
  useQuery(pipelinesQuery)
    .data?.flatMap((pipeline) => pipeline.stages)
    .find((stage) => stage.id === stageId);

const reasonsQuery = queryOptions({
  queryKey: ["deal-reasons"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/deal-reasons", { signal }))).items,
  staleTime: 5 * 60_000,
});
export const useReasons = () => useQuery(reasonsQuery).data ?? [];

export const dealList = (filters: ListFilters, limit = 30) =>
  keyset(
    ["deals", "list", filters],
    ({ after, limit, signal }) => request<Page<Deal>>("GET", "/deals", { query: { ...filters, after, limit }, signal }),
    limit,
  );

export const dealQuery = (id: string) =>
  queryOptions({
    queryKey: ["deals", "one", id],
    queryFn: ({ signal }) => unwrap(api.GET("/deals/{dealId}", { params: { path: { dealId: id } }, signal })),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["deals", "history", id],
    queryFn: async ({ signal }) => (await unwrap(api.GET("/deals/{dealId}/history", { params: { path: { dealId: id } }, signal }))).items,
  });

export const totalsQuery = (filters: DealFilters) =>
  queryOptions({
    queryKey: ["deals", "totals", filters],
    queryFn: async ({ signal }) => (await request<Shape<"DealTotals">>("GET", "/deals/totals", { query: filters, signal })).items,
    enabled: Boolean(filters.pipeline),
  });

export const dealsChanged = () => queryClient.invalidateQueries({ queryKey: ["deals"] });
export const pipelinesChanged = () =>
  Promise.all([["pipelines"], ["deal-reasons"], ["deals"]].map((queryKey) => queryClient.invalidateQueries({ queryKey })));

export type DealChange = Partial<
  Pick<Deal, "title" | "value" | "currency" | "probability" | "expectedOn" | "ownerId" | "reasonId" | "reasonNote">
> & { companyId?: string | null; contactIds?: string[] };

/** Shows the change at once and takes it back when the server refuses. */
export const changeDeal = async (id: string, change: DealChange) => {
  const { queryKey } = dealQuery(id);
  const before = queryClient.getQueryData(queryKey);
  const { companyId: _company, contactIds: _people, ...facts } = change;
  if (before) queryClient.setQueryData(queryKey, { ...before, ...facts });
  try {
    queryClient.setQueryData(queryKey, await request<Deal>("PATCH", `/deals/${id}`, { body: change }));
    void queryClient.invalidateQueries({ queryKey: ["deals"] });
  } catch (error) {
    if (before) queryClient.setQueryData(queryKey, before);
    throw error;
  }
};
