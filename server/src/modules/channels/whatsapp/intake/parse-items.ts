import { failureOf } from "../graph/errors.ts";
import { contentOf, surroundingsOf } from "./parse-content.ts";
import { isObject, type Json, listOf, momentOf, objectOf, present, storable, textOf } from "./parse-json.ts";
import { personOf, recipientOf } from "./parse-person.ts";
import type { Item, MessageItem, Place, StatusItem } from "./parse-shapes.ts";
import { systemItem } from "./parse-system.ts";

/** Makes the place of one item of a list inside `value`. */
export type Part = (name: string, items: unknown[], extra?: Json) => (at: number) => Place;

const park = (place: Place, detail: string, reason = "malformed"): Item => ({ ...place, kind: "parked", reason, detail });

/** An index entry has to hold it; Meta's have about sixty characters. */
const isId = (id: string | null): id is string => id !== null && id.length <= 1000;

/** `messages` of customers, `message_echoes` of the shop's phone, and the media that follow a history. */
export const messageItems = (value: Json, field: string, part: Part): Item[] =>
  (["messages", "message_echoes"] as const).flatMap((name) => {
    const items = listOf(value[name]);
    const place = part(name, items);
    const origin = name === "message_echoes" || field === "smb_message_echoes" ? "phone" : field === "history" ? "history" : "customer";
    return items.map((message, at) => messageItem(message, value, place(at), origin, items.length === 1));
  });

export const messageItem = (
  message: unknown,
  value: Json,
  place: Place,
  origin: MessageItem["origin"],
  alone: boolean,
  threadPhone: string | null = null,
): Item => {
  if (!isObject(message)) return park(place, "the message is not an object");
  const providerId = textOf(message.id);
  if (!isId(providerId)) return park(place, "the message has no id");
  const at = momentOf(message.timestamp, place.receivedAt);
  const ours = origin === "phone" || (origin === "history" && isFromShop(message, place));
  const change = changeOf(message, ours, at);
  const peer = () => (ours ? recipientOf(message, value, threadPhone) : personOf(message, value, alone, threadPhone));
  if (change) return { ...place, kind: "change", peer: peer(), ...change };
  if (change === null) return park(place, "it names no message to change");
  if (message.type === "system")
    return systemItem(message, value, place, { providerId, at }) ?? park(place, "the system message names nobody");
  const person = peer();
  if (!person) return park(place, "the message names nobody");
  const { replyTo, content: around } = surroundingsOf(message);
  const said =
    message.type === "request_welcome"
      ? { type: "system", body: null, content: { kind: "request_welcome" }, media: null }
      : contentOf(message);
  const state = !ours ? null : origin === "history" ? historyState(objectOf(message.history_context).status) : "sent";
  const direction = said.type === "system" ? "system" : ours ? "outbound" : "inbound";
  return {
    ...place,
    kind: "message",
    origin,
    direction,
    person,
    providerId,
    at,
    ...said,
    content: { ...said.content, ...around },
    replyTo,
    state,
  };
};

const isFromShop = (message: Json, place: Place) => {
  const from = textOf(message.from)?.replace(/\D/g, "");
  return (
    message.to !== undefined || message.to_user_id !== undefined || (from !== undefined && from === place.displayNumber?.replace(/\D/g, ""))
  );
};

const historyStates: Record<string, MessageItem["state"]> = {
  SENT: "sent",
  DELIVERED: "delivered",
  READ: "read",
  PLAYED: "read",
  ERROR: "failed",
};
const historyState = (status: unknown): MessageItem["state"] => historyStates[textOf(status)?.toUpperCase() ?? ""] ?? "sent";

/** Reactions, edits and revokes change another message. Undefined: it is none of these; null: it is one but names no message. */
const changeOf = (message: Json, ours: boolean, at: Date) => {
  const by = ours ? ("business" as const) : ("contact" as const);
  const context = textOf(objectOf(message.context).id);
  if (message.type === "reaction") {
    const reaction = objectOf(message.reaction);
    const target = textOf(reaction.message_id) ?? context;
    return !isId(target) ? null : { change: "reaction" as const, by, target, at, emoji: textOf(reaction.emoji), body: null };
  }
  if (message.type !== "edit" && message.type !== "revoke") return undefined;
  const part = objectOf(message[message.type]);
  const target = textOf(part.original_message_id) ?? textOf(part.message_id) ?? context;
  if (!isId(target)) return null;
  if (message.type === "revoke") return { change: "revoke" as const, by, target, at, emoji: null, body: null };
  const nested = isObject(part.message) ? contentOf(part.message) : null;
  return {
    change: "edit" as const,
    by,
    target,
    at,
    emoji: null,
    body: nested?.body ?? textOf(part.body) ?? textOf(objectOf(part.text).body),
  };
};

const states: Record<string, StatusItem["state"]> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const statusItems = (value: Json, part: Part): Item[] => {
  const items = listOf(value.statuses);
  const place = part("statuses", items);
  return items.map((status, at): Item => {
    if (!isObject(status)) return park(place(at), "the status is not an object");
    const providerId = textOf(status.id);
    const state = Object.hasOwn(states, String(status.status)) ? states[String(status.status)] : undefined;
    if (!isId(providerId)) return park(place(at), "the status has no id");
    if (!state) return park(place(at), `status ${String(textOf(status.status)).slice(0, 60)}`, "unknown_status");
    const key = textOf(status.biz_opaque_callback_data);
    const error = listOf(status.errors).find(isObject);
    const pricing = isObject(status.pricing)
      ? { ...status.pricing, ...(isObject(status.conversation) ? { conversation: status.conversation } : {}) }
      : null;
    return {
      ...place(at),
      kind: "status",
      providerId,
      state,
      at: momentOf(status.timestamp, place(at).receivedAt),
      deliveryId: key !== null && uuid.test(key) ? key.toLowerCase() : null,
      failure: state === "failed" ? failureOf(error ?? {}) : null,
      pricing: pricing && JSON.stringify(pricing).length < 4000 ? (storable(pricing) as Json) : null,
    };
  });
};

