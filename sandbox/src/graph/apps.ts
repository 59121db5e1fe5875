import type { FastifyRequest } from "fastify";
import type { Account, App, Json, World } from "../world.ts";
import { known, tokenOf } from "./access.ts";
import { GraphError, invalid, missing, notFound } from "./error.ts";

const scopes = ["business_management", "whatsapp_business_management", "whatsapp_business_messaging"];

/** GET /debug_token: an invalid token is an answer here, not a refusal. */
export const debugToken = (world: World, request: FastifyRequest): Json => {
  const caller = tokenOf(world, request);
  const { input_token: input } = request.query as Record<string, string | undefined>;
  if (!input) throw new GraphError(100, "(#100) The parameter input_token is required");
  const token = known(world, input);
  if (!token) {
    return { data: { error: { code: 190, message: "Invalid OAuth access token." }, is_valid: false, scopes: [] } };
  }
  if (token.appId !== caller.appId) {
    throw new GraphError(
      100,
      "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app",
    );
  }
  const granted = scopes.filter((scope) => !token.denied.includes(scope));
  return {
    data: {
      app_id: token.appId,
      type: input.includes("|") ? "APP" : "SYSTEM_USER",
      application: world.apps.get(token.appId)?.name,
      data_access_expires_at: token.dataAccessExpiresAt ?? 0,
      expires_at: token.expiresAt ?? 0,
      is_valid: !token.expired,
      ...(token.expired ? { error: { code: 190, message: "Session has expired", subcode: 463 } } : {}),
      scopes: granted,
      granular_scopes: granted.slice(1).map((scope) => ({ scope, target_ids: token.accountIds })),
    },
  };
};

export const appNode = (world: World, request: FastifyRequest): Json => {
  const app = world.apps.get(tokenOf(world, request).appId);
  if (!app) throw notFound("app");
  return {
    category: "Business",
    link: `https://www.facebook.com/games/?app_id=${app.appId}`,
    name: app.name,
    id: app.appId,
  };
};

/** POST /{app_id}/subscriptions: sets where the app's webhooks go, after asking that place for the challenge. */
export const subscribeApp = async (world: World, request: FastifyRequest, app: App, body: Json): Promise<Json> => {
  if (tokenOf(world, request).token !== `${app.appId}|${app.appSecret}`) {
    throw new GraphError(15, "(#15) This method must be called with an app access_token.");
  }
  if (body.object !== "whatsapp_business_account") throw invalid("object", "must be whatsapp_business_account");
  if (!body.callback_url) throw missing("callback_url");
  await challenge(String(body.callback_url), String(body.verify_token ?? ""));
  if (body.fields !== undefined) app.fields = Array.isArray(body.fields) ? body.fields.map(String) : String(body.fields).split(",");
  app.webhookUrl = String(body.callback_url);
  app.verifyToken = String(body.verify_token ?? "");
  world.changed();
  return { success: true };
};

/** GET /{app_id}/subscriptions, for the app itself only. */
export const subscriptions = (world: World, request: FastifyRequest, app: App): Json => {
  if (tokenOf(world, request).token !== `${app.appId}|${app.appSecret}`) {
    throw new GraphError(15, "(#15) This method must be called with an app access_token.");
  }
  const fields = (app.fields ?? usualFields).map((name) => ({ name, version: "v26.0" }));
  return { data: [{ object: "whatsapp_business_account", callback_url: app.webhookUrl, active: true, fields }] };
};

const usualFields = [
  "messages",
  "message_template_status_update",
  "message_template_quality_update",
  "message_template_components_update",
  "template_category_update",
  "phone_number_quality_update",
  "phone_number_name_update",
  "business_capability_update",
  "account_update",
  "account_review_update",
  "account_alerts",
  "user_preferences",
  "smb_message_echoes",
  "smb_app_state_sync",
  "history",
  "security",
];

/** POST /{account}/subscribed_apps, with or without an address of the account's own. */
export const subscribeAccount = async (world: World, account: Account, body: Json): Promise<Json> => {
  if (body.override_callback_uri) {
    await challenge(String(body.override_callback_uri), String(body.verify_token ?? ""));
    account.callbackOverride = String(body.override_callback_uri);
  } else account.callbackOverride = undefined;
  account.subscribed = true;
  world.changed();
  return { success: true };
};

export const subscribedApps = (world: World, account: Account): Json => {
  const app = world.apps.get(account.appId);
  if (!account.subscribed || !app) return { data: [] };
  const override = account.callbackOverride ? { override_callback_uri: account.callbackOverride } : {};
  const link = `https://www.facebook.com/games/?app_id=${app.appId}`;
  return { data: [{ whatsapp_business_api_data: { id: app.appId, link, name: app.name }, ...override }] };
};

/** The GET check of the webhook door. Throws what Meta answers when the door does not open. */
export const challenge = async (url: string, verifyToken: string): Promise<void> => {
  const asked = new URL(url);
  const word = String(Math.floor(Math.random() * 1e10));
  asked.searchParams.set("hub.mode", "subscribe");
  asked.searchParams.set("hub.challenge", word);
  asked.searchParams.set("hub.verify_token", verifyToken);
  const answer = await fetch(asked, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  const text = await answer?.text();
  if (answer?.status === 200 && text === word) return;
  throw new GraphError(
    2200,
    `(#2200) Callback verification failed with the following errors: HTTP Status Code = ${answer?.status ?? "none"}; HTTP Message = ${text?.slice(0, 80) ?? "no answer"}`,
  );
};
