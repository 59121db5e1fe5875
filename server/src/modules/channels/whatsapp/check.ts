import { createHmac } from "node:crypto";
import type { z } from "zod";
import { Refusal } from "../../../kernel/errors.ts";
import type { Kernel } from "../../../kernel/module.ts";
import { OutboundFailure } from "../../../kernel/outbound.ts";
import type { ChannelCheck } from "../channels.api.ts";
import { callGraph, type GraphAccess, type GraphAnswer, type GraphCall } from "./graph.ts";

export type Check = z.input<typeof ChannelCheck>;
export type Credentials = GraphAccess & { phoneNumberId: string; accountId: string; appSecret: string };
/** What Graph tells of the number and its account. */
export type NumberFacts = {
  displayPhoneNumber: string;
  verifiedName: string | null;
  quality: string | null;
  nameStatus: string | null;
  throughput: string | null;
  messagingLimit: string | null;
  coexistence: boolean;
  portfolioId: string | null;
  accountState: string | null;
  appId: string | null;
};
export type CheckReport = {
  checks: Check[];
  facts: NumberFacts | null;
  reached: boolean;
  tokenState: "valid" | "invalid" | "unknown";
  subscribed: boolean | null;
};

const numberFields =
  "display_phone_number,verified_name,quality_rating,name_status,throughput,whatsapp_business_manager_messaging_limit,is_on_biz_app,status";
const fewerFields = "display_phone_number,verified_name,quality_rating";
const neededScopes = ["whatsapp_business_messaging", "whatsapp_business_management"];

/** Asks Graph about each value by itself, so that the one that is wrong can be named. Nothing is changed at Meta. */
export const checkConnection = async (kernel: Kernel, given: Credentials): Promise<CheckReport> => {
  const checks: Check[] = [];
  const ok = (check: string, message: string) => void checks.push({ check, ok: true, field: null, message, remedy: null });
  const wrong = (check: string, field: string | null, message: string, remedy: string) =>
    void checks.push({ check, ok: false, field, message, remedy });
  const unasked = (...names: string[]) => {
    for (const check of names)
      checks.push({ check, ok: null, field: null, message: "Not checked: something before it is wrong.", remedy: null });
  };
  const ask = (call: Omit<GraphCall, "purpose">) => callGraph(kernel, given, { purpose: "service_operation", ...call });
  const report = (more: Partial<CheckReport>): CheckReport => ({
    checks,
    facts: null,
    reached: true,
    tokenState: "unknown",
    subscribed: null,
    ...more,
  });

  let app: GraphAnswer;
  try {
    app = await ask({ path: "app" });
    if (!app.json || (app.status >= 500 && !app.error)) throw new OutboundFailure(`status ${app.status}`, true);
  } catch (error) {
    if (!(error instanceof OutboundFailure) && !(error instanceof Refusal)) throw error;
    wrong(
      "graph_reached",
      "graphUrl",
      error instanceof Refusal ? error.message : `${new URL(given.graphUrl).host} does not answer as Graph does (${error.code}).`,
      "Use https://graph.facebook.com, and let this server reach it.",
    );
    unasked("token", "permission", "app_secret", "phone_number", "account", "number_in_account", "subscribed");
    return report({ reached: false });
  }
  if (app.error?.code === 2500 || app.error?.code === 2635) {
    wrong("graph_reached", "graphVersion", `Graph does not offer ${given.graphVersion}.`, "Use v26.0.");
    unasked("token", "permission", "app_secret", "phone_number", "account", "number_in_account", "subscribed");
    return report({});
  }
  ok("graph_reached", `${new URL(given.graphUrl).host} answers.`);

  if (app.error?.code === 190 || app.error?.code === 104 || app.error?.code === 0) {
    wrong(
      "token",
      "token",
      app.error.subcode === 463 ? "The access token has expired." : "Meta does not know this access token.",
      "Make a permanent token for a system user in Business settings.",
    );
    unasked("permission", "app_secret", "phone_number", "account", "number_in_account", "subscribed");
    return report({ tokenState: "invalid" });
  }
  ok("token", "Meta knows the access token.");
  const appId = typeof app.json?.id === "string" ? app.json.id : null;

  const proven = await ask({
    path: "app",
    query: { appsecret_proof: createHmac("sha256", given.appSecret).update(given.token).digest("hex") },
  });
  if (proven.error && proven.error.code !== 4)
    wrong(
      "app_secret",
      "appSecret",
      "The app secret does not belong to the app of this token.",
      "Copy it from App settings -> Basic. Without it no webhook can be believed.",
    );
  else ok("app_secret", "The app secret fits the token's app.");

  const scopes = appId && !proven.error ? await scopesOf(kernel, given, appId) : null;
  const lacking = scopes ? neededScopes.filter((scope) => !scopes.includes(scope)) : [];
  if (lacking.length > 0)
    wrong("permission", "token", `The access token lacks ${lacking.join(" and ")}.`, "Add the permission to the system user's token.");
  else if (scopes) ok("permission", "The token may send messages and read the account.");
  else checks.push({ check: "permission", ok: null, field: null, message: "Meta did not tell the token's permissions.", remedy: null });

  const number = await askNumber(ask, given.phoneNumberId);
  const numberKnown = !number.error && typeof number.json?.display_phone_number === "string";
  const account = await ask({ path: given.accountId, query: { fields: "id,name,owner_business_info,account_review_status" } });
  const accountKnown = !account.error && account.json?.id === given.accountId && number.json?.id !== given.accountId;
  const members = accountKnown
    ? await ask({ path: `${given.accountId}/phone_numbers`, query: { fields: "id,display_phone_number", limit: "100" } })
    : null;
  const inAccount = members && !members.error ? ((members.json?.data ?? []) as { id?: string; display_phone_number?: string }[]) : null;
  const belongs = inAccount?.some((one) => one.id === given.phoneNumberId) ?? null;
  const forbidden = (answer: GraphAnswer) =>
    answer.error !== null && (answer.error.code === 10 || (answer.error.code >= 200 && answer.error.code <= 299));

  if (numberKnown) ok("phone_number", `The number is ${String(number.json?.display_phone_number)}.`);
  else if (forbidden(number))
    wrong("phone_number", "token", "The token may not read this number.", "Give the system user access to the WhatsApp account.");
  else
    wrong(
      "phone_number",
      "phoneNumberId",
      "There is no number of this id that the token can see.",
      inAccount && inAccount.length > 0
        ? `The account has: ${inAccount.map((one) => `${one.display_phone_number} (${one.id})`).join(", ")}.`
        : "Copy the phone number id from WhatsApp -> API setup; it is not the phone number itself.",
    );
  if (accountKnown) ok("account", `The account is ${String(account.json?.name ?? given.accountId)}.`);
  else if (forbidden(account))
    wrong("account", "token", "The token may not read this account.", "Give the system user access to the WhatsApp account.");
  else
    wrong(
      "account",
      "accountId",
      "There is no WhatsApp Business account of this id that the token can see.",
      "Copy the WhatsApp Business account id from API setup.",
    );
  if (belongs === null) unasked("number_in_account");
  else if (belongs) ok("number_in_account", "The number belongs to the account.");
  else if (numberKnown)
    wrong("number_in_account", "accountId", "The number belongs to another account.", "Copy both ids from the same page of API setup.");
  else unasked("number_in_account");

  const subscribed = accountKnown ? await isSubscribed(ask, given.accountId, appId) : null;
  checks.push({
    check: "subscribed",
    ok: subscribed === false ? null : subscribed,
    field: null,
    message:
      subscribed === null
        ? "Not checked: something before it is wrong."
        : subscribed
          ? "The app receives the account's webhooks."
          : "The app does not receive the account's webhooks yet; connecting does that.",
    remedy: null,
  });
  if (!numberKnown) return report({ tokenState: "valid", subscribed });

  const facts = factsOf(number.json ?? {}, account.json ?? {}, appId);
  checks.push({
    check: "name",
    ok: facts.nameStatus === null ? null : !["DECLINED", "EXPIRED", "NONE"].includes(facts.nameStatus),
    field: null,
    message:
      facts.nameStatus === null
        ? "Meta did not tell whether the name is approved."
        : `The display name is ${facts.nameStatus.toLowerCase()}.`,
    remedy: facts.nameStatus === "DECLINED" ? "Change the display name in WhatsApp Manager." : null,
  });
  checks.push({
    check: "quality",
    ok: facts.quality === null || facts.quality === "UNKNOWN" ? null : facts.quality !== "RED",
    field: null,
    message: `Quality: ${(facts.quality ?? "unknown").toLowerCase()}.`,
    remedy: facts.quality === "RED" ? "Send less marketing, and only to people who want it." : null,
  });
  return report({ facts, tokenState: "valid", subscribed });
};

