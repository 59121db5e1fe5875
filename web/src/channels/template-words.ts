import type { Key } from "../i18n/index.ts";
import type { Tone } from "../ui/index.ts";

const states: Record<string, { label: Key; tone: Tone }> = {
  APPROVED: { label: "channels.template_approved", tone: "success" },
  PENDING: { label: "channels.template_pending", tone: "warning" },
  IN_APPEAL: { label: "channels.template_in_appeal", tone: "warning" },
  REJECTED: { label: "channels.template_rejected", tone: "danger" },
  PAUSED: { label: "channels.template_paused", tone: "warning" },
  DISABLED: { label: "channels.template_disabled", tone: "danger" },
  LIMIT_EXCEEDED: { label: "channels.template_limit_exceeded", tone: "danger" },
  ARCHIVED: { label: "channels.template_archived", tone: "plain" },
  DELETED: { label: "channels.template_deleted", tone: "plain" },
  PENDING_DELETION: { label: "channels.template_deleted", tone: "plain" },
};
export const templateState = (state: string): { label: Key | undefined; tone: Tone } =>
  states[state] ?? { label: undefined, tone: "plain" };
/** Those one filters by. */
export const filterStates = ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED"] as const;

const categories: Record<string, Key> = {
  MARKETING: "channels.category_marketing",
  UTILITY: "channels.category_utility",
  AUTHENTICATION: "channels.category_authentication",
};
export const categoryKey = (category: string): Key | undefined => categories[category];

const reasons: Record<string, Key> = {
  ABUSIVE_CONTENT: "channels.rejected_abusive",
  INCORRECT_CATEGORY: "channels.rejected_category",
  INVALID_FORMAT: "channels.rejected_format",
  PROMOTIONAL: "channels.rejected_promotional",
  TAG_CONTENT_MISMATCH: "channels.rejected_mismatch",
  SCAM: "channels.rejected_scam",
};
export const reasonKey = (reason: string): Key | undefined => reasons[reason];
