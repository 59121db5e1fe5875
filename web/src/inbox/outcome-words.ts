import type { Formats, Key, Translate } from "../i18n/index.ts";
import type { Failure } from "./message-data.ts";

/** What a person can do about a message that did not go, or may not have gone. */
export type Action =
  | "send_template"
  | "resend"
  | "resend_anyway"
  | "write_again"
  | "open_contact"
  | "open_channel"
  | "open_template"
  | "confirm_person"
  | "arrived"
  | "not_arrived";

/** `actions` in the order they help; where there are none, `because` says what kind of reason its sentence gives. */
type Words = { actions: Action[]; because?: "their_choice" | "whatsapps_choice" | "same_again" };

const channel: Words = { actions: ["open_channel", "resend"] };
const maybe: Words = { actions: ["resend_anyway", "arrived", "not_arrived"] };
const again: Words = { actions: ["resend"] };
const refill: Words = { actions: ["send_template", "open_template"] };

/** By the server's code (server/src/modules/channels/failures.api.ts); its sentence is `outcome.code_…`. */
export const failureWords = {
  token_invalid: channel,
  permission_missing: channel,
  rate_limited: again,
  spam_limited: channel,
  misclassified_templates: channel,
  window_closed: { actions: ["send_template"] },
  marketing_limited: again,
  marketing_stopped: { actions: [], because: "their_choice" },
  experiment: { actions: [], because: "whatsapps_choice" },
  undeliverable: { actions: ["open_contact", "resend"] },
  same_number: { actions: ["open_contact"] },
  not_in_test_list: channel,
  type_unsupported: { actions: ["write_again"] },
  media_unavailable: again,
  media_refused: { actions: ["write_again", "resend"] },
  unavailable: { actions: [], because: "same_again" },
  user_id_refused: { actions: ["open_contact", "resend"] },
  marketing_route: channel,
  provider_unavailable: again,
  account_blocked: channel,
  country_barred: { actions: [], because: "whatsapps_choice" },
  display_name_missing: channel,
  payment_problem: channel,
  not_registered: channel,
  template_parameters: refill,
  template_missing: refill,
  template_too_long: refill,
  template_policy: refill,
  template_format: refill,
  template_paused: refill,
  template_disabled: refill,
  template_not_approved: refill,
  template_invalid: { actions: ["open_template"] },
  flow_blocked: channel,
  flow_throttled: again,
  identity_mismatch: { actions: ["confirm_person", "open_contact"] },
  invalid_request: { actions: ["write_again", "resend"] },
  provider_error: again,
  consent_missing: { actions: ["open_contact"] },
  consent_withdrawn: { actions: ["open_contact"] },
  channel_disconnected: channel,
  channel_paused: channel,
  portfolio_limit: channel,
  no_identity: { actions: ["open_contact", "resend"] },
  provider_unreachable: again,
  no_answer: maybe,
  answer_unreadable: maybe,
  graph_url_wrong: channel,
  interrupted: maybe,
  internal: maybe,
  not_prepared: again,
  not_arrived: { actions: ["resend", "arrived"] },
} as const satisfies Record<string, Words>;

export type KnownCode = keyof typeof failureWords;
const known = (code: string): code is KnownCode => Object.hasOwn(failureWords, code);

/** The cause in the reader's language; the server's own sentence for a code that is newer than these words. */
export function failureText(t: Translate, format: Formats, failure: Failure): string {
  if (!known(failure.code)) return failure.message;
  if (failure.code === "marketing_limited" && isAhead(failure.until))
    return t("outcome.code_marketing_limited_until", { time: format.dateTime(failure.until) });
  const key: Key = `outcome.code_${failure.code}`;
  return failure.right ? t(key, { right: `\u2068${failure.right}\u2069` }) : t(key);
}

/** What can be done now. A code without words is answered by its remedy. */
export function actionsFor(failure: Failure, state: "failed" | "unknown"): readonly Action[] {
  if (state === "unknown") return maybe.actions;
  if (isAhead(failure.until)) return [];
  return known(failure.code) ? failureWords[failure.code].actions : byRemedy[failure.remedy ?? "none"];
}

const byRemedy: Record<NonNullable<Failure["remedy"]>, readonly Action[]> = {
  send_template: ["send_template"],
  fix_number: ["open_contact", "resend"],
  renew_token: channel.actions,
  wait: again.actions,
  fix_template: refill.actions,
  fix_media: ["write_again"],
  confirm_person: ["confirm_person", "open_contact"],
  contact_admin: channel.actions,
  none: again.actions,
};

const isAhead = (until: string | undefined): until is string => until !== undefined && Date.parse(until) > Date.now();

const media: Record<string, Key> = {
  media_gone: "outcome.media_gone",
  file_too_large: "outcome.media_too_large",
  too_large: "outcome.media_too_large",
  media_damaged: "outcome.media_damaged",
  channel_disconnected: "outcome.media_channel",
  provider_unreachable: "outcome.code_provider_unreachable",
};
/** Why a customer's file is not here. */
export const mediaText = (code: string | null): Key => (code && media[code]) || "outcome.media_other";
const gone = new Set(["media_gone", "file_too_large", "too_large"]);
const week = 7 * 86_400_000;
/** WhatsApp keeps a file for a week. */
export const mayFetchAgain = (code: string | null, at: string): boolean => !gone.has(code ?? "") && Date.parse(at) > Date.now() - week;
