import type { Formats, Key, Translate } from "../i18n/index.ts";
import { isChannelKind, purposeName } from "./consent-words.ts";
import type { Contact, Member, Tag, TimelineItem } from "./contact-data.ts";
import { identityWords } from "./identity-words.ts";
import type { Entry } from "./timeline-entries.ts";

export interface Known {
  t: Translate;
  format: Formats;
  contact: Contact;
  tags: Tag[];
  members: Member[];
}

/** A sentence on an event, for a person who knows nothing of events; `detail` is the smaller line under it. */
export function sentenceOf(entry: Entry, known: Known): { title: string; detail?: string | undefined } {
  const say = sentences[entry.item.name];
  if (!say) return { title: known.t("contacts.event_other", { name: entry.item.name }) };
  return say(entry, known);
}

type Say = (entry: Entry, known: Known) => { title: string; detail?: string | undefined };

/** Names may run in the other direction than the sentence: Unicode's isolates keep each in its place. */
const apart = (name: string) => `\u2068${name}\u2069`;

const who = ({ actor }: TimelineItem, { t, contact }: Known) => {
  if (actor.kind === "contact") return apart(contact.name);
  if (actor.name && actor.kind === "api_key") return t("contacts.actor_key", { name: apart(actor.name) });
  if (actor.kind === "system") return t("contacts.actor_system");
  return actor.name ? apart(actor.name) : t("contacts.former_member");
};

const told =
  (key: Key): Say =>
  (entry, known) => ({ title: known.t(key, { actor: who(entry.item, known), name: apart(known.contact.name) }) });

const typeKeys = new Set([
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contacts",
  "button_reply",
  "list_reply",
  "flow_reply",
  "button",
  "order",
  "template",
  "interactive",
  "unsupported",
  "unavailable",
]);
const typeName = (t: Translate, type: unknown) =>
  typeof type === "string" && typeKeys.has(type) ? t(`contacts.type_${type}` as Key) : t("contacts.type_other");

const identityName = (t: Translate, kind: unknown) => {
  const words = typeof kind === "string" ? identityWords[kind as keyof typeof identityWords] : undefined;
  return words ? t(words.label) : String(kind ?? "");
};

const display = (known: Known, id: unknown) => known.contact.identities.find((identity) => identity.id === id)?.display;
const channelName = (t: Translate, kind: unknown) =>
  typeof kind === "string" && isChannelKind(kind) ? t(`common.channel_${kind}` as Key) : String(kind ?? "");
const nameOf = (list: { id: string; name: string }[], id: unknown) => {
  const found = list.find((each) => each.id === id);
  return found && apart(found.name);
};

const factKeys: Record<string, Key> = {
  name: "contacts.name",
  company: "contacts.company",
  stage: "contacts.stage",
  ownerId: "contacts.owner",
  owner_id: "contacts.owner",
  owner: "contacts.owner",
  language: "contacts.language",
  country: "contacts.country",
  timeZone: "contacts.time_zone",
  time_zone: "contacts.time_zone",
};

