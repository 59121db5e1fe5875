import type { Authenticate, Principal } from "../../kernel/edge.ts";
import type { Kernel } from "../../kernel/module.ts";
import { keyHash } from "./api-key.ts";

/** A session cookie or an API key, looked up anew for each request: a revoked one stops working at once, in every process. */
export const authenticator = (kernel: Kernel): Authenticate => async (request) => {
  const header = request.headers.authorization;
  if (header !== undefined) return byApiKey(kernel, header);
  return null;
};

const byApiKey = async (kernel: Kernel, header: string): Promise<Principal | null> => {
  const key = /^Bearer\s+(\S{10,200})$/i.exec(header)?.[1];
  if (!key) return null;
  const found = await kernel.db.auth
    .selectFrom("api_keys")
    .select(["organization_id", "id", "name", "permissions", "last_used_at"])
    .where("key_hash", "=", keyHash(key))
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (!found) return null;
  if (!found.last_used_at || Date.now() - found.last_used_at.getTime() > 60_000) {
    await kernel.db.auth.updateTable("api_keys").set({ last_used_at: new Date() }).where("organization_id", "=", found.organization_id).where("id", "=", found.id).execute();
  }
  return { userId: null, organizationId: found.organization_id, actor: { kind: "api_key", apiKeyId: found.id, name: found.name }, permissions: new Set(found.permissions), rateKey: `key:${found.id}` };
};

