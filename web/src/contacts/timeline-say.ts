import type { Formats, Translate } from "../i18n/index.ts";
import type { Contact, Member, Tag, TimelineItem } from "./contact-data.ts";
import type { OwnField } from "./record-data.ts";
import type { Entry } from "./timeline-entries.ts";

export interface Known {
  t: Translate;
  format: Formats;
  contact: Contact;
  tags: Tag[];
  members: Member[];
  /** The organization's own fields and stages, which changes name by their keys. */
  fields: OwnField[];
  stageName: (key: string) => string;
  segments: { id: string; name: string }[];
}

export type Say = (entry: Entry, known: Known) => { title: string; detail?: string | undefined };

/** Names may run in the other direction than the sentence: Unicode's isolates keep each in its place. */
export const apart = (name: string) => `\u2068${name}\u2069`;

export const who = ({ actor }: TimelineItem, { t, contact }: Known) => {
  if (actor.kind === "contact") return apart(contact.name);
  if (actor.name && actor.kind === "api_key") return t("contacts.actor_key", { name: apart(actor.name) });
  if (actor.kind === "system") return t("contacts.actor_system");
  return actor.name ? apart(actor.name) : t("contacts.former_member");
};
