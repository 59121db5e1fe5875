import type { Failure } from "../../../kernel/deliveries.ts";

/** An error object as Meta writes it: in an answer (`error`), in a status or beside a message (`errors[]`). */
export type ProviderError = {
  code?: unknown;
  title?: unknown;
  message?: unknown;
  error_data?: { details?: unknown } | null;
  details?: unknown;
};

/**
 * What to do about it beside telling the person: `fail` ends this attempt; `retry` may be tried again after `waitSeconds`; `token` stops
 * sending on the channel until the token is renewed; `stop` stops sending on the channel until the owner has acted; `opt_out` is written
 * to the consent ledger.
 */
export type Consequence = "fail" | "retry" | "token" | "stop" | "opt_out";
type Rule = { code: string; message: string; remedy: NonNullable<Failure["remedy"]>; then: Consequence; waitSeconds?: number };

const rule = (code: string, message: string, remedy: Rule["remedy"], then: Consequence = "fail", waitSeconds?: number): Rule => ({
  code,
  message,
  remedy,
  then,
  ...(waitSeconds === undefined ? {} : { waitSeconds }),
});

const tokenInvalid = rule("token_invalid", "WhatsApp no longer accepts the access token of this number.", "renew_token", "token");
const permission = rule("permission_missing", "The access token lacks a right that this needs.", "renew_token", "stop");
const rate = (waitSeconds: number) => rule("rate_limited", "WhatsApp asks to slow down.", "wait", "retry", waitSeconds);
const temporary = (waitSeconds: number) => rule("provider_unavailable", "WhatsApp could not do it just now.", "wait", "retry", waitSeconds);
const accountStopped = rule("account_blocked", "WhatsApp has locked or blocked this account.", "contact_admin", "stop");
const template = (code: string, message: string) => rule(code, message, "fix_template");
const creation = (message: string) => template("template_invalid", message);

/** By Meta's number (reference/whatsapp.md §3.10; developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes). */
const rules: Record<number, Rule> = {
  0: tokenInvalid,
  190: tokenInvalid,
  3: permission,
  10: permission,
  4: rate(60),
  80007: rate(60),
  130429: rate(5),
  131056: rate(6),
  133016: rate(3600),
  131048: rule("spam_limited", "WhatsApp limits this number because of its messages' quality.", "contact_admin", "stop"),
  131064: rule(
    "misclassified_templates",
    "WhatsApp limits this account because templates were put into the wrong category.",
    "contact_admin",
    "stop",
  ),
  131047: rule("window_closed", "More than 24 hours have passed since the customer last wrote.", "send_template"),
  131049: rule("marketing_limited", "WhatsApp holds back marketing to this person for now.", "wait"),
  131050: rule("marketing_stopped", "This person has stopped marketing messages from your business.", "none", "opt_out"),
  130472: rule("experiment", "This person is part of an experiment of WhatsApp that holds such messages back.", "none"),
  131026: rule(
    "undeliverable",
    "The message could not be delivered: the person may have no WhatsApp, an old version, or not accepted its terms.",
    "fix_number",
  ),
  131021: rule("same_number", "A number cannot write to itself.", "fix_number"),
  131030: rule("not_in_test_list", "A test number may only write to the people on its list.", "fix_number"),
  131051: rule("type_unsupported", "WhatsApp does not support this type of message.", "none"),
  131052: rule("media_unavailable", "The file could not be fetched from WhatsApp.", "wait", "retry", 30),
  131053: rule("media_refused", "WhatsApp did not accept the file.", "fix_media"),
  131060: rule("unavailable", "The content of this message is only on the phone.", "none"),
  131062: rule("user_id_refused", "This message needs the person's phone number.", "fix_number"),
  131063: rule("marketing_route", "This account sends marketing by another route.", "contact_admin"),
  131000: temporary(10),
  131016: temporary(30),
  131057: temporary(60),
  135000: temporary(10),
  131031: accountStopped,
  368: accountStopped,
  130497: rule("country_barred", "This account may not write to people in this country.", "none"),
  131037: rule("display_name_missing", "The number's display name is not approved.", "contact_admin", "stop"),
  131042: rule("payment_problem", "There is a problem with the payment method of the WhatsApp account.", "contact_admin", "stop"),
  131045: rule("not_registered", "The number is not registered for the API.", "contact_admin", "stop"),
  132000: template("template_parameters", "The number of parameters does not fit the template."),
  132001: template("template_missing", "There is no approved template of this name and language."),
  132005: template("template_too_long", "The text is too long once the parameters are filled in."),
  132007: template("template_policy", "The template breaks a policy of WhatsApp."),
  132008: template("template_format", "A parameter has the wrong format for the template."),
  132012: template("template_format", "A parameter has the wrong format for the template."),
  132015: template("template_paused", "The template is paused because of its quality."),
  132016: template("template_disabled", "The template was disabled because of its quality."),
  132068: rule("flow_blocked", "The flow is blocked.", "contact_admin"),
  132069: rule("flow_throttled", "The flow is throttled to ten messages an hour.", "wait", "retry", 600),
  137000: rule("identity_mismatch", "The person's WhatsApp identity has changed. Make sure it is still them.", "fix_number"),
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

/** Decides on `code` and `details`; titles will go (Meta, May 2026). `detail` is the provider's sentence about its own rule. */
export const failureOf = (error: ProviderError): Failure => {
  // Anything may stand here: an object without toString makes Number() throw.
  const code = typeof error.code === "number" || typeof error.code === "string" ? Number(error.code) : Number.NaN;
  const { code: name, message, remedy } = ruleOf(code);
  const detail = [error.error_data?.details, error.details, error.message, error.title].find(
    (text) => typeof text === "string" && text !== "",
  );
  return {
    code: name,
    ...(Number.isSafeInteger(code) ? { providerCode: code } : {}),
    message,
    remedy,
    ...(typeof detail === "string" ? { detail: detail.slice(0, 500) } : {}),
  };
};
