import {
  Building2,
  FileText,
  Gauge,
  Globe,
  Handshake,
  History,
  KeyRound,
  type LucideIcon,
  MailOpen,
  MessagesSquare,
  Milestone,
  Shield,
  Tag,
  TextCursorInput,
  User,
  Users,
} from "lucide-react";
import type { Key } from "../i18n/index.ts";

export interface SettingsPage {
  to:
    | "/settings/general"
    | "/settings/members"
    | "/settings/channels"
    | "/settings/templates"
    | "/settings/labels"
    | "/settings/pipelines"
    | "/settings/fields"
    | "/settings/stages"
    | "/settings/scoring"
    | "/settings/websites"
    | "/settings/api-keys"
    | "/settings/profile"
    | "/settings/security"
    | "/settings/outbox"
    | "/settings/audit";
  label: Key;
  group: Key;
  icon: LucideIcon;
  /** What the role needs to see it; null for everybody. */
  permission: string | null;
}

export const settingsPages: SettingsPage[] = [
  {
    to: "/settings/general",
    label: "settings.general",
    group: "settings.group_organization",
    icon: Building2,
    permission: null,
  },
  {
    to: "/settings/members",
    label: "settings.members",
    group: "settings.group_organization",
    icon: Users,
    permission: "members.read",
  },
  {
    to: "/settings/channels",
    label: "settings.channels",
    group: "settings.group_talking",
    icon: MessagesSquare,
    permission: "channels.read",
  },
  {
    to: "/settings/templates",
    label: "settings.templates",
    group: "settings.group_talking",
    icon: FileText,
    permission: "templates.read",
  },
  { to: "/settings/labels", label: "settings.labels", group: "settings.group_talking", icon: Tag, permission: "inbox.read" },
  { to: "/settings/pipelines", label: "deals.settings", group: "settings.group_talking", icon: Handshake, permission: "sales.read" },
  { to: "/settings/fields", label: "record.fields", group: "frame.contacts", icon: TextCursorInput, permission: "contacts.read" },
  { to: "/settings/stages", label: "record.stages", group: "frame.contacts", icon: Milestone, permission: "contacts.read" },
  { to: "/settings/scoring", label: "scoring.title", group: "frame.contacts", icon: Gauge, permission: "contacts.read" },
  { to: "/settings/profile", label: "settings.profile", group: "settings.group_you", icon: User, permission: null },
  { to: "/settings/security", label: "settings.security", group: "settings.group_you", icon: Shield, permission: null },
  { to: "/settings/websites", label: "events.websites", group: "settings.group_developers", icon: Globe, permission: "events.read" },
  {
    to: "/settings/api-keys",
    label: "settings.api_keys",
    group: "settings.group_developers",
    icon: KeyRound,
    permission: "api_keys.manage",
  },
  {
    to: "/settings/outbox",
    label: "settings.outbox",
    group: "settings.group_operation",
    icon: MailOpen,
    permission: "organization.manage",
  },
  {
    to: "/settings/audit",
    label: "settings.audit",
    group: "settings.group_operation",
    icon: History,
    permission: "audit.read",
  },
];
