import type { Key } from "../i18n/index.ts";
import type { Tone } from "../ui/index.ts";
import type { Channel, ChannelCheck, ChannelState } from "./channel-data.ts";

export const stateWords: Record<ChannelState, { label: Key; tone: Tone }> = {
  active: { label: "channels.state_active", tone: "success" },
  paused: { label: "channels.state_paused", tone: "plain" },
  attention: { label: "channels.state_attention", tone: "warning" },
  disconnected: { label: "channels.state_disconnected", tone: "plain" },
};

/** Why sending is stopped, by the server's code. */
export const attentionKey = (code: string | null): Key => (code && attentions[code]) || "channels.attention_other";
const attentions: Record<string, Key> = {
  token_invalid: "channels.attention_token_invalid",
  permission_missing: "channels.attention_permission_missing",
  account_blocked: "channels.attention_account_blocked",
  spam_limited: "channels.attention_spam_limited",
  misclassified_templates: "channels.attention_misclassified_templates",
  display_name_missing: "channels.attention_display_name_missing",
  payment_problem: "channels.attention_payment_problem",
  not_registered: "channels.attention_not_registered",
};

const checks = new Set([
  "graph_reached",
  "token",
  "permission",
  "phone_number",
  "account",
  "number_in_account",
  "app_secret",
  "subscribed",
  "webhook_seen",
  "name",
  "quality",
  "token_expiry",
  "callback",
  "fields",
]);
/** A check as a sentence of ours: right, wrong or not known. A check we have no words for is told by the server. */
export const checkKey = ({ check, ok }: ChannelCheck): Key | undefined =>
  checks.has(check) ? (`channels.check_${check}_${ok === null ? "unknown" : ok ? "ok" : "wrong"}` as Key) : undefined;

const qualities: Record<string, { label: Key; tone: Tone; level: number }> = {
  GREEN: { label: "channels.quality_high", tone: "success", level: 3 },
  YELLOW: { label: "channels.quality_medium", tone: "warning", level: 2 },
  RED: { label: "channels.quality_low", tone: "danger", level: 1 },
};
export const qualityOf = (quality: string | null) =>
  (quality && qualities[quality.toUpperCase()]) || { label: "channels.quality_unknown" as Key, tone: "plain" as Tone, level: 0 };

/** "TIER_2K" is 2,000 people in 24 hours; null: not told; Infinity: no limit. */
export function limitOf(tier: string | null): number | null {
  if (!tier) return null;
  if (/UNLIMITED/i.test(tier)) return Number.POSITIVE_INFINITY;
  const match = /(\d+)\s*(K)?/i.exec(tier);
  return match ? Number(match[1]) * (match[2] ? 1000 : 1) : null;
}

/** Meta names levels: STANDARD is 80 messages a second, HIGH 1,000. */
export function speedOf({ throughput, coexistence }: Pick<Channel, "throughput" | "coexistence">): number | null {
  // Beside the phone app the speed is fixed and Meta names no level.
  if (coexistence) return 20;
  if (!throughput) return null;
  const levels: Record<string, number> = { STANDARD: 80, HIGH: 1000 };
  return levels[throughput.toUpperCase()] ?? (Number(throughput) || null);
}

const names: Record<string, { label: Key; tone: Tone }> = {
  APPROVED: { label: "channels.name_approved", tone: "success" },
  AVAILABLE_WITHOUT_REVIEW: { label: "channels.name_approved", tone: "success" },
  PENDING_REVIEW: { label: "channels.name_pending", tone: "warning" },
  DECLINED: { label: "channels.name_declined", tone: "danger" },
  EXPIRED: { label: "channels.name_expired", tone: "danger" },
  NONE: { label: "channels.name_none", tone: "danger" },
};
export const nameStatusOf = (status: string | null) =>
  (status && names[status.toUpperCase()]) || { label: "channels.not_told" as Key, tone: "plain" as Tone };
