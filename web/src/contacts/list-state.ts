import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, request, type Shape, unwrap } from "../api/client.ts";
import { keyset, type Page } from "../api/query.ts";
import { useFilters } from "../frame/index.ts";
import type { Condition } from "./condition-fields.ts";
import type { ContactSummary } from "./contact-data.ts";

export type SavedView = Shape<"SavedView">;
export type ViewColumn = { key: string; width: number | null };
export type Direction = "asc" | "desc";

/** What a list shows and how: that of the view, with what the address says differently. */
export interface ListState {
  q: string;
  filter: Condition[];
  sort: string | null;
  direction: Direction;
  columns: ViewColumn[];
}
/** The address: short words, each only where it differs from the view. */
type Address = { view?: string; q?: string; filter?: string; sort?: string; cols?: string; tag?: string; stage?: string };

export const usualColumns: ViewColumn[] = ["name", "reached_by", "tags", "stage", "owner", "last_seen_at"].map((key) => ({
  key,
  width: null,
}));
export const mostFilters = 20;
/** The address word for all contacts, where a view of one's own opens first. */
export const everybody = "all";

export const viewsQuery = queryOptions({
  queryKey: ["contact-views"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/contact-views", { signal }))).items,
  staleTime: 60_000,
});

const columnsText = (columns: ViewColumn[]) => columns.map(({ key, width }) => (width === null ? key : `${key}:${width}`)).join(",");
const readColumns = (text: string): ViewColumn[] =>
  text.split(",").flatMap((part) => {
    const [key = "", width] = part.split(":");
    return key === "" ? [] : [{ key, width: width ? Math.min(800, Math.max(60, Number(width) || 60)) : null }];
  });
const sortText = (sort: string | null, direction: Direction) => (sort === null ? "newest" : `${direction === "desc" ? "-" : ""}${sort}`);
const readFilter = (text: string): Condition[] => {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? (read as Condition[]) : [];
  } catch {
    return [];
  }
};

const ofView = (view: SavedView | undefined): Omit<ListState, "q"> => ({
  filter: view?.filter ?? [],
  sort: view?.sort ?? null,
  direction: view?.direction ?? "desc",
  columns: view && view.columns.length > 0 ? view.columns : usualColumns,
});

/** The list's state in the address; what is not there is the view's. */
export function useListState() {
  const [address, setAddress] = useFilters<Address>();
  const views = useQuery(viewsQuery);
  const first = views.data?.find((view) => view.opensFirst);
  const view =
    address.view === everybody ? undefined : (views.data?.find((each) => each.id === address.view) ?? (address.view ? undefined : first));
  const base = useMemo(() => ofView(view), [view]);
  const state: ListState = useMemo(() => {
    const sort = address.sort;
    return {
      q: address.q ?? "",
      // Links of before there were filters: a tag or stage alone.
      filter: address.filter === undefined ? [...base.filter, ...olderFilters(address)] : readFilter(address.filter),
      sort: sort === undefined ? base.sort : sort === "newest" ? null : sort.replace(/^-/, ""),
      direction: sort === undefined ? base.direction : sort.startsWith("-") || sort === "newest" ? "desc" : "asc",
      columns: address.cols === undefined ? base.columns : readColumns(address.cols),
    };
  }, [address, base]);

  const change = (next: Partial<ListState>) => {
    const wanted = { ...state, ...next };
    const differs = <Part>(now: Part, before: Part, text: string) => (JSON.stringify(now) === JSON.stringify(before) ? "" : text);
    void setAddress({
      q: wanted.q,
      filter: differs(wanted.filter, base.filter, JSON.stringify(wanted.filter)),
      sort: differs([wanted.sort, wanted.direction], [base.sort, base.direction], sortText(wanted.sort, wanted.direction)),
      cols: differs(wanted.columns, base.columns, columnsText(wanted.columns)),
      tag: "",
      stage: "",
    });
  };
  return {
    state,
    view,
    views: views.data ?? [],
    /** While the views are not known it is not known what is shown. */
    pending: views.isPending,
    viewGone: address.view !== undefined && address.view !== everybody && !view && views.isSuccess,
    changed: [address.filter, address.sort, address.cols].some((each) => each !== undefined),
    change,
    open: (id: string | null) =>
      void setAddress({ view: id ?? (first ? everybody : ""), q: "", filter: "", sort: "", cols: "", tag: "", stage: "" }),
    reset: () => void setAddress({ filter: "", sort: "", cols: "", tag: "", stage: "" }),
  };
}

const olderFilters = ({ tag, stage }: Address): Condition[] => [
  ...(tag ? [{ about: "tag" as const, op: "has" as const, tagId: tag }] : []),
  ...(stage ? [{ about: "field" as const, field: "stage", op: "is" as const, value: stage }] : []),
];

const matching = ({ q, filter }: Pick<ListState, "q" | "filter">) => ({
  search: q || undefined,
  filter: filter.length > 0 ? JSON.stringify(filter) : undefined,
});

export const contactsQuery = (state: ListState) =>
  keyset(["contacts", "list", matching(state), state.sort, state.direction], ({ after, limit, signal }) =>
    request<Page<ContactSummary>>("GET", "/contacts", {
      query: {
        ...matching(state),
        sort: state.sort ?? undefined,
        direction: state.sort === null ? undefined : state.direction,
        after,
        limit,
      },
      signal,
    }),
  );

export const countQuery = (state: Pick<ListState, "q" | "filter">, exact = false) =>
  queryOptions({
    queryKey: ["contacts", "count", matching(state), exact],
    queryFn: ({ signal }) =>
      request<Shape<"ContactCount">>("GET", "/contacts/count", {
        query: { ...matching(state), exact: exact ? "true" : undefined },
        signal,
      }),
    staleTime: 30_000,
  });