type Ask = (call: Omit<GraphCall, "purpose">) => Promise<GraphAnswer>;

/** Fields come and go with Graph's versions: where one is not known, the old ones will do. */
const askNumber = async (ask: Ask, phoneNumberId: string) => {
  const answer = await ask({ path: phoneNumberId, query: { fields: numberFields } });
  return answer.error && /nonexisting field/i.test(answer.error.message)
    ? ask({ path: phoneNumberId, query: { fields: fewerFields } })
    : answer;
};

/** Asked with the app's own token, as Meta wants it; null where Meta does not say. */
const scopesOf = async (kernel: Kernel, given: Credentials, appId: string): Promise<string[] | null> => {
  const answer = await callGraph(
    kernel,
    { ...given, token: `${appId}|${given.appSecret}` },
    { purpose: "service_operation", path: "debug_token", query: { input_token: given.token } },
  );
  const scopes = (answer.json?.data as { scopes?: unknown } | undefined)?.scopes;
  return Array.isArray(scopes) ? scopes.map(String) : null;
};

const isSubscribed = async (ask: Ask, accountId: string, appId: string | null): Promise<boolean | null> => {
  const answer = await ask({ path: `${accountId}/subscribed_apps` });
  if (answer.error || !Array.isArray(answer.json?.data)) return null;
  return (answer.json.data as { whatsapp_business_api_data?: { id?: string } }[]).some(
    (one) => appId === null || one.whatsapp_business_api_data?.id === appId,
  );
};

const factsOf = (number: Record<string, unknown>, account: Record<string, unknown>, appId: string | null): NumberFacts => {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    displayPhoneNumber: text(number.display_phone_number) ?? "",
    verifiedName: text(number.verified_name),
    quality: text(number.quality_rating),
    nameStatus: text(number.name_status),
    throughput: text((number.throughput as { level?: unknown } | undefined)?.level),
    messagingLimit: text(number.whatsapp_business_manager_messaging_limit),
    coexistence: number.is_on_biz_app === true,
    portfolioId: text((account.owner_business_info as { id?: unknown } | undefined)?.id),
    accountState: text(account.account_review_status),
    appId,
  };
};
