import type { Kernel } from "../../../../kernel/module.ts";
import { callGraph } from "../graph/graph.ts";
import type { Credentials } from "./check.ts";

export const neededScopes = ["whatsapp_business_messaging", "whatsapp_business_management"];
/** `accountIds`: the accounts the token may manage. A moment is null where the token does not end. */
export type TokenFacts = { scopes: string[] | null; expiresAt: Date | null; dataAccessExpiresAt: Date | null; accountIds: string[] };

/** Asked with the app's own token, as Meta wants it; null where Meta does not say. */
export const tokenFacts = async (kernel: Kernel, given: Credentials, appId: string): Promise<TokenFacts | null> => {
  const answer = await callGraph(
    kernel,
    { ...given, token: `${appId}|${given.appSecret}` },
    { purpose: "service_operation", path: "debug_token", query: { input_token: given.token } },
  );
  const data = answer.json?.data as Record<string, unknown> | undefined;
  if (answer.error || !data || typeof data !== "object") return null;
  const granular = (Array.isArray(data.granular_scopes) ? data.granular_scopes : []) as { scope?: unknown; target_ids?: unknown }[];
  const targets = granular.filter((one) => one?.scope === "whatsapp_business_management").flatMap((one) => one.target_ids ?? []);
  return {
    scopes: Array.isArray(data.scopes) ? data.scopes.map(String) : null,
    expiresAt: momentOf(data.expires_at),
    dataAccessExpiresAt: momentOf(data.data_access_expires_at),
    accountIds: targets.map(String).filter((id) => /^\d{5,25}$/.test(id)),
  };
};

/** Seconds since 1970; 0 is never. */
const momentOf = (value: unknown): Date | null => (typeof value === "number" && value > 0 && value < 1e11 ? new Date(value * 1000) : null);
