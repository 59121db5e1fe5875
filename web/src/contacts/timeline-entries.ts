import type { TimelineItem } from "./contact-data.ts";

/** One line of the timeline: an event, with later events about the same thing folded into it. */
export interface Entry {
  item: TimelineItem;
  /** Of a message of ours: how far it came. */
  state?: string;
  /** Failure code of the message, where it failed. */
  code?: string;
  /** Messages in a row from the same person: how many this line stands for. */
  count: number;
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);
/** What a person would not look for: shown as part of something else, or not at all. */
const quiet = new Set([
  "message.media_stored",
  "message.media_requested",
  "message.priced",
  "message.attempt_changed",
  "conversation.read",
]);
const together = 15 * 60_000;

/**
 * Newest first, as it came. Ticks of a message are folded into the line that sent it, messages in a row become one line; a tick whose
 * message is on an older page not yet loaded stays a line only where it tells of trouble.
 */
export function entriesOf(items: TimelineItem[]): Entry[] {
  const sent = new Set(items.flatMap((item) => (sends(item) ? [text(item.payload.messageId)] : [])));
  const states = new Map<string, { to: string; code?: string }>();
  const entries: Entry[] = [];
  for (const item of items) {
    if (quiet.has(item.name)) continue;
    const messageId = text(item.payload.messageId);
    if (item.name === "message.status_changed" && messageId) {
      const to = text(item.payload.to) ?? "";
      const code = text(item.payload.code);
      // The newest comes first and is how it stands.
      if (!states.has(messageId)) states.set(messageId, code ? { to, code } : { to });
      if (sent.has(messageId) || !["failed", "unknown"].includes(to)) continue;
      entries.push({ item, state: to, ...(code ? { code } : {}), count: 1 });
      continue;
    }
    const before = entries.at(-1);
    if (before && edited(before.item, item)) {
      before.item = {
        ...before.item,
        payload: { ...before.item.payload, fields: [...new Set([fieldsOf(before.item), fieldsOf(item)].flat())] },
        changes: joined(before.item.changes, item.changes),
      };
      continue;
    }
    if (before && inARow(before.item, item)) {
      before.count++;
      continue;
    }
    const now = sends(item) && messageId ? states.get(messageId) : undefined;
    entries.push({ item, ...(now ? { state: now.to, ...(now.code ? { code: now.code } : {}) } : {}), count: 1 });
  }
  return entries;
}

const sends = (item: TimelineItem) => item.name === "message.queued" || item.name === "message.recorded";

const inARow = (newer: TimelineItem, older: TimelineItem) =>
  newer.name === "message.received" &&
  older.name === "message.received" &&
  newer.payload.conversationId === older.payload.conversationId &&
  Date.parse(newer.at) - Date.parse(older.at) < together;

/** Facts filled in one after the other are one change to whoever reads it. */
const edited = (newer: TimelineItem, older: TimelineItem) =>
  newer.name === "contact.updated" &&
  older.name === "contact.updated" &&
  newer.actor.kind === older.actor.kind &&
  newer.actor.name === older.actor.name &&
  Date.parse(newer.at) - Date.parse(older.at) < together;

/** From the first to the last: what it was in between is nobody's question. */
const joined = (newer: TimelineItem["changes"], older: TimelineItem["changes"]): TimelineItem["changes"] => [
  ...newer.map((change) => ({ ...change, from: older.find(({ field }) => field === change.field)?.from ?? change.from })),
  ...older.filter((change) => !newer.some(({ field }) => field === change.field)),
];

const fieldsOf = (item: TimelineItem): unknown[] => (Array.isArray(item.payload.fields) ? item.payload.fields : []);

/** Groups the server filters by, in the order of the page. */
export const kinds = ["messages", "notes", "changes", "consents", "sales", "website", "segments"] as const;
export type TimelineKind = (typeof kinds)[number];
