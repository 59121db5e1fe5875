import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Authenticate, Principal } from "../../kernel/edge.ts";
import type { Kernel } from "../../kernel/module.ts";
import { keyHash } from "./api-key.ts";
import { permissionsOf, type Role } from "./roles.ts";
import { longestDays, recogniseBy, sessionToken } from "./session.ts";

/** A session cookie or an API key, looked up anew for each request: a revoked one stops working at once, in every process. */
export const authenticator =
  (kernel: Kernel): Authenticate =>
  async (request) => {
    const header = request.headers.authorization;
    if (header !== undefined) return byApiKey(kernel, header);
    return bySession(kernel, request);
  };

/**
 * One query: session, membership and role. A member deactivated in the session's organization is nobody, not a member of another one:
 * a page left open must not suddenly act elsewhere.
 */
const bySession = async (kernel: Kernel, request: FastifyRequest): Promise<Principal | null> => {
  const token = sessionToken(kernel, request);
  if (!token) return null;
  const found = await kernel.db.auth
    .selectFrom("sessions as s")
    .innerJoin("members as m", "m.user_id", "s.user_id")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .leftJoin("two_factors as f", (join) => join.onRef("f.user_id", "=", "s.user_id").on("f.confirmed_at", "is not", null))
    .select(["m.user_id", "m.organization_id", "m.id", "m.name", "m.role", "s.last_used_at"])
    .select(sql<boolean>`m.role = any(o.two_factor_roles) and f.user_id is null`.as("lacks_second_step"))
    .where("s.token", "=", token)
    .where("s.expires_at", ">", sql<Date>`now()`)
    .where("s.created_at", ">", sql<Date>`now() - ${longestDays} * interval '1 day'`)
    .where("m.deactivated_at", "is", null)
    .where(sql<boolean>`m.organization_id = coalesce(s.active_organization_id, m.organization_id)`)
    .orderBy("m.created_at")
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  if (Date.now() - found.last_used_at.getTime() > 60_000) await recogniseBy(kernel, token, request);
  return {
    userId: found.user_id,
    organizationId: found.organization_id,
    actor: { kind: "member", memberId: found.id, userId: found.user_id, name: found.name },
    // Where the role asks for a second step and there is none yet, only what every signed-in person may do is left: setting it up.
    permissions: found.lacks_second_step ? new Set() : permissionsOf(kernel, found.role as Role),
    rateKey: `member:${found.id}`,
  };
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
    await kernel.db.auth
      .updateTable("api_keys")
      .set({ last_used_at: new Date() })
      .where("organization_id", "=", found.organization_id)
      .where("id", "=", found.id)
      .execute();
  }
  return {
    userId: null,
    organizationId: found.organization_id,
    actor: { kind: "api_key", apiKeyId: found.id, name: found.name },
    permissions: new Set(found.permissions),
    rateKey: `key:${found.id}`,
  };
};
