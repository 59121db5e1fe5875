import type { Failure } from "../../../../kernel/deliveries.ts";
import type { FailureCode } from "../../failures.api.ts";
import { storableText } from "../intake/parse-json.ts";

/** An error object as Meta writes it: in an answer (`error`), in a status or beside a message (`errors[]`). */
export type ProviderError = {
  code?: unknown;
  title?: unknown;
  message?: unknown;
  error_data?: { details?: unknown } | null;
  details?: unknown;
};

/**
 * What a refusal means beside its sentence. For the attempt: `retry` may be tried again by itself after `waitSeconds` where it was refused
 * in the answer; all others end it, but those that stop the channel, which keep it queued. For the rest (refusals.ts): `token` stops
 * sending on the channel until the token is renewed, `stop` until the owner has acted; `opt_out` goes to the consent ledger; `limit` holds
 * marketing to the person back; `unreachable` is noted at the identity; `use_phone` goes to the person's number instead of their user id;
 * `pause_template` and `disable_template` stop every use of the template; `stale_template` fetches our copy of it again.
 */
export type Consequence =
  | "fail"
  | "retry"
  | "token"
  | "stop"
  | "opt_out"
  | "limit"
  | "unreachable"
  | "use_phone"
  | "pause_template"
  | "disable_template"
  | "stale_template";

export type Rule = {
  code: FailureCode;
  message: string;
  remedy: NonNullable<Failure["remedy"]>;
  then: Consequence;
  waitSeconds?: number;
  /** Whose budget rests meanwhile. */
  scope?: "account" | "number" | "pair";
  /** Tries in all, for what may not pass by waiting. */
  tries?: number;
  /** Never given after acting, whatever the HTTP status beside it. */
  surely?: true;
  /** What stands against sending the very same again; nothing unless said. */
  again?: "never" | "confirm" | "until" | "template_changed";
};
type More = Omit<Rule, "code" | "message" | "remedy" | "then">;

const rule = (code: FailureCode, message: string, remedy: Rule["remedy"], then: Consequence = "fail", more: More = {}): Rule => ({
  code,
  message,
  remedy,
  then,
  ...more,
});

const tokenInvalid = rule("token_invalid", "WhatsApp no longer accepts the access token of this number.", "renew_token", "token");
const permission = rule("permission_missing", "The access token lacks the right {right}.", "renew_token", "stop", { surely: true });
const rate = (scope: NonNullable<Rule["scope"]>, waitSeconds: number) =>
  rule("rate_limited", "WhatsApp asks to slow down.", "wait", "retry", { scope, waitSeconds, surely: true });
const temporary = (waitSeconds: number, more: More = {}) =>
  rule("provider_unavailable", "WhatsApp could not do it just now.", "wait", "retry", { waitSeconds, tries: 5, ...more });
const accountStopped = rule("account_blocked", "WhatsApp has locked or blocked this account.", "contact_admin", "stop");
const template = (code: FailureCode, message: string, then: Consequence = "fail") =>
  rule(code, message, "fix_template", then, { again: "template_changed" });
const creation = (message: string) => rule("template_invalid", message, "fix_template");

