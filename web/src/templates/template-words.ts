import type { Key } from "../i18n/index.ts";
import type { Tone } from "../ui/index.ts";
import type { Template } from "./template-data.ts";

type State = { label: Key; tone: Tone; says: Key; dashed?: boolean };

/** Each state with what it means and what to do (Meta's own, and those before Meta has it). */
const states: Record<string, State> = {
  DRAFT: { label: "templates.draft", tone: "plain", says: "templates.draft_says", dashed: true },
  SENDING: { label: "templates.sending", tone: "info", says: "templates.sending_says" },
  UNKNOWN_OUTCOME: { label: "templates.unknown", tone: "unknown", says: "templates.unknown_says" },
  PENDING: { label: "templates.pending", tone: "info", says: "templates.pending_says" },
  APPROVED: { label: "templates.approved", tone: "success", says: "templates.approved_says" },
  REJECTED: { label: "templates.rejected", tone: "danger", says: "templates.rejected_says" },
  IN_APPEAL: { label: "templates.in_appeal", tone: "info", says: "templates.in_appeal_says" },
  PAUSED: { label: "templates.paused", tone: "warning", says: "templates.paused_says" },
  FLAGGED: { label: "templates.flagged", tone: "warning", says: "templates.flagged_says" },
  DISABLED: { label: "templates.disabled", tone: "danger", says: "templates.disabled_says" },
  REINSTATED: { label: "templates.approved", tone: "success", says: "templates.approved_says" },
  ARCHIVED: { label: "templates.archived", tone: "plain", says: "templates.archived_says" },
  PENDING_DELETION: { label: "templates.pending_deletion", tone: "plain", says: "templates.deleted_says" },
  DELETED: { label: "templates.deleted", tone: "plain", says: "templates.deleted_says" },
  LIMIT_EXCEEDED: { label: "templates.limit_exceeded", tone: "danger", says: "templates.limit_exceeded_says" },
  LOCKED: { label: "templates.locked", tone: "danger", says: "templates.locked_says" },
};
const strange: State = { label: "templates.other_state", tone: "plain", says: "templates.other_state_says" };

export const stateOf = ({ state, submission }: Pick<Template, "state" | "submission">): State =>
  (submission === "sending" ? states.SENDING : submission === "unknown" ? states.UNKNOWN_OUTCOME : states[state]) ?? strange;

/** Those one filters by. */
export const filterStates = ["APPROVED", "DRAFT", "PENDING", "REJECTED", "PAUSED", "DISABLED", "DELETED"] as const;
export const stateLabel = (state: string): Key => (states[state] ?? strange).label;

const categories: Record<string, Key> = {
  MARKETING: "templates.marketing",
  UTILITY: "templates.utility",
  AUTHENTICATION: "templates.authentication",
};
export const categoryKey = (category: string): Key | undefined => categories[category];
export const categoryNames = ["UTILITY", "MARKETING", "AUTHENTICATION"] as const;

const reasons: Record<string, Key> = {
  ABUSIVE_CONTENT: "templates.why_abusive",
  INCORRECT_CATEGORY: "templates.why_category",
  INVALID_FORMAT: "templates.why_format",
  PROMOTIONAL: "templates.why_promotional",
  TAG_CONTENT_MISMATCH: "templates.why_mismatch",
  SCAM: "templates.why_scam",
};
/** Meta's code in words, and the sentence its reviewers may have added: "INVALID_FORMAT. Two parameters stand side by side." */
export const reasonOf = (reason: string): { key: Key | undefined; more: string } => {
  const code = /^[A-Z_]+(?=\.|$)/.exec(reason)?.[0] ?? "";
  const key = reasons[code];
  return key ? { key, more: reason.slice(code.length).replace(/^\.\s*/, "") } : { key: undefined, more: reason };
};

/** Why it cannot be edited just now. */
export const notEditable = (code: string | null): Key =>
  (({
    submitting: "templates.no_edit_submitting",
    unknown_part: "templates.no_edit_unknown_part",
    edits_day: "templates.no_edit_day",
    edits_month: "templates.no_edit_month",
  })[code ?? ""] as Key | undefined) ?? "templates.no_edit_state";

/** "pt_BR" as the reader calls it. */
export function languageName(code: string, language: string) {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(code.replace("_", "-")) ?? code;
  } catch {
    // Not a code the standard knows: shown as it came.
    return code;
  }
}

/** Meta changed it, lately enough to still be news. */
/** What a template's category is, was, and will be. */
export type Categories = Pick<Template, "category" | "correctCategory" | "previousCategory" | "categoryChangedAt" | "updatedAt">;
export const wasRecategorised = ({ previousCategory, category, categoryChangedAt }: Categories, now = Date.now()) =>
  previousCategory !== null &&
  previousCategory !== category &&
  categoryChangedAt !== null &&
  now - Date.parse(categoryChangedAt) < 30 * 86_400_000;
