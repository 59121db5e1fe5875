import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset } from "../api/query.ts";

export type CostSum = Shape<"CostSum">;
export interface FreeReplies {
  channelId: string;
  name: string;
  used: number;
  charged: number;
  allowance: number | null;
  left: number | null;
}
export type MonthOfCosts = Shape<"MonthOfCosts">;
export const breakdowns = ["number", "sender", "contact", "template", "category", "country"] as const;
export type Breakdown = (typeof breakdowns)[number];
export interface CostLine extends CostSum {
  key: string;
  name: string | null;
  market: string | null;
}
export type Exactness = "published" | "estimate" | "own";
export type CostMessage = Shape<"CostMessage">;
export type CostHints = Shape<"CostHints">;
export interface Estimate {
  category: string;
  country: string | null;
  market: string | null;
  currency: string;
  amountMicros: string | null;
  priceMicros: string | null;
  free: "free_entry_point" | "free_replies" | "not_charged" | null;
  freeRepliesLeft: number | null;
  validFrom: string | null;
  exactness: Exactness | null;
  source: string | null;
  showReplyCost: boolean;
}
export type PriceRow = Shape<"PriceRow">;
export type CostSettings = Shape<"CostSettings">;
/** Filters of the list of messages, as they stand in the address. */
export type CostFilters = {
  month?: string;
  number?: string;
  sender?: string;
  contact?: string;
  template?: string;
  category?: string;
  country?: string;
  day?: string;
  charged?: string;
  unpriced?: string;
};

export const costsKey = ["costs"];
export const monthsQuery = queryOptions({
  queryKey: [...costsKey, "months"],
  queryFn: () => request<{ items: { month: string }[] }>("GET", "/costs/months").then((answer) => answer.items.map((item) => item.month)),
});
export const monthQuery = (month: string) =>
  queryOptions({
    queryKey: [...costsKey, "month", month],
    queryFn: ({ signal }) => request<MonthOfCosts>("GET", `/costs/months/${month}`, { signal }),
  });
export const breakdownQuery = (month: string, by: Breakdown) =>
  keyset<CostLine>(
    [...costsKey, "by", month, by],
    ({ signal, ...page }) => request("GET", `/costs/months/${month}/by/${by}`, { query: page, signal }),
    10,
  );
export const hintsQuery = (month: string) =>
  queryOptions({
    queryKey: [...costsKey, "hints", month],
    queryFn: ({ signal }) => request<CostHints>("GET", `/costs/months/${month}/hints`, { signal }),
    staleTime: 5 * 60_000,
  });
export const costMessagesQuery = ({ month, ...filters }: CostFilters & { month: string }) =>
  keyset<CostMessage>(
    [...costsKey, "messages", month, filters],
    ({ signal, ...page }) => request("GET", `/costs/months/${month}/messages`, { query: { ...filters, ...page }, signal }),
    50,
  );
export const estimateQuery = (channelId: string, contactId: string, templateId?: string) =>
  queryOptions({
    queryKey: ["cost-estimate", channelId, contactId, templateId ?? "reply"],
    queryFn: ({ signal }) => request<Estimate>("GET", "/costs/estimate", { query: { channelId, contactId, templateId }, signal }),
    staleTime: 20_000,
    retry: false,
  });
export const pricesQuery = (filters: { market?: string; category?: string; show?: string }) =>
  keyset<PriceRow>(
    [...costsKey, "prices", filters],
    ({ signal, ...page }) => request("GET", "/costs/prices", { query: { ...filters, ...page }, signal }),
    100,
  );
export const marketsQuery = queryOptions({
  queryKey: [...costsKey, "markets"],
  queryFn: () => request<{ items: { market: string; countries: string[] }[] }>("GET", "/costs/markets").then((answer) => answer.items),
  staleTime: 60 * 60_000,
});
export const settingsQuery = queryOptions({
  queryKey: [...costsKey, "settings"],
  queryFn: () => request<CostSettings>("GET", "/costs/settings"),
});
