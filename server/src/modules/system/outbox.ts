import type { z } from "zod";
import type { Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";

type State = "queued" | "sent" | "failed" | "kept";

/** The organization's own letters, newest first. Letters to a person alone (a reset link) belong to no organization and never show here. */
export const outbox = (ctx: Ctx, page: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = idCursor(page.after);
    const rows = await tx
      .selectFrom("mail_outbox")
      .select(["id", "recipient", "subject", "body", "state", "failure", "created_at"])
      .where("organization_id", "=", ctx.organizationId)
      .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
      .orderBy("id", "desc")
      .limit(page.limit + 1)
      .execute();
    return toPage(
      rows,
      page.limit,
      (row) => ({
        id: row.id,
        to: row.recipient,
        subject: row.subject,
        // Letters carry links that let people in: only who may invite reads them.
        body: ctx.permissions.has("members.manage") ? row.body : "",
        state: row.state as State,
        failure: row.failure,
        at: row.created_at,
      }),
      (row) => [row.id],
    );
  });
