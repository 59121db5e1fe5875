import type { Message } from "./message-data.ts";

export type Row =
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string }
  | { kind: "message"; key: string; message: Message; first: boolean; last: boolean };

const together = 5 * 60_000;

/** Oldest first: a line between days, one before what was new when the thread was opened, and messages in groups of a sender. */
export function threadRows(messages: Message[], dayOf: (at: string) => string, newFrom?: string, keyOf = (id: string) => id): Row[] {
  const rows: Row[] = [];
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const newDay = !before || dayOf(before.at) !== dayOf(message.at);
    if (newDay) rows.push({ kind: "day", key: `day ${dayOf(message.at)}`, at: message.at });
    const isNew = message.id === newFrom;
    if (isNew) rows.push({ kind: "new", key: "new" });
    rows.push({
      kind: "message",
      key: keyOf(message.id),
      message,
      first: newDay || isNew || !sameGroup(before, message),
      last: !after || dayOf(after.at) !== dayOf(message.at) || after.id === newFrom || !sameGroup(message, after),
    });
  }
  return rows;
}

const sameGroup = (one: Message, other: Message) =>
  one.direction === other.direction &&
  (one.direction === "inbound" || one.direction === "outbound") &&
  one.author?.id === other.author?.id &&
  one.origin === other.origin &&
  Date.parse(other.at) - Date.parse(one.at) < together;

/** The first of the last `unread` messages of the customer, in messages oldest first. */
export function firstUnread(messages: Message[], unread: number): string | undefined {
  if (unread <= 0) return undefined;
  return messages.filter((message) => message.direction === "inbound").at(-unread)?.id;
}
