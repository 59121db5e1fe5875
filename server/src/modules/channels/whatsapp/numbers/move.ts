import { audit } from "../../../../kernel/audit.ts";
import { conflict } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { callGraph } from "../graph/graph.ts";
import { connectedNumber, recheckChannel } from "./change.ts";
import type { ChannelView } from "./channel-view.ts";
import type { MovedTo } from "./check-moved.ts";
import { accessOf } from "./number.ts";

/**
 * Follows a number to the account Meta says it belongs to now. Asked again first: what a check saw yesterday may be undone. The number's id
 * stays, and with it the conversations; templates, limit and webhooks are those of the new account.
 */
export const moveNumber = async (ctx: Ctx, channelId: string): Promise<ChannelView> => {
  await recheckChannel(ctx, channelId);
  const number = await connectedNumber(ctx, channelId);
  const to = number.moved_to as MovedTo | null;
  if (!to)
    throw conflict(
      "not_moved",
      "Meta does not say that this number has moved.",
      "Give the token access to the account it is in now, then check again.",
    );
  const from = { accountId: number.account_id, portfolioId: number.portfolio_id };
  const { organizationId } = ctx;
  // As candor_system: parked items of the new account belong to the app.
  await ctx.kernel.db.system.transaction().execute(async (tx) => {
    await tx
      .updateTable("whatsapp_numbers")
      .set({ account_id: to.accountId, portfolio_id: to.portfolioId ?? "", moved_to: null, standing: "{}" })
      .where("organization_id", "=", organizationId)
      .where("channel_id", "=", channelId)
      .execute();
    await emit(tx, ctx, "channel.updated", { channelId, what: "account" });
    await audit(tx, ctx, "channel.moved", { channelId }, { from, to: { accountId: to.accountId, portfolioId: to.portfolioId } });
    await enqueue(tx, "whatsapp.sync-templates", { organizationId, channelId }, { key: `sync-templates:${channelId}`, attempts: 5 });
    if (number.app_id)
      await enqueue(tx, "whatsapp.replay-parked", { appId: number.app_id }, { key: `replay-parked:${number.app_id}`, attempts: 5 });
  });
  ctx.kernel.live.wake("apps");
  ctx.kernel.live.wake("deliveries");
  ctx.kernel.live.wake();
  await callGraph(ctx.kernel, accessOf(ctx.kernel, { ...number, account_id: to.accountId }), {
    purpose: "service_operation",
    path: `${to.accountId}/subscribed_apps`,
    method: "POST",
    json: {},
  }).catch(() => null);
  return recheckChannel(ctx, channelId);
};