const sentences: Record<string, Say> = {
  "contact.created": (entry, known) => {
    const key: Record<string, Key> = { channel: "contacts.event_created_channel", demo: "contacts.event_created_demo" };
    const source = String(entry.item.payload.source);
    return { title: known.t(key[source] ?? "contacts.event_created", { actor: who(entry.item, known), name: apart(known.contact.name) }) };
  },
  "contact.updated": (entry, known) => {
    const { fields } = entry.item.payload;
    const names = Array.isArray(fields)
      ? fields.map((field) => (factKeys[String(field)] ? known.t(factKeys[String(field)] as Key) : String(field)))
      : [];
    return { title: known.t("contacts.event_updated", { actor: who(entry.item, known), fields: known.format.list(names) }) };
  },
  "contact.identity_added": (entry, known) => ({
    title: known.t("contacts.event_identity_added", {
      actor: who(entry.item, known),
      kind: identityName(known.t, entry.item.payload.kind),
    }),
    detail: display(known, entry.item.payload.identityId),
  }),
  "contact.identity_removed": (entry, known) => ({
    title: known.t("contacts.event_identity_removed", {
      actor: who(entry.item, known),
      kind: identityName(known.t, entry.item.payload.kind),
    }),
  }),
  "contact.identity_moved": (entry, known) => ({
    title: known.t("contacts.event_identity_moved", {
      name: apart(known.contact.name),
      kind: identityName(known.t, entry.item.payload.kind),
    }),
    detail: display(known, entry.item.payload.identityId),
  }),
  "contact.duplicate_suspected": (entry, known) => ({
    title: known.t("contacts.event_duplicate", { kind: identityName(known.t, entry.item.payload.kind) }),
    detail: known.t("contacts.event_duplicate_text"),
  }),
  "contact.joined": (_entry, known) => ({ title: known.t("contacts.event_joined"), detail: known.t("contacts.event_joined_text") }),
  "contact.tagged": (entry, known) => {
    const names = (ids: unknown) =>
      Array.isArray(ids) ? known.format.list(ids.map((id) => nameOf(known.tags, id) ?? known.t("contacts.deleted_tag"))) : "";
    const [added, removed] = [names(entry.item.payload.added), names(entry.item.payload.removed)];
    const actor = who(entry.item, known);
    if (added && removed) return { title: known.t("contacts.event_retagged", { actor, added, removed }) };
    return added
      ? { title: known.t("contacts.event_tagged", { actor, added }) }
      : { title: known.t("contacts.event_untagged", { actor, removed }) };
  },
  "contact.note_added": told("contacts.event_note_added"),
  "contact.note_removed": told("contacts.event_note_removed"),
  "contact.merged": told("contacts.event_merged"),
  "consent.granted": consent("contacts.event_consent_granted"),
  "consent.withdrawn": consent("contacts.event_consent_withdrawn"),
  "conversation.started": told("contacts.event_conversation_started"),
  "conversation.reopened": told("contacts.event_conversation_reopened"),
  "conversation.closed": told("contacts.event_conversation_closed"),
  "conversation.assigned": (entry, known) => {
    const actor = who(entry.item, known);
    const { to } = entry.item.payload;
    if (!to) return { title: known.t("contacts.event_unassigned", { actor }) };
    return { title: known.t("contacts.event_assigned", { actor, to: nameOf(known.members, to) ?? known.t("contacts.former_member") }) };
  },
  "conversation.labelled": told("contacts.event_labelled"),
  "note.added": told("contacts.event_conversation_noted"),
  "note.deleted": told("contacts.event_conversation_note_deleted"),
  "message.received": (entry, known) =>
    entry.count > 1
      ? { title: known.t("contacts.event_received_many", { name: apart(known.contact.name), count: entry.count }) }
      : {
          title: known.t("contacts.event_received", { name: apart(known.contact.name), what: typeName(known.t, entry.item.payload.type) }),
        },
  "message.queued": (entry, known) => ({
    title: known.t("contacts.event_sent", { actor: who(entry.item, known), what: typeName(known.t, entry.item.payload.type) }),
  }),
  "message.recorded": (entry, known) => {
    const what = typeName(known.t, entry.item.payload.type);
    if (entry.item.payload.origin === "phone") return { title: known.t("contacts.event_sent_phone", { what }) };
    return { title: known.t("contacts.event_imported", { what }) };
  },
  "message.status_changed": (entry, known) => ({
    title: known.t(entry.state === "unknown" ? "contacts.event_message_unknown" : "contacts.event_message_failed"),
  }),
  "message.reacted": (entry, known) => ({
    title: known.t(entry.item.payload.removed ? "contacts.event_unreacted" : "contacts.event_reacted", { actor: who(entry.item, known) }),
  }),
  "message.reaction_failed": (entry, known) => ({
    title: known.t(entry.item.payload.state === "unknown" ? "contacts.event_reaction_unknown" : "contacts.event_reaction_failed", {
      name: apart(known.contact.name),
    }),
  }),
  "message.edited": told("contacts.event_edited"),
  "message.revoked": told("contacts.event_revoked"),
  "message.media_failed": told("contacts.event_media_failed"),
};

function consent(key: Key): Say {
  return (entry, known) => {
    const { channel, purpose } = entry.item.payload;
    return {
      title: known.t(key, {
        actor: who(entry.item, known),
        name: apart(known.contact.name),
        channel: channelName(known.t, channel),
        purpose: purposeName(known.t, String(purpose)),
      }),
    };
  };
}
