import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";
import type { ContactSummary } from "../contacts/contact-data.ts";

export type Company = Shape<"Company">;
export type CompanyFilters = { q?: string | undefined; owner?: string | undefined };
export const companySizes = ["1", "2-10", "11-50", "51-200", "201-1000", "1001+"] as const;

export const companyList = ({ q, owner }: CompanyFilters) =>
  keyset(["companies", "list", { q, owner }], ({ after, limit, signal }) =>
    request<Page<Company>>("GET", "/companies", { query: { search: q, owner, after, limit }, signal }),
  );

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ["companies", "one", id],
    queryFn: ({ signal }) => request<Company>("GET", `/companies/${id}`, { signal }),
  });

export const peopleList = (id: string) =>
  keyset(["companies", "people", id], ({ after, limit, signal }) =>
    request<Page<ContactSummary>>("GET", `/companies/${id}/people`, { query: { after, limit }, signal }),
  );

export const companiesChanged = () => queryClient.invalidateQueries({ queryKey: ["companies"] });

export type CompanyChange = Partial<Omit<Company, "id" | "people" | "createdAt" | "updatedAt">>;

/** Shows the change at once and takes it back when the server refuses. */
export const changeCompany = async (id: string, change: CompanyChange) => {
  const { queryKey } = companyQuery(id);
  const before = queryClient.getQueryData(queryKey);
  if (before) queryClient.setQueryData(queryKey, { ...before, ...change });
  try {
    queryClient.setQueryData(queryKey, await request<Company>("PATCH", `/companies/${id}`, { body: change }));
    void companiesChanged();
    if (change.name !== undefined) void queryClient.invalidateQueries({ queryKey: ["contacts"] });
  } catch (error) {
    if (before) queryClient.setQueryData(queryKey, before);
    throw error;
  }
};
