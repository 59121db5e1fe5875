import { createHmac } from "node:crypto";
import type { z } from "zod";
import { Refusal } from "../../../../kernel/errors.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import type { ChannelCheck } from "../../channels.api.ts";
import { callGraph, type GraphAccess, type GraphAnswer, type GraphCall } from "../graph/graph.ts";
import { nameCheck, qualityCheck } from "./check-judgement.ts";
import { accountHaving, type MovedTo } from "./check-moved.ts";
import { neededScopes, type TokenFacts, tokenFacts } from "./check-token.ts";
import { isSubscribed, webhookChecks } from "./check-webhooks.ts";

export type Check = z.input<typeof ChannelCheck>;
export type Ask = (call: Omit<GraphCall, "purpose">) => Promise<GraphAnswer>;
/** `verifyToken` is there once the number is connected: only then is it wrong that webhooks go elsewhere. */
export type Credentials = GraphAccess & { phoneNumberId: string; accountId: string; appSecret: string; verifyToken?: string };
/** Meta's judgements and what keeps webhooks away: worth a remark, no reason to refuse a value or to stop sending. */
export const advisory = new Set(["name", "quality", "token_expiry", "callback", "fields"]);
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
  token: TokenFacts | null;
  movedTo: MovedTo | null;
};

const numberFields =
  "display_phone_number,verified_name,quality_rating,name_status,throughput,whatsapp_business_manager_messaging_limit,is_on_biz_app,status";
const fewerFields = "display_phone_number,verified_name,quality_rating";

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
  const ask: Ask = (call) => callGraph(kernel, given, { purpose: "service_operation", ...call });
  const report = (more: Partial<CheckReport>): CheckReport => ({
    checks,
    facts: null,
    reached: true,
    tokenState: "unknown",
    subscribed: null,
    token: null,
    movedTo: null,
    ...more,
  });

  let app: GraphAnswer;
  try {
    app = await ask({ path: "app" });
    if (!app.json || (app.status >= 500 && !app.error)) throw new OutboundFailure(`status ${app.status}`, true);
  } catch (error) {
    if (!(error instanceof OutboundFailure) && !(error instanceof Refusal)) throw error;
    // That our own count holds calls back says nothing about the address.
    if (error instanceof Refusal && error.status === 503) throw error;
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

  const told = appId && !proven.error ? await tokenFacts(kernel, given, appId) : null;
  const scopes = told?.scopes ?? null;
  const lacking = scopes ? neededScopes.filter((scope) => !scopes.includes(scope)) : [];
  if (lacking.length > 0)
    wrong("permission", "token", `The access token lacks ${lacking.join(" and ")}.`, "Add the permission to the system user's token.");
  else if (scopes) ok("permission", "The token may send messages and read the account.");
  else checks.push({ check: "permission", ok: null, field: null, message: "Meta did not tell the token's permissions.", remedy: null });
  if (told) checks.push(expiryCheck(told));

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
  const movedTo = belongs === false && numberKnown ? await accountHaving(ask, told?.accountIds ?? [], given) : null;

  const subscription = accountKnown ? await isSubscribed(ask, given.accountId, appId) : null;
  const subscribed = subscription?.subscribed ?? null;
  checks.push({
    check: "subscribed",
    ok: subscribed === false && given.verifyToken === undefined ? null : subscribed,
    field: null,
    message:
      subscribed === null
        ? "Not checked: something before it is wrong."
        : subscribed
          ? "The app receives the account's webhooks."
          : given.verifyToken === undefined
            ? "The app does not receive the account's webhooks yet; connecting does that."
            : "The app does not receive the account's webhooks any more.",
    remedy: subscribed === false && given.verifyToken !== undefined ? "Repair the webhooks." : null,
  });
  if (given.verifyToken !== undefined && appId && !proven.error)
    checks.push(...(await webhookChecks(kernel, given, appId, subscription?.override ?? null)));
  if (!numberKnown) return report({ tokenState: "valid", subscribed, token: told, movedTo });

  const facts = factsOf(number.json ?? {}, account.json ?? {}, appId);
  checks.push(nameCheck(facts.nameStatus), qualityCheck(facts.quality));
  return report({ facts, tokenState: "valid", subscribed, token: told, movedTo });
};

const soonMs = 14 * 24 * 3600_000;
const expiryCheck = ({ expiresAt, dataAccessExpiresAt }: TokenFacts): Check => {
  const first = [expiresAt, dataAccessExpiresAt].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0];
  const soon = first !== undefined && first.getTime() < Date.now() + soonMs;
  return {
    check: "token_expiry",
    ok: !soon,
    field: soon ? "token" : null,
    message: first ? `The access token ends on ${first.toISOString().slice(0, 10)}.` : "The access token does not end.",
    remedy: soon ? "Make a permanent token for a system user in Business settings, and enter it here before that day." : null,
  };
};

/** Fields come and go with Graph's versions: where one is not known, the old ones will do. */
const askNumber = async (ask: Ask, phoneNumberId: string) => {
  const answer = await ask({ path: phoneNumberId, query: { fields: numberFields } });
  return answer.error && /nonexisting field/i.test(answer.error.message)
    ? ask({ path: phoneNumberId, query: { fields: fewerFields } })
    : answer;
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
