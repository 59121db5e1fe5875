import { request } from "../api/client.ts";
import { keyset } from "../api/query.ts";

export interface ApiKey {
  id: string;
  name: string;
  endsWith: string;
  permissions: string[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export type ApiKeyMade = ApiKey & { key: string };

export const apiKeysKey = ["settings", "api-keys"];
export const apiKeysQuery = keyset<ApiKey>(apiKeysKey, ({ signal, ...page }) => request("GET", "/api-keys", { query: page, signal }), 100);
