import type { Formats, Key, Translate } from "../i18n/index.ts";
import type { Notice } from "./channel-data.ts";
import { attentionKey, limitOf, nameStatusOf, qualityOf } from "./channel-words.ts";

/** Meta's webhook fields and our own kinds, as sentences. */
const kinds: Record<string, Key> = {
  token_invalid: "channels.notice_token_invalid",
  sending_stopped: "channels.notice_sending_stopped",
  phone_number_quality_update: "channels.notice_quality",
  phone_number_name_update: "channels.notice_name",
  account_update: "channels.notice_account",
  account_alerts: "channels.notice_alert",
  account_review_update: "channels.notice_review",
  business_capability_update: "channels.notice_limit",
  security: "channels.notice_security",
  message_template_status_update: "channels.notice_template",
  message_template_quality_update: "channels.notice_template",
  template_category_update: "channels.notice_template",
  history: "channels.notice_history",
  errors: "channels.notice_errors",
  quality_changed: "health.notice_quality",
  messaging_limit_changed: "health.notice_messaging_limit",
  name_status_changed: "health.notice_name_status",
  account_state_changed: "health.notice_account_state",
};

const events: Record<string, Key> = {
  FLAGGED: "channels.event_flagged",
  UNFLAGGED: "channels.event_unflagged",
  UPGRADE: "channels.event_upgrade",
  DOWNGRADE: "channels.event_downgrade",
  THROUGHPUT_UPGRADE: "channels.event_throughput",
  ACCOUNT_VIOLATION: "channels.event_violation",
  ACCOUNT_RESTRICTION: "channels.event_restriction",
  ACCOUNT_DELETED: "channels.event_deleted",
  DISABLED_UPDATE: "channels.event_disabled",
  PARTNER_REMOVED: "channels.event_partner_removed",
  APPROVED: "channels.event_approved",
  REJECTED: "channels.event_rejected",
  PENDING: "channels.event_pending",
  PAUSED: "channels.event_paused",
  DISABLED: "channels.event_disabled",
};

export function noticeSentence(t: Translate, format: Formats, { kind, payload }: Notice): { title: string; detail?: string } {
  if (kind === "sending_stopped" || kind === "token_invalid") {
    return { title: t(kinds[kind] as Key), detail: t(attentionKey(typeof payload.code === "string" ? payload.code : null)) };
  }
  const title = kinds[kind] ? t(kinds[kind]) : kind.replaceAll("_", " ");
  if (kind.endsWith("_changed"))
    return { title, detail: [payload.was, payload.now].map((value) => judgement(t, format, kind, value)).join(" → ") };
  const detail = factsOf(t, format, payload).join(", ");
  return detail ? { title, detail } : { title };
}

function judgement(t: Translate, format: Formats, kind: string, value: unknown): string {
  const text = typeof value === "string" ? value : "";
  if (kind === "quality_changed") return t(qualityOf(text).label);
  if (kind === "name_status_changed") return t(nameStatusOf(text).label);
  const limit = kind === "messaging_limit_changed" ? limitOf(text) : null;
  if (limit !== null) return Number.isFinite(limit) ? format.number(limit) : t("channels.unlimited");
  return text.toLowerCase().replaceAll("_", " ");
}

const limits = new Set(["current_limit", "max_daily_conversations_per_business", "messaging_limit_tier"]);

/** What we know is put into words, the rest is told as Meta wrote it: "violation type: ALCOHOL". */
function factsOf(t: Translate, format: Formats, payload: Record<string, unknown>): string[] {
  return Object.entries(payload).flatMap(([name, value]): string[] => {
    if (value && typeof value === "object" && !Array.isArray(value)) return factsOf(t, format, value as Record<string, unknown>);
    if (!["string", "number"].includes(typeof value) || /(^|_)id$|timestamp|display_phone_number/i.test(name)) return [];
    const text = String(value);
    if (name === "event" || name === "decision") return [events[text] ? t(events[text]) : text.toLowerCase().replaceAll("_", " ")];
    const limit = limits.has(name) ? limitOf(text) : null;
    if (limit !== null)
      return [Number.isFinite(limit) ? t("channels.limit_now", { limit: format.number(limit) }) : t("channels.unlimited")];
    if (name.endsWith("_name")) return [`\u2068${text}\u2069`];
    return [`\u2068${name.replaceAll("_", " ")}: ${text}\u2069`];
  });
}
