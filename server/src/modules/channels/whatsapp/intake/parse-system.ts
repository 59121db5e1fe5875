import { type Json, objectOf, present, textOf } from "./parse-json.ts";
import { personOf } from "./parse-person.ts";
import type { Item, Place } from "./parse-shapes.ts";

const spellings: Record<string, string> = {
  user_changed_number: "user_changed_number",
  customer_changed_number: "user_changed_number",
  user_changed_user_id: "user_changed_user_id",
  customer_identity_changed: "customer_identity_changed",
  user_identity_changed: "customer_identity_changed",
};

/**
 * Somebody changed their number or user id, or got a new device. Such a message may come without `contacts` and without `from`: the old
 * id then stands only in the sentence ("User x changed from A to B"). Null when it names nobody at all.
 */
export const systemItem = (message: Json, value: Json, place: Place, { providerId, at }: { providerId: string; at: Date }): Item | null => {
  const system = objectOf(message.system);
  const kind = spellings[textOf(system.type) ?? ""];
  const body = textOf(system.body);
  const [, before, after] = /from\s+(\S+)\s+to\s+(\S+?)\.?$/i.exec(body?.trim() ?? "") ?? [];
  const number = textOf(system.wa_id) ?? textOf(system.new_wa_id);
  const userId = textOf(system.user_id);
  if (kind === "user_changed_user_id" || (kind === undefined && userId !== null && number === null)) {
    const to = userId ?? textOf(after);
    const from = textOf(message.from_user_id) ?? textOf(before);
    if (to !== null)
      return {
        ...place,
        kind: "move",
        what: "user_changed_user_id",
        identity: "whatsapp_user_id",
        from: from === to ? textOf(before) : from,
        to,
        providerId,
        at,
        body,
      };
  }
  if (kind === "user_changed_number" || (kind === undefined && number !== null)) {
    const to = number ?? textOf(after);
    const from = textOf(message.from) ?? textOf(system.customer) ?? textOf(before);
    if (to !== null)
      return {
        ...place,
        kind: "move",
        what: "user_changed_number",
        identity: "phone",
        from: from === to ? (textOf(system.customer) ?? textOf(before)) : from,
        to,
        providerId,
        at,
        body,
      };
  }
  const person = personOf({ from: message.from ?? system.customer, from_user_id: message.from_user_id }, value, true, null);
  if (!person) return null;
  const content = {
    kind: kind ?? textOf(system.type) ?? "unknown",
    ...present({ identity: textOf(system.identity) ?? textOf(system.hash) }),
  };
  return {
    ...place,
    kind: "message",
    origin: "customer",
    direction: "system",
    person,
    providerId,
    at,
    type: "system",
    body,
    content,
    media: null,
    replyTo: null,
    state: null,
  };
};
