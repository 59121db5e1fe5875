import type { Key, Translate } from "../i18n/index.ts";
import type { PermissionInfo } from "./members.ts";

/** The server has a sentence for each permission, in English; those we know are said in the reader's language. */
const words: Record<string, Key> = {
  "inbox.read": "settings.may_inbox_read",
  "inbox.reply": "settings.may_inbox_reply",
  "inbox.assign": "settings.may_inbox_assign",
  "inbox.label": "settings.may_inbox_label",
  "inbox.close": "settings.may_inbox_close",
  "inbox.note": "settings.may_inbox_note",
  "contacts.read": "settings.may_contacts_read",
  "contacts.write": "settings.may_contacts_write",
  "contacts.configure": "record.may_configure",
  "channels.read": "settings.may_channels_read",
  "channels.manage": "settings.may_channels_manage",
  "templates.read": "settings.may_templates_read",
  "templates.manage": "settings.may_templates_manage",
  "journal.read": "settings.may_journal_read",
  "journal.raw": "health.may_journal_raw",
  "members.read": "settings.may_members_read",
  "members.manage": "settings.may_members_manage",
  "organization.manage": "settings.may_organization_manage",
  "api_keys.manage": "settings.may_api_keys_manage",
  "audit.read": "settings.may_audit_read",
  "costs.read": "costs.may_read",
  "costs.manage": "costs.may_manage",
};

const areas: Record<string, Key> = {
  inbox: "frame.inbox",
  contacts: "frame.contacts",
  channels: "settings.channels",
  templates: "settings.templates",
  journal: "settings.area_journal",
  members: "settings.area_members",
  organization: "settings.organization",
  api_keys: "settings.api_keys",
  audit: "settings.audit",
  costs: "costs.title",
};

export const sentenceOf = (t: Translate, { permission, sentence }: PermissionInfo) => {
  const key = words[permission];
  return key ? t(key) : sentence;
};

/** Permissions by what comes before the dot, in the order the product shows its parts. */
export function permissionAreas(t: Translate, permissions: PermissionInfo[]) {
  const order = Object.keys(areas);
  const names = [...new Set(permissions.map(areaOf))].sort((a, b) => rank(order, a) - rank(order, b));
  return names.map((area) => {
    const key = areas[area];
    return { area, title: key ? t(key) : area, permissions: permissions.filter((each) => areaOf(each) === area) };
  });
}

const areaOf = ({ permission }: PermissionInfo) => permission.split(".")[0] ?? permission;
const rank = (order: string[], area: string) => (order.includes(area) ? order.indexOf(area) : order.length);
