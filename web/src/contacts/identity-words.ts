import { AtSign, Fingerprint, type LucideIcon, Mail, MailQuestionMark, Phone, PhoneMissed } from "lucide-react";
import type { Key } from "../i18n/index.ts";
import type { IdentityKind } from "./contact-data.ts";

export const identityWords: Record<IdentityKind, { label: Key; icon: LucideIcon }> = {
  phone: { label: "contacts.kind_phone", icon: Phone },
  whatsapp_user_id: { label: "contacts.kind_whatsapp_user_id", icon: Fingerprint },
  whatsapp_username: { label: "contacts.kind_whatsapp_username", icon: AtSign },
  email: { label: "contacts.kind_email", icon: Mail },
  external_id: { label: "contacts.kind_external_id", icon: Fingerprint },
  claimed_email: { label: "contacts.kind_claimed_email", icon: MailQuestionMark },
  claimed_phone: { label: "contacts.kind_claimed_phone", icon: PhoneMissed },
};

const order: IdentityKind[] = ["phone", "whatsapp_username", "email", "whatsapp_user_id", "external_id", "claimed_email", "claimed_phone"];

/** The identity a list shows: the one a person would recognise somebody by. */
export const mainIdentity = <Each extends { kind: IdentityKind }>(identities: Each[]): Each | undefined =>
  order.flatMap((kind) => identities.filter((each) => each.kind === kind))[0];
