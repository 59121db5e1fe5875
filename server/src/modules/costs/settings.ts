import { audit } from "../../kernel/audit.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { today } from "./estimate.ts";
import { type CostSettings, settingsOf } from "./price-book.ts";
import { recalculateSince } from "./recalculate.ts";

export const costSettings = (ctx: Ctx) => ctx.transaction((tx) => settingsOf(tx, ctx.organizationId));

/** Another currency prices the running month anew; what was counted before stays as it was. */
export const changeCostSettings = (ctx: Ctx, change: Partial<CostSettings>) =>
  ctx.transaction(async (tx) => {
    const before = await settingsOf(tx, ctx.organizationId);
    const after = { currency: change.currency ?? before.currency, showReplyCost: change.showReplyCost ?? before.showReplyCost };
    if (after.currency === before.currency && after.showReplyCost === before.showReplyCost) return after;
    const row = { currency: after.currency, show_reply_cost: after.showReplyCost, updated_at: new Date() };
    await tx
      .insertInto("cost_settings")
      .values({ organization_id: ctx.organizationId, ...row })
      .onConflict((clash) => clash.column("organization_id").doUpdateSet(row))
      .execute();
    if (after.currency !== before.currency) await recalculateSince(tx, ctx.organizationId, await today(tx, ctx.organizationId));
    await audit(tx, ctx, "costs.settings_changed", {}, after);
    await emit(tx, ctx, "costs.settings_changed", after);
    return after;
  });
