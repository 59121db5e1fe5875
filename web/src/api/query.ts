import { type InfiniteData, infiniteQueryOptions, QueryCache, QueryClient, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ApiError } from "./client.ts";

/** A page of a keyset list. `next` goes back as `?after=`; null at the end. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

let signedOut: () => void = () => undefined;
/** main.tsx says what happens when the session has ended under a page. */
export const onSignedOut = (handler: () => void) => {
  signedOut = handler;
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof ApiError && error.status === 401 && query.queryKey[0] !== "me") signedOut();
    },
  }),
  defaultOptions: {
    queries: {
      // The live stream says what changed; this is for what it does not cover.
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
    mutations: { retry: false },
  },
});

/** Options of a keyset list: for `useKeyset`, and for `queryClient.prefetchInfiniteQuery` on hover. */
export const keyset = <Item>(
  key: QueryKey,
  load: (page: { after?: string; limit: number; signal: AbortSignal }) => Promise<Page<Item>>,
  limit = 50,
) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load({ ...(pageParam ? { after: pageParam } : {}), limit, signal }),
    initialPageParam: "",
    getNextPageParam: (page: Page<Item>) => page.next ?? undefined,
  });

/**
 * A keyset list as VirtualList wants it:
 * `const list = useKeyset(keyset(["contacts", filters], ({ after, limit }) => unwrap(api.GET("/contacts", ...))))`
 * then `<VirtualList {...list.virtual} items={list.items} … />`.
 */
export function useKeyset<Item>(options: ReturnType<typeof keyset<Item>>) {
  const query = useInfiniteQuery(options);
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    ...query,
    items,
    virtual: {
      hasMore: query.hasNextPage,
      loadingMore: query.isFetchingNextPage,
      onEnd: () => {
        if (!query.isFetchingNextPage) void query.fetchNextPage();
      },
    },
  };
}

/** Changes one item in every cached page of the lists under `key`; gives back an undo. For optimistic changes. */
export function patchLists<Item>(key: QueryKey, match: (item: Item) => boolean, change: (item: Item) => Item | null) {
  const before = queryClient.getQueriesData<InfiniteData<Page<Item>>>({ queryKey: key });
  queryClient.setQueriesData<InfiniteData<Page<Item>>>({ queryKey: key }, (data) =>
    data?.pages
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((item) => (match(item) ? (change(item) ?? []) : [item])) as Item[],
          })),
        }
      : data,
  );
  return () => {
    for (const [each, data] of before) queryClient.setQueryData(each, data);
  };
}
