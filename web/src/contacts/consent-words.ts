import type { Key, Translate } from "../i18n/index.ts";

const purposes: Record<string, Key> = {
  marketing: "contacts.purpose_marketing",
  service: "contacts.purpose_service",
  tracking: "contacts.purpose_tracking",
};
export const purposeName = (t: Translate, purpose: string) => (purposes[purpose] ? t(purposes[purpose]) : purpose);

const sources: Record<string, Key> = {
  member: "contacts.source_member",
  api: "contacts.source_api",
  whatsapp: "contacts.source_whatsapp",
  whatsapp_preference: "contacts.source_whatsapp",
  provider: "contacts.source_whatsapp",
  import: "contacts.source_import",
  demo: "contacts.source_demo",
  message: "contacts.source_message",
};
/** Undefined: a source we have no words for, shown as it is. */
export const consentSource = (source: string): Key | undefined => sources[source];

export const isChannelKind = (kind: string) =>
  ["whatsapp", "email", "instagram", "messenger", "webpush", "webchat", "sms", "phone"].includes(kind);
