import { AtSign, Fingerprint, type LucideIcon, Mail, Phone } from "lucide-react";
import type { Key } from "../i18n/index.ts";
import type { IdentityKind, Stage } from "./contact-data.ts";

export const identityWords: Record<IdentityKind, { label: Key; icon: LucideIcon }> = {
  phone: { label: "contacts.kind_phone", icon: Phone },
  whatsapp_user_id: { label: "contacts.kind_whatsapp_user_id", icon: Fingerprint },
  whatsapp_username: { label: "contacts.kind_whatsapp_username", icon: AtSign },
  email: { label: "contacts.kind_email", icon: Mail },
};

export const stageWords: Record<Stage, Key> = {
  lead: "contacts.stage_lead",
  customer: "contacts.stage_customer",
  loyal: "contacts.stage_loyal",
  lost: "contacts.stage_lost",
};

const order: IdentityKind[] = ["phone", "whatsapp_username", "email", "whatsapp_user_id"];

/** The identity a list shows: the one a person would recognise somebody by. */
export const mainIdentity = <Each extends { kind: IdentityKind }>(identities: Each[]): Each | undefined =>
  order.flatMap((kind) => identities.filter((each) => each.kind === kind))[0];
