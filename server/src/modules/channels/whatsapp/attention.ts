import type { Failure } from "../../../kernel/deliveries.ts";
import { emit } from "../../../kernel/events.ts";
import { newId } from "../../../kernel/id.ts";
import type { Ctx } from "../../../kernel/module.ts";
import { numberOf } from "./number.ts";

/** Stops sending on a number and says so to people. What is queued stays queued; receiving goes on. */
export const needAttention = (ctx: Ctx, channelId: string, failure: Failure, tokenInvalid: boolean): Promise<void> =>
  ctx.transaction(async (tx) => {
    const changed = await tx
      .updateTable("channels")
      .set({ state: "attention", attention: failure.code })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", channelId)
      .where("state", "=", "active")
      .returning("id")
      .executeTakeFirst();
    if (tokenInvalid)
      await tx
        .updateTable("whatsapp_numbers")
        .set({ token_state: "invalid" })
        .where("organization_id", "=", ctx.organizationId)
        .where("channel_id", "=", channelId)
        .execute();
    if (!changed) return;
    const number = await numberOf(tx, ctx.organizationId, channelId);
    const kind = tokenInvalid ? "token_invalid" : "sending_stopped";
    await tx
      .insertInto("channel_notices")
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        channel_id: channelId,
        account_id: number?.account_id ?? "",
        kind,
        severity: "danger",
        payload: JSON.stringify({
          code: failure.code,
          providerCode: failure.providerCode ?? null,
          message: failure.message,
          remedy: failure.remedy ?? null,
        }),
        occurred_at: new Date(),
      })
      .execute();
    await emit(tx, ctx, "channel.notice", { channelId, kind, severity: "danger" });
    await emit(tx, ctx, "channel.updated", { channelId, what: "attention" });
  });
