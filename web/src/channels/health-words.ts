import type { Formats, Key, Params, Translate } from "../i18n/index.ts";
import { attentionKey } from "./channel-words.ts";
import type { ChannelHealth, ChannelLimit, HealthAction, HealthReason } from "./health-data.ts";

export const verdictWords: Record<ChannelHealth["verdict"], { title: Key; text: Key; tone: "success" | "warning" | "danger" }> = {
  good: { title: "health.good", text: "health.good_text", tone: "success" },
  attention: { title: "health.attention", text: "health.attention_text", tone: "warning" },
  stopped: { title: "health.stopped", text: "health.stopped_text", tone: "danger" },
};

export const actionWords: Record<HealthAction, Key> = {
  renew_token: "health.do_renew_token",
  resume: "channels.resume",
  repair_webhooks: "health.do_repair",
  check_again: "channels.check_again",
  open_parked: "health.do_open_parked",
  open_limits: "health.do_open_limits",
  move_number: "health.do_move",
  connect_again: "channels.connect_again",
  open_manager: "health.do_manager",
};

const reasons: Record<string, Key> = {
  disconnected: "health.is_disconnected",
  paused: "health.is_paused",
  token_expiring: "health.is_token_expiring",
  moved: "health.is_moved",
  permission: "health.is_permission",
  app_secret: "health.is_app_secret",
  graph_reached: "health.is_graph_reached",
  phone_number: "health.is_phone_number",
  account: "health.is_account",
  number_in_account: "health.is_number_in_account",
  subscribed: "health.is_subscribed",
  callback: "health.is_callback",
  fields: "health.is_fields",
  never_received: "health.is_never_received",
  intake_lags: "health.is_intake_lags",
  parked: "health.is_parked",
  history_declined: "health.is_history_declined",
  restricted: "health.is_restricted",
  restricted_until: "health.is_restricted_until",
  banned: "health.is_banned",
  violation: "health.is_violation",
  quality_low: "health.is_quality_low",
  quality_medium: "health.is_quality_medium",
  name: "health.is_name",
  portfolio_full: "health.is_portfolio_full",
  portfolio_nearly_full: "health.is_portfolio_nearly_full",
  number_rests: "health.is_number_rests",
  account_rests: "health.is_account_rests",
  account_disconnected: "health.is_account_disconnected",
  account_disabled: "health.is_account_disabled",
  account_restricted: "health.is_account_restricted",
  account_deleted: "health.is_account_deleted",
};

export function reasonSentence(t: Translate, format: Formats, { code, facts }: HealthReason): string {
  const key = reasons[code === "restricted" && facts.until ? "restricted_until" : code];
  if (!key) return t(attentionKey(code));
  const params: Params = {};
  for (const [name, value] of Object.entries(facts)) {
    if (value === null) params[name] = "–";
    else if ((name === "at" || name === "until") && typeof value === "string") params[name] = format.dateTime(value);
    else params[name] = name === "kind" || name === "state" ? wordsOf(value) : value;
  }
  if (code === "moved") params.account = String(facts.accountName ?? facts.accountId ?? "");
  return t(key, params);
}

/** RESTRICTED_BIZ_INITIATED_MESSAGING as words, set apart from the sentence's direction. */
const wordsOf = (value: string | number) => `\u2068${String(value).toLowerCase().replaceAll("_", " ")}\u2069`;

export const changeWords: Record<string, Key> = {
  quality: "channels.quality",
  messaging_limit: "channels.limit",
  throughput: "channels.speed",
  name_status: "channels.display_name",
  token_state: "health.token",
  account_state: "health.account_state",
};

export const scopeWords: Record<ChannelLimit["scope"], { title: Key; note: Key }> = {
  number: { title: "health.limit_number", note: "health.limit_number_note" },
  person: { title: "health.limit_person", note: "health.limit_person_note" },
  account: { title: "health.limit_account", note: "health.limit_account_note" },
  portfolio: { title: "health.limit_portfolio", note: "health.limit_portfolio_note" },
};

export const sourceWords: Record<ChannelLimit["source"], Key> = {
  graph: "health.source_graph",
  webhook: "health.source_webhook",
  documented: "health.source_documented",
  unlimited: "health.source_unlimited",
  unknown: "health.source_unknown",
};

const waits: Record<string, Key> = {
  portfolio_limit: "health.waits_portfolio",
  rate_limited: "health.waits_rate",
  provider_unreachable: "health.waits_unreachable",
  provider_unavailable: "health.waits_unavailable",
  token_invalid: "health.waits_token",
};
export const waitingKey = (code: string | null): Key => (code === null ? "health.waits_turn" : (waits[code] ?? "health.waits_other"));

/** 0.4 s, 12 s, 3 min: as long as it takes to say it. */
export function duration(format: Formats, seconds: number): string {
  const [value, unit] = seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
  return format.number(value, {
    style: "unit",
    unit: unit as string,
    unitDisplay: "short",
    maximumFractionDigits: (value as number) < 10 ? 1 : 0,
  });
}
