import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import { invalid, notFound, Refusal } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import type { ApiKeyRequest } from "./accounts.api.ts";
import { keyHash, newKey } from "./api-key.ts";
import { requireConfirmedEmail } from "./email.ts";

const columns = ["id", "name", "ends_with", "permissions", "created_at", "last_used_at", "revoked_at"] as const;

/** Newest first, revoked ones included: what once had access stays to be seen. */
export const apiKeys = (ctx: Ctx, page: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = idCursor(page.after);
    const rows = await tx
      .selectFrom("api_keys")
      .select(columns)
      .where("organization_id", "=", ctx.organizationId)
      .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
      .orderBy("id", "desc")
      .limit(page.limit + 1)
      .execute();
    return toPage(rows, page.limit, view, (row) => [row.id]);
  });

/** The key itself is in the answer and nowhere else. "all" is what its maker has today; later permissions are not added by themselves. */
export const createApiKey = async (ctx: Ctx, wanted: z.output<typeof ApiKeyRequest>) => {
  await requireConfirmedEmail(ctx);
  const permissions = chosen(ctx, wanted.permissions);
  const key = newKey();
  return ctx.transaction(async (tx) => {
    const row = await tx
      .insertInto("api_keys")
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        name: wanted.name,
        key_hash: keyHash(key),
        ends_with: key.slice(-4),
        permissions,
        created_by: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    await emit(tx, ctx, "api_key.created", { apiKeyId: row.id, name: row.name, permissions });
    await audit(tx, ctx, "api_key.created", { apiKeyId: row.id }, { name: row.name, permissions });
    return { ...view(row), key };
  });
};

export const revokeApiKey = async (ctx: Ctx, apiKeyId: string) => {
  await ctx.transaction(async (tx) => {
    const found = await tx
      .selectFrom("api_keys")
      .select("revoked_at")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", apiKeyId)
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw notFound("API key");
    if (found.revoked_at) return;
    await tx
      .updateTable("api_keys")
      .set({ revoked_at: sql`now()` })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", apiKeyId)
      .execute();
    await emit(tx, ctx, "api_key.revoked", { apiKeyId });
    await audit(tx, ctx, "api_key.revoked", { apiKeyId });
  });
  ctx.kernel.live.wake("access");
};

const chosen = (ctx: Ctx, wanted: "all" | string[]) => {
  if (wanted === "all") return [...ctx.permissions].sort();
  const unknown = wanted.find((permission) => !ctx.kernel.permissions.has(permission));
  if (unknown) throw invalid("permissions", `There is no permission ${unknown}.`, "GET /api/v1/permissions lists them.");
  const lacking = wanted.find((permission) => !ctx.permissions.has(permission));
  if (lacking)
    throw new Refusal(403, "above_own_permissions", `You do not have the permission ${lacking} yourself.`, {
      field: "permissions",
      remedy: "Leave it out, or ask somebody who has it.",
    });
  return [...new Set(wanted)].sort();
};

const view = (row: {
  id: string;
  name: string;
  ends_with: string;
  permissions: string[];
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}) => ({
  id: row.id,
  name: row.name,
  endsWith: row.ends_with,
  permissions: row.permissions,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
});
