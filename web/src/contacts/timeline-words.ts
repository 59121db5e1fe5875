import type { Key, Translate } from "../i18n/index.ts";
import { isChannelKind, purposeName } from "./consent-words.ts";
import { identityWords } from "./identity-words.ts";
import { fieldName } from "./timeline-changes.ts";
import type { Entry } from "./timeline-entries.ts";
import { heardSentences } from "./timeline-heard.ts";
import { apart, type Known, type Say, who } from "./timeline-say.ts";

/** A sentence on an event, for a person who knows nothing of events; `detail` is the smaller line under it. */
export function sentenceOf(entry: Entry, known: Known): { title: string; detail?: string | undefined } {
  const say = sentences[entry.item.name];
  return (say ?? heardSentences(entry.item.name))(entry, known);
}

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

const activityKeys: Record<string, Key> = {
  call: "event.activity_call",
  meeting: "event.activity_meeting",
  note: "event.activity_note",
};
const worth =
  (key: Key): Say =>
  (entry, known) => {
    const { value, currency } = entry.item.payload;
    return { title: known.t(key, { amount: known.format.money(String(value ?? 0), String(currency ?? "USD")) }) };
  };

const sentences: Record<string, Say> = {
  "contact.created": (entry, known) => {
    const key: Record<string, Key> = { channel: "contacts.event_created_channel", demo: "contacts.event_created_demo" };
    const source = String(entry.item.payload.source);
    return { title: known.t(key[source] ?? "contacts.event_created", { actor: who(entry.item, known), name: apart(known.contact.name) }) };
  },
  "contact.updated": (entry, known) => {
    const { fields } = entry.item.payload;
    const names = Array.isArray(fields) ? fields.map((field) => fieldName(known, String(field))) : [];
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
  "contact.unmerged": told("merge.event_unmerged"),
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
  "deal.created": told("event.deal_created"),
  "deal.changed": told("event.deal_changed"),
  "deal.stage_changed": told("event.deal_stage_changed"),
  "deal.won": worth("event.deal_won"),
  "deal.lost": worth("event.deal_lost"),
  "deal.deleted": told("event.deal_deleted"),
  "task.created": told("event.task_created"),
  "task.changed": told("event.task_changed"),
  "task.done": told("event.task_done"),
  "task.reopened": told("event.task_reopened"),
  "task.reminded": told("event.task_reminded"),
  "task.deleted": told("event.task_deleted"),
  "activity.logged": (entry, known) => told(activityKeys[String(entry.item.payload.kind)] ?? "event.activity_note")(entry, known),
  "activity.deleted": told("event.activity_deleted"),
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