/** By Meta's number (developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes). */
export const rules: Record<number, Rule> = {
  0: tokenInvalid,
  190: tokenInvalid,
  3: permission,
  10: permission,
  4: rate("account", 60),
  80007: rate("account", 60),
  130429: rate("number", 5),
  131056: rate("pair", 6),
  133016: rate("number", 3600),
  131048: rule("spam_limited", "WhatsApp limits this number because of its messages' quality.", "contact_admin", "stop"),
  131064: rule(
    "misclassified_templates",
    "WhatsApp limits this account because templates were put into the wrong category.",
    "contact_admin",
    "stop",
  ),
  131047: rule("window_closed", "More than 24 hours have passed since the customer last wrote.", "send_template"),
  131049: rule("marketing_limited", "WhatsApp holds back marketing to this person for now.", "wait", "limit", { again: "until" }),
  131050: rule("marketing_stopped", "This person has stopped marketing messages from your business.", "none", "opt_out", {
    again: "never",
  }),
  130472: rule("experiment", "This person is part of an experiment of WhatsApp that holds such messages back.", "none", "fail", {
    again: "never",
  }),
  131026: rule(
    "undeliverable",
    "The message could not be delivered: the person may have no WhatsApp, an old version, or not accepted its terms.",
    "fix_number",
    "unreachable",
  ),
  131021: rule("same_number", "A number cannot write to itself.", "fix_number", "fail", { again: "never" }),
  131030: rule("not_in_test_list", "A test number may only write to the people on its list.", "contact_admin"),
  131051: rule("type_unsupported", "WhatsApp does not support this type of message.", "none", "fail", { again: "never" }),
  131052: rule("media_unavailable", "WhatsApp could not fetch the file of this message.", "fix_media"),
  131053: rule("media_refused", "WhatsApp did not accept the file.", "fix_media"),
  131060: rule("unavailable", "The content of this message is only on the phone.", "none", "fail", { again: "never" }),
  131062: rule("user_id_refused", "This message needs the person's phone number.", "fix_number", "use_phone"),
  131063: rule("marketing_route", "This account sends marketing by another route.", "contact_admin"),
  131000: temporary(10),
  131016: temporary(30, { surely: true }),
  131057: temporary(60, { surely: true }),
  135000: temporary(10),
  131031: accountStopped,
  368: accountStopped,
  130497: rule("country_barred", "This account may not write to people in this country.", "none", "fail", { again: "never" }),
  131037: rule("display_name_missing", "The number's display name is not approved.", "contact_admin", "stop"),
  131042: rule("payment_problem", "There is a problem with the payment method of the WhatsApp account.", "contact_admin", "stop"),
  131045: rule("not_registered", "The number is not registered for the API.", "contact_admin", "stop", { surely: true }),
  132000: template("template_parameters", "The number of parameters does not fit the template.", "stale_template"),
  132001: template("template_missing", "There is no approved template of this name and language.", "stale_template"),
  132005: template("template_too_long", "The text is too long once the parameters are filled in."),
  132007: template("template_policy", "The template breaks a policy of WhatsApp."),
  132008: template("template_format", "A parameter has the wrong format for the template.", "stale_template"),
  132012: template("template_format", "A parameter has the wrong format for the template.", "stale_template"),
  132018: template("template_format", "A parameter holds what WhatsApp does not take: line breaks, tabs or many spaces."),
  132015: template("template_paused", "The template is paused because of its quality.", "pause_template"),
  132016: template("template_disabled", "The template was disabled because of its quality.", "disable_template"),
  132068: rule("flow_blocked", "The flow is blocked.", "contact_admin"),
  132069: rule("flow_throttled", "The flow is throttled to ten messages an hour.", "wait", "retry", { waitSeconds: 600, surely: true }),
  137000: rule("identity_mismatch", "The person's WhatsApp identity has changed. Make sure it is still them.", "confirm_person", "fail", {
    again: "confirm",
  }),
  100: rule("invalid_request", "WhatsApp did not accept a value of this message.", "none"),
  131008: rule("invalid_request", "WhatsApp misses a value of this message.", "none"),
  131009: rule("invalid_request", "WhatsApp did not accept a value of this message.", "none"),
  2388019: creation("This account has reached its number of templates."),
  2388040: creation("A part of the template is too long."),
  2388047: creation("The template's header has the wrong format."),
  2388072: creation("The template's body has the wrong format."),
  2388073: creation("The template's footer has the wrong format."),
  2388293: creation("The template has too many variables for its text."),
  2388299: creation("A variable may not stand at the start or the end of the template."),
};

const unknown = rule("provider_error", "WhatsApp refused this message.", "none");

export const ruleOf = (code: number): Rule => rules[code] ?? (code >= 200 && code <= 299 ? permission : unknown);

/** The rule behind a failure kept earlier. */
export const ruleBehind = (failure: Pick<Failure, "providerCode"> | null): Rule | null =>
  failure?.providerCode === undefined ? null : ruleOf(failure.providerCode);

/** Decides on `code` and `details`; titles will go (Meta, May 2026). `detail` is the provider's sentence about its own rule. */
export const failureOf = (error: ProviderError): Failure => {
  // Anything may stand here: an object without toString makes Number() throw.
  const code = typeof error.code === "number" || typeof error.code === "string" ? Number(error.code) : Number.NaN;
  const found = ruleOf(code);
  const said = [error.error_data?.details, error.details, error.message, error.title].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );
  // Meta names the right in some of its sentences; messages need this one.
  const right =
    found.code === "permission_missing" ? (/whatsapp_business_\w+/.exec(said.join(" "))?.[0] ?? "whatsapp_business_messaging") : undefined;
  return {
    code: found.code,
    ...(Number.isSafeInteger(code) ? { providerCode: code } : {}),
    message: right ? found.message.replace("{right}", right) : found.message,
    remedy: found.remedy,
    ...(right ? { right } : {}),
    ...(said[0] === undefined ? {} : { detail: storableText(said[0].slice(0, 500)) }),
  };
};
