import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset } from "../api/query.ts";

export type WriteKey = Shape<"WriteKey">;
export type WriteKeyRequest = Shape<"WriteKeyRequest">;
export type EventName = Shape<"EventName">;
export type EventNameDetail = Shape<"EventNameDetail">;
export type EventProperty = Shape<"EventProperty">;
export type Arrival = Shape<"Arrival">;
export type EventDay = EventName["days"][number];

export const trackingKey = ["tracking"];
export const writeKeysKey = [...trackingKey, "write-keys"];
export const namesKey = [...trackingKey, "names"];

export const writeKeysQuery = keyset<WriteKey>(
  writeKeysKey,
  ({ signal, ...page }) => request("GET", "/write-keys", { query: page, signal }),
  100,
);
export const namesQuery = (search: string | undefined) =>
  keyset<EventName>([...namesKey, "list", search ?? ""], ({ signal, ...page }) =>
    request("GET", "/event-names", { query: { ...page, search }, signal }),
  );
export const nameQuery = (name: string) =>
  queryOptions({
    queryKey: [...namesKey, "one", name],
    queryFn: ({ signal }) => request<EventNameDetail>("GET", "/event-names/detail", { query: { name }, signal }),
  });
