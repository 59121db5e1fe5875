import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../../../kernel/module.ts";
import { type PageQuery, readPlace, toPage } from "../../../../kernel/page.ts";
import type { Notice } from "../../channels.api.ts";

/** News about numbers and accounts, newest first. */
export const notices = (ctx: Ctx, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = readPlace(query.after);
    const rows = await tx
      .selectFrom("channel_notices")
      .select(["id", "channel_id", "kind", "severity", "payload", "occurred_at", sql<string>`occurred_at::text`.as("exactly_at")])
      .where("organization_id", "=", ctx.organizationId)
      .where("dismissed_at", "is", null)
      .$if(after !== null, (all) => all.where(sql<boolean>`(occurred_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`))
      .orderBy("occurred_at", "desc")
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    const view = (row: (typeof rows)[number]): z.input<typeof Notice> => ({
      id: row.id,
      channelId: row.channel_id,
      kind: row.kind,
      severity: row.severity as "info" | "warning" | "danger",
      payload: row.payload as Record<string, unknown>,
      at: row.occurred_at,
    });
    return toPage(rows, query.limit, view, (row) => [row.exactly_at, row.id]);
  });