/** A call of a customer is shown in the thread as something this version cannot play. */
export const callItems = (value: Json, part: Part): Item[] => {
  const items = listOf(value.calls);
  const place = part("calls", items);
  return items.map((call, at): Item => {
    if (!isObject(call)) return park(place(at), "the call is not an object");
    const providerId = textOf(call.id);
    const ours = call.direction === "BUSINESS_INITIATED";
    const person = ours ? recipientOf(call, value, null) : personOf(call, value, items.length === 1, null);
    if (!isId(providerId) || !person) return park(place(at), "the call names nobody");
    const content = { providerType: "call", ...present({ event: textOf(call.event), status: textOf(call.status) }) };
    return {
      ...place(at),
      kind: "message",
      origin: ours ? "phone" : "customer",
      direction: ours ? "outbound" : "inbound",
      person,
      providerId,
      at: momentOf(call.timestamp, place(at).receivedAt),
      type: "unsupported",
      body: null,
      content,
      media: null,
      replyTo: null,
      state: null,
    };
  });
};

/** Chunks of what was said before the number came to us. A chunk may hold errors instead (the owner did not share). */
export const historyItems = (value: Json, here: Place, around: (value: Json) => unknown): Item[] =>
  listOf(value.history).flatMap((chunk, c): Item[] => {
    const path = `${here.path}.value.history[${c}]`;
    const of = (inner: unknown) => () => around({ metadata: value.metadata, history: [inner] });
    if (!isObject(chunk)) return [park({ ...here, path, slice: of(chunk) }, "the chunk is not an object")];
    const errors = listOf(chunk.errors);
    const told: Item[] =
      errors.length > 0
        ? [{ ...here, path: `${path}.errors`, slice: of(chunk), kind: "account", field: "history", value: { errors } }]
        : [];
    const threads = listOf(chunk.threads).flatMap((thread, t): Item[] => {
      const threadPath = `${path}.threads[${t}]`;
      const inThread = (inner: unknown) => of({ metadata: chunk.metadata, threads: [inner] });
      if (!isObject(thread)) return [park({ ...here, path: threadPath, slice: inThread(thread) }, "the thread is not an object")];
      return listOf(thread.messages).map((message, m) =>
        messageItem(
          message,
          { ...value, contacts: thread.contacts ?? value.contacts },
          { ...here, path: `${threadPath}.messages[${m}]`, slice: inThread({ id: thread.id, messages: [message] }) },
          "history",
          false,
          textOf(thread.id),
        ),
      );
    });
    // How far the import has come is told beside the threads, and by chunks without any.
    const { metadata } = chunk;
    const progress: Item[] =
      isObject(metadata) || told.length + threads.length === 0
        ? [
            {
              ...here,
              path: `${path}.metadata`,
              slice: of({ metadata: metadata ?? null }),
              kind: "account",
              field: "history",
              value: { metadata: metadata ?? null },
            },
          ]
        : [];
    return [...told, ...threads, ...progress];
  });

export const preferenceItems = (value: Json, part: Part): Item[] => {
  const items = listOf(value.user_preferences);
  const place = part("user_preferences", items);
  return items.map((preference, at): Item => {
    if (!isObject(preference)) return park(place(at), "the preference is not an object");
    const person = personOf({ from: preference.wa_id, from_user_id: preference.user_id }, value, items.length === 1, null);
    if (!person) return park(place(at), "the preference names nobody");
    const said = textOf(preference.value) ?? "";
    if (preference.category !== "marketing_messages" || !["stop", "resume", "signup"].includes(said))
      return park(place(at), `${String(preference.category)}: ${said}`.slice(0, 100), "unknown_preference");
    return {
      ...place(at),
      kind: "preference",
      person,
      action: said === "stop" ? "withdrawn" : "granted",
      value: said,
      detail: textOf(preference.detail),
      at: momentOf(preference.timestamp, place(at).receivedAt),
    };
  });
};

/** Contacts of the shop's phone. One that is removed there stays here: its conversations are ours too. */
export const contactItems = (value: Json, part: Part): Item[] => {
  const items = listOf(value.state_sync);
  const place = part("state_sync", items);
  return items.map((sync, at): Item => {
    if (!isObject(sync) || !isObject(sync.contact)) return park(place(at), "the entry has no contact");
    const { contact } = sync;
    const phone = textOf(contact.phone_number) ?? textOf(contact.wa_id);
    const userId = textOf(contact.user_id);
    if (phone === null && userId === null) return park(place(at), "the contact has neither number nor user id");
    const name = textOf(contact.full_name) ?? textOf(contact.first_name);
    const removed = sync.action === "remove";
    return {
      ...place(at),
      kind: "contact",
      person: { phone, userId, username: textOf(contact.username), name: removed ? null : name },
      at: momentOf(objectOf(sync.metadata).timestamp, place(at).receivedAt),
    };
  });
};
