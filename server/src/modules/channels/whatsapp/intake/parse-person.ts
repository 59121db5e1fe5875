import { isObject, type Json, listOf, objectOf, textOf } from "./parse-json.ts";
import type { Person } from "./parse-shapes.ts";

/**
 * The sender. `contacts` stands beside the messages: it is matched by user id, then by number; where the spellings differ (Brazil's
 * ninth digit) and there is only one of each, they belong together.
 */
export const personOf = (message: Json, value: Json, alone: boolean, threadPhone: string | null): Person | null => {
  const phone = textOf(message.from) ?? textOf(threadPhone);
  return described(phone, textOf(message.from_user_id), value, alone);
};

/** Whom the shop wrote to, for echoes and history. */
export const recipientOf = (message: Json, value: Json, threadPhone: string | null): Person | null =>
  described(textOf(message.to) ?? textOf(threadPhone), textOf(message.to_user_id), value, listOf(value.contacts).length === 1);

const described = (phone: string | null, userId: string | null, value: Json, alone: boolean): Person | null => {
  const contacts = listOf(value.contacts).filter(isObject);
  const found =
    (userId === null ? undefined : contacts.find((contact) => textOf(contact.user_id) === userId)) ??
    (phone === null ? undefined : contacts.find((contact) => textOf(contact.wa_id) === phone)) ??
    (alone && contacts.length === 1 && !contradicts(contacts[0] ?? {}, phone, userId) ? contacts[0] : undefined);
  const profile = objectOf(found?.profile);
  const person: Person = {
    phone: phone ?? textOf(found?.wa_id),
    userId: userId ?? textOf(found?.user_id),
    username: textOf(profile.username),
    name: textOf(profile.name),
  };
  return usable(person) ? person : null;
};

/** A contact with another user id is another person. */
const contradicts = (contact: Json, phone: string | null, userId: string | null) => {
  const other = textOf(contact.user_id);
  if (userId !== null && other !== null) return other !== userId;
  const [one, two] = [phone, textOf(contact.wa_id)].map((number) => number?.replace(/\D/g, "").slice(-7));
  return userId === null && one !== undefined && two !== undefined && one !== two;
};

const usable = (person: Person) =>
  (person.phone !== null && /\d{3}/.test(person.phone) && person.phone.length <= 60) ||
  (person.userId !== null && person.userId.trim() !== "" && person.userId.length <= 250);
