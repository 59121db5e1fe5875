import { sql } from "kysely";
import type { Ctx } from "../../kernel/module.ts";

/** An API key reads for nobody in particular: to it nothing is unread. */
export const readerOf = (ctx: Ctx): string | null => (ctx.actor.kind === "member" ? ctx.actor.memberId : null);

/** Unread for one member, over conversations `c` left-joined with their conversation_reads `r`. Without a row: all since the member joined. */
export const unreadOf = (ctx: Ctx) => {
  const reader = readerOf(ctx);
  if (reader === null) return sql<number>`0`;
  const joined = sql`(select created_at from members where organization_id = ${ctx.organizationId} and id = ${reader})`;
  return sql<number>`greatest(0, case when r.member_id is not null then c.inbound_count - r.read_inbound_count when c.last_inbound_at >= ${joined} then c.inbound_count else 0 end)`;
};
