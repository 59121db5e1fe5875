import type { Key, Translate } from "../i18n/index.ts";
import type { AuditEntry } from "./audit-row.tsx";
import { roles } from "./members.ts";

const words: Record<string, Key> = {
  "organization.created": "settings.did_organization_created",
  "organization.changed": "settings.did_organization_changed",
  "member.joined": "settings.did_member_joined",
  "member.invited": "settings.did_member_invited",
  "member.role_changed": "settings.did_member_role_changed",
  "member.deactivated": "settings.did_member_deactivated",
  "member.reactivated": "settings.did_member_reactivated",
  "invitation.revoked": "settings.did_invitation_revoked",
  "api_key.created": "settings.did_api_key_created",
  "api_key.revoked": "settings.did_api_key_revoked",
  "sign_in.succeeded": "settings.did_sign_in_succeeded",
  "sign_in.failed": "settings.did_sign_in_failed",
  "password.changed": "settings.did_password_changed",
  "password.reset": "settings.did_password_reset",
  "channel.connected": "settings.did_channel_connected",
  "channel.updated": "settings.did_channel_updated",
  "channel.checked": "settings.did_channel_checked",
  "channel.disconnected": "settings.did_channel_disconnected",
  "channel.verify_token_shown": "settings.did_channel_verify_token_shown",
  "contact.erased": "settings.did_contact_erased",
  "field.created": "record.did_field_created",
  "field.changed": "record.did_field_changed",
  "field.archived": "record.did_field_archived",
  "field.unarchived": "record.did_field_unarchived",
  "field.deleted": "record.did_field_deleted",
  "stage.removed": "record.did_stage_removed",
  "score_rule.created": "record.did_rule_created",
  "score_rule.changed": "record.did_rule_changed",
  "score_rule.removed": "record.did_rule_removed",
  "intake.replayed": "settings.did_intake_replayed",
  "intake.discarded": "settings.did_intake_discarded",
  "intake.discarded_many": "health.did_discarded_many",
  "intake.replay_started": "health.did_replay_started",
  "journal.opened": "health.did_journal_opened",
  "journal.replay_started": "health.did_journal_replay_started",
  "journal.replayed": "health.did_journal_replayed",
  "channel.webhooks_repaired": "health.did_webhooks_repaired",
  "channel.moved": "health.did_moved",
  "costs.recalculated": "costs.did_recalculated",
  "costs.exported": "costs.did_exported",
  "costs.prices_added": "costs.did_prices_added",
  "costs.prices_imported": "costs.did_prices_imported",
  "costs.prices_retired": "costs.did_prices_retired",
  "costs.settings_changed": "costs.did_settings_changed",
};

/** What was done, in a sentence; an action without one is its name with spaces ("channel.connected": "Channel connected"). */
export function actionWords(t: Translate, { action, details }: AuditEntry): string {
  const key = words[action];
  if (!key) return plain(action);
  const role = (value: unknown) => {
    const known = roles.find((each) => each === value);
    return known ? t(`settings.role_${known}`) : String(value ?? "");
  };
  return t(key, { name: String(details.name ?? ""), role: role(details.role), from: role(details.from), to: role(details.to) });
}

export const actorWords = (t: Translate, { kind, name }: AuditEntry["actor"]): string => {
  if (kind === "api_key") return t("settings.actor_api_key", { name: name ?? "" });
  if (kind === "system") return name === "visitor" ? t("settings.actor_visitor") : t("settings.actor_system");
  return name ?? kind;
};

const plain = (action: string) => {
  const text = action.replace(/[._]/g, " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};
