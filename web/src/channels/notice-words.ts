import type { Key, Translate } from "../i18n/index.ts";
import type { Notice } from "./channel-data.ts";
import { attentionKey } from "./channel-words.ts";

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
};

export function noticeSentence(t: Translate, { kind, payload }: Notice): { title: string; detail?: string } {
  if (kind === "sending_stopped" || kind === "token_invalid") {
    const code = typeof payload.code === "string" ? payload.code : null;
    return { title: t(kinds[kind] as Key), detail: t(attentionKey(code)) };
  }
  const detail = factsOf(payload);
  const title = kinds[kind] ? t(kinds[kind]) : kind.replaceAll("_", " ");
  return detail ? { title, detail } : { title };
}

/** Meta's own words for what changed, in the order they came: "event: FLAGGED, current limit: TIER_1K". */
function factsOf(payload: Record<string, unknown>): string {
  const source = (typeof payload.value === "object" && payload.value !== null ? payload.value : payload) as Record<string, unknown>;
  return Object.entries(source)
    .filter(([name, value]) => ["string", "number"].includes(typeof value) && !/(^|_)id$|timestamp/i.test(name))
    .slice(0, 6)
    .map(([name, value]) => `${name.replaceAll("_", " ")}: ${value}`)
    .join(", ");
}
