import { request, type Shape } from "../api/client.ts";

export type Arrival = Shape<"Arrival">;
export type Bots = "with" | "without" | "only";
export interface ArrivalFilter {
  name: string | undefined;
  keyId: string | undefined;
  bots: Bots;
}

export const arrivalsOf = (filter: ArrivalFilter, signal: AbortSignal) =>
  request<{ items: Arrival[] }>("GET", "/events/recent", { query: { ...filter, limit: 50 }, signal });
