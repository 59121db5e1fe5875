import { isObject, type Json, listOf, objectOf, textOf } from "./parse-json.ts";
import type { Item } from "./parse-shapes.ts";

/** The numbers and accounts of one organization under one app: what of a body it may see. */
export type Own = { numbers: Set<string>; accounts: Set<string> };

/** Of a number: the number's owner. Of the account as a whole: everyone who has a number in it. */
export const isOwn = ({ numbers, accounts }: Own, item: Pick<Item, "phoneNumberId" | "accountId">): boolean =>
  item.phoneNumberId === null ? accounts.has(item.accountId ?? "") : numbers.has(item.phoneNumberId);

/** A body without the entries and changes of others, and how many those were. What cannot be told apart is others'. */
export const ownPart = (json: unknown, own: Own): { body: Json; leftOut: number } => {
  let leftOut = 0;
  const entries = listOf(objectOf(json).entry).flatMap((entry) => {
    if (!isObject(entry) || !own.accounts.has(textOf(entry.id) ?? "")) {
      leftOut += 1;
      return [];
    }
    const all = listOf(entry.changes);
    const changes = all.filter((change) => {
      const number = textOf(objectOf(objectOf(objectOf(change).value).metadata).phone_number_id);
      return isObject(change) && (number === null || own.numbers.has(number));
    });
    leftOut += all.length - changes.length;
    return changes.length > 0 ? [{ ...entry, changes }] : [];
  });
  return { body: { object: objectOf(json).object ?? null, entry: entries }, leftOut };
};
