import { ApiError } from "../api/client.ts";
import type { Key, Translate } from "../i18n/index.ts";

/** The refusals a person meets often, in their language. The server's own sentence stands for the others. */
const words: Record<string, Key> = {
  wrong_credentials: "accounts.error_wrong_credentials",
  email_taken: "accounts.error_email_taken",
  link_over: "accounts.error_link_over",
  invitation_over: "accounts.error_invitation_over",
  no_organization: "accounts.error_no_organization",
  sign_up_closed: "accounts.error_sign_up_closed",
  demo_closed: "accounts.error_demo_closed",
  rate_limited: "accounts.error_rate_limited",
  email_unconfirmed: "accounts.error_email_unconfirmed",
  last_owner: "accounts.error_last_owner",
  owner_needed: "accounts.error_owner_needed",
  above_own_role: "accounts.error_above_own_role",
  already_member: "accounts.error_already_member",
  member_deactivated: "accounts.error_member_deactivated",
  mail_not_configured: "accounts.error_mail_not_configured",
  name_taken: "accounts.error_name_taken",
  challenge_over: "security.error_challenge_over",
  own_two_factor_first: "security.error_own_two_factor_first",
  sign_in_first: "security.error_sign_in_first",
  offline: "common.error_offline",
};

export function refusalText(t: Translate, error: unknown): string {
  if (!(error instanceof ApiError)) return t("common.error_unexpected");
  if (error.code === "invalid_input" && error.field === "current") return t("accounts.error_current_password");
  if (error.code === "invalid_input" && error.field === "code") return t("security.error_code");
  const key = words[error.code];
  return key ? t(key) : error.message;
}

/** The same refusal with its sentence translated, for ErrorNotice and toastError. Its advice goes: the sentence holds it. */
export function inWords(t: Translate, error: unknown): unknown {
  if (!(error instanceof ApiError) || !words[error.code]) return error;
  return new ApiError(error.status, { code: error.code, message: refusalText(t, error) });
}
