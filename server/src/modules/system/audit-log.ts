import type { z } from "zod";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type PageQuery, readCursor, toPage } from "../../kernel/page.ts";

type Facts = Record<string, unknown>;

/** The chain from its newest entry back. Each `hash` covers the one before; docs/audit-log.md tells how to check it. */
export const auditLog = (ctx: Ctx, page: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const [after] = readCursor(page.after, 1) ?? [];
    if (after !== undefined && !/^\d{1,18}$/.test(after)) throw invalid("after", "This is not a page cursor.");
    const rows = await tx
      .selectFrom("audit_log")
      .select(["position", "at", "actor", "action", "target", "details", "hash"])
      .where("organization_id", "=", ctx.organizationId)
      .$if(after !== undefined, (query) => query.where("position", "<", after ?? ""))
      .orderBy("position", "desc")
      .limit(page.limit + 1)
      .execute();
    return toPage(
      rows,
      page.limit,
      (row) => ({
        position: row.position,
        at: row.at,
        actor: actorOf(row.actor),
        action: row.action,
        target: row.target as Facts,
        details: row.details as Facts,
        hash: row.hash,
      }),
      (row) => [row.position],
    );
  });

const actorOf = (actor: unknown) => {
  const { kind, name } = actor as { kind: string; name?: string };
  return { kind, name: name ?? null };
};
