import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { notFound } from "../../kernel/errors.ts";
import type { Edge } from "../../kernel/http.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import { personOf } from "./me.ts";
import { auditEverywhere } from "./memberships.ts";
import { longestDays, sessionToken } from "./session.ts";

/** Those that still open something, the one used last first. A person has few; the newest hundred are shown. */
export const listSessions = async (ctx: Ctx, { request }: Edge) => {
  const { userId } = personOf(ctx);
  const current = sessionToken(ctx.kernel, request);
  const rows = await ctx.kernel.db.auth
    .selectFrom("sessions")
    .select(["id", "token", "device", "network", "created_at", "last_used_at", "expires_at"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", sql<Date>`now()`)
    .where("created_at", ">", sql<Date>`now() - ${longestDays} * interval '1 day'`)
    .orderBy("last_used_at", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.token === current,
    device: row.device,
    network: row.network,
    startedAt: row.created_at,
    lastUsedAt: row.last_used_at,
    endsAt: row.expires_at,
  }));
};

export const revokeSession = async (ctx: Ctx, sessionId: string) => {
  const { kernel } = ctx;
  const { userId } = personOf(ctx);
  const gone = await kernel.db.auth.deleteFrom("sessions").where("id", "=", sessionId).where("user_id", "=", userId).executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw notFound("session");
  kernel.live.wake("access");
  await auditEverywhere(kernel, userId, "session.revoked");
};

export const revokeOtherSessions = async (ctx: Ctx, { request }: Edge) => {
  const { userId } = personOf(ctx);
  await endOtherSessions(ctx.kernel, userId, request);
  await auditEverywhere(ctx.kernel, userId, "session.others_revoked");
};

export const endOtherSessions = async (kernel: Kernel, userId: string, request: FastifyRequest) => {
  const current = sessionToken(kernel, request);
  await kernel.db.auth
    .deleteFrom("sessions")
    .where("user_id", "=", userId)
    .where("token", "<>", current ?? "")
    .execute();
  kernel.live.wake("access");
};
