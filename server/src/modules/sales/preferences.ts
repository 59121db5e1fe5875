import { forbidden } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { memberOf } from "./deal-move.ts";

export const taskPreferences = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom("task_preferences")
      .select("mail")
      .where("organization_id", "=", ctx.organizationId)
      .where("member_id", "=", memberOf(ctx) ?? "00000000-0000-0000-0000-000000000000")
      .executeTakeFirst();
    return { mail: row?.mail ?? false };
  });

/** A member's own; an API key has no mail. */
export const changeTaskPreferences = (ctx: Ctx, { mail }: { mail: boolean }) =>
  ctx.transaction(async (tx) => {
    const memberId = memberOf(ctx);
    if (memberId === null) throw forbidden("a signed-in member");
    await tx
      .insertInto("task_preferences")
      .values({ organization_id: ctx.organizationId, member_id: memberId, mail })
      .onConflict((clash) => clash.columns(["organization_id", "member_id"]).doUpdateSet({ mail }))
      .execute();
    return { mail };
  });
