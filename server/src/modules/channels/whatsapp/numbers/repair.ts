import { audit } from "../../../../kernel/audit.ts";
import { conflict, Refusal, unavailable } from "../../../../kernel/errors.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import { callGraph, type GraphAnswer, type GraphCall } from "../graph/graph.ts";
import { connectedNumber, recheckChannel, storedCredentials } from "./change.ts";
import type { ChannelView } from "./channel-view.ts";
import type { Credentials } from "./check.ts";
import { appSubscription, doorAddress, isOurDoor, wantedFields } from "./check-webhooks.ts";

/**
 * Makes Meta send the account's webhooks here. Where the app's own address is somebody else's, only this account is redirected: others may
 * rely on the app's. Which fields come is the app's setting and is completed where the app's address is ours or unset.
 */
export const repairWebhooks = async (ctx: Ctx, channelId: string): Promise<ChannelView> => {
  const number = await connectedNumber(ctx, channelId);
  const given = await storedCredentials(ctx, number);
  const address = doorAddress(ctx.kernel);
  const done: string[] = [];
  try {
    const app = await asked(ctx, given, { path: "app" });
    const appId = String(app.json?.id ?? "");
    const asApp = { ...given, token: `${appId}|${given.appSecret}` };
    const now = await appSubscription(ctx.kernel, given, appId);
    const ours = now !== null && (now.callbackUrl === null || isOurDoor(ctx.kernel, now.callbackUrl));
    if (now && ours && (now.callbackUrl === null || wantedFields.some((field) => !now.fields.includes(field)))) {
      await asked(ctx, asApp, {
        path: `${appId}/subscriptions`,
        method: "POST",
        json: {
          object: "whatsapp_business_account",
          callback_url: now.callbackUrl ?? address,
          verify_token: given.verifyToken,
          fields: [...new Set([...now.fields, ...wantedFields])].join(","),
        },
      });
      done.push("fields");
    }
    const override = now !== null && !ours;
    await asked(ctx, given, {
      path: `${number.account_id}/subscribed_apps`,
      method: "POST",
      json: override ? { override_callback_uri: address, verify_token: given.verifyToken } : {},
    });
    done.push(override ? "account_address" : "account");
  } catch (error) {
    if (error instanceof OutboundFailure) throw unavailable("WhatsApp could not be reached. Try again shortly.");
    throw error;
  }
  await ctx.transaction((tx) => audit(tx, ctx, "channel.webhooks_repaired", { channelId }, { done, address }));
  return recheckChannel(ctx, channelId);
};

const asked = async (ctx: Ctx, access: Credentials, call: Omit<GraphCall, "purpose">): Promise<GraphAnswer> => {
  const answer = await callGraph(ctx.kernel, access, { purpose: "service_operation", ...call });
  if (answer.error)
    throw conflict(
      "meta_refused",
      `Meta refused: ${answer.error.details}`,
      answer.error.code === 2200
        ? "Meta must reach this server's public address. Set PUBLIC_URL, or enter address and verify token on the app's page."
        : "Check the token's permissions, or set it up on the app's page.",
    );
  if (answer.status >= 400 || !answer.json)
    throw new Refusal(503, "unavailable", "WhatsApp did not answer as Graph does.", { retryAfter: 30 });
  return answer;
};
