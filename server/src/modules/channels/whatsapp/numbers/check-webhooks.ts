import type { Kernel } from "../../../../kernel/module.ts";
import { callGraph } from "../graph/graph.ts";
import type { Ask, Check, Credentials } from "./check.ts";

/** What the projector reads; without the first nothing arrives. */
export const wantedFields = [
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
];

/** Whether the app gets the account's webhooks, and where to when not to the app's own address. */
export const isSubscribed = async (ask: Ask, accountId: string, appId: string | null) => {
  const answer = await ask({ path: `${accountId}/subscribed_apps` });
  if (answer.error || !Array.isArray(answer.json?.data)) return null;
  const list = answer.json.data as { whatsapp_business_api_data?: { id?: string }; override_callback_uri?: unknown }[];
  const mine = list.find((one) => appId === null || one.whatsapp_business_api_data?.id === appId);
  return {
    subscribed: mine !== undefined,
    override: typeof mine?.override_callback_uri === "string" ? mine.override_callback_uri : null,
  };
};

export type AppSubscription = { callbackUrl: string | null; fields: string[] };
/** What the app itself is set up to send and where; null where Meta does not say. Asked with the app's own token. */
export const appSubscription = async (kernel: Kernel, given: Credentials, appId: string): Promise<AppSubscription | null> => {
  const answer = await callGraph(
    kernel,
    { ...given, token: `${appId}|${given.appSecret}` },
    { purpose: "service_operation", path: `${appId}/subscriptions` },
  );
  if (answer.error || !Array.isArray(answer.json?.data)) return null;
  const all = answer.json.data as { object?: unknown; callback_url?: unknown; fields?: unknown }[];
  const own = all.find((one) => one.object === "whatsapp_business_account");
  const fields = (Array.isArray(own?.fields) ? own.fields : []) as ({ name?: unknown } | string)[];
  return {
    callbackUrl: typeof own?.callback_url === "string" ? own.callback_url : null,
    fields: fields.map((one) => (typeof one === "string" ? one : String(one.name))),
  };
};

export const doorAddress = (kernel: Kernel) => `${kernel.publicUrl()}/webhooks/meta`;

/** Ours is the public address, and the local one where Meta's stand-in runs beside us. */
export const isOurDoor = (kernel: Kernel, url: string | null) =>
  url !== null && [kernel.publicUrl(), kernel.localUrl()].some((own) => own !== "" && url.replace(/\/+$/, "") === `${own}/webhooks/meta`);

/** Where webhooks go and which; `override` is the account's own address, which goes before the app's. */
export const webhookChecks = async (kernel: Kernel, given: Credentials, appId: string, override: string | null): Promise<Check[]> => {
  const app = await appSubscription(kernel, given, appId);
  const url = override ?? app?.callbackUrl ?? null;
  const unknown = override === null && app === null;
  const missing = app ? wantedFields.filter((field) => !app.fields.includes(field)) : [];
  return [
    {
      check: "callback",
      ok: unknown ? null : isOurDoor(kernel, url),
      field: null,
      message: unknown
        ? "Meta did not tell where the app's webhooks go."
        : url === null
          ? "The app has no webhook address yet."
          : isOurDoor(kernel, url)
            ? "Webhooks are sent here."
            : `Webhooks are sent to ${hostOf(url)} and not here.`,
      remedy: unknown || isOurDoor(kernel, url) ? null : "Repair the webhooks, or enter the address below on the app's page.",
    },
    {
      check: "fields",
      ok: app === null ? null : missing.length === 0,
      field: null,
      message:
        app === null
          ? "Meta did not tell which webhooks the app gets."
          : missing.length === 0
            ? "The app gets all webhooks that are read here."
            : `The app does not get ${missing.join(", ")}.`,
      remedy: missing.length > 0 ? "Repair the webhooks, or subscribe to them on the app's page." : null,
    },
  ];
};

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : "another address");
