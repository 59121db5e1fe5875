import { sql } from "kysely";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";

type Entry = { key: string; name: string | null; hue: number; enteredAt: Date; leftAt: Date | null };
const most = 200;

/** Where a contact is and was, newest first. A stage that was taken away since is still called by its name. */
export const readStageHistory = (ctx: Ctx, contactId: string) =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<Entry>`
      select s.key, s.name, s.hue, e.entered_at as "enteredAt", e.left_at as "leftAt" from (
          select stage, stage_since as entered_at, null::timestamptz as left_at from contacts where organization_id = ${ctx.organizationId} and id = ${contactId}
          union all
          select stage, entered_at, left_at from stage_entries where organization_id = ${ctx.organizationId} and contact_id = ${contactId}) e
        join stages s on s.organization_id = ${ctx.organizationId} and s.key = e.stage
       order by e.left_at desc nulls first, e.entered_at desc limit ${most}`.execute(tx);
    if (rows.length === 0) throw notFound("contact");
    return { items: rows };
  });
