import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { type EventRow, emitMany } from "../../kernel/events.ts";
import { enqueue } from "../../kernel/jobs.ts";
import { holdEarly } from "./early-hold.ts";

/** A reaction (null or empty emoji takes it back), an edit or a revoke of another message. */
export type ChangeDraft = {
  channelId: string;
  target: string;
  change: "reaction" | "edit" | "revoke";
  by: "contact" | "business";
  at: Date;
  emoji: string | null;
  body: string | null;
};

type Reaction = { emoji: string; by: string; at: string };
type Message = {
  id: string;
  channel_id: string;
  provider_id: string;
  conversation_id: string;
  contact_id: string;
  type: string;
  direction: string;
  body: string | null;
  content: Record<string, unknown>;
  reactions: Reaction[];
  edited_at: Date | null;
  revoked_at: Date | null;
  file_id: string | null;
};

/** Applies changes in the order given. Told twice, nothing changes and nobody is told; told before its message, it waits for it. */
export const applyChanges = async (tx: Tx, organizationId: string, changes: ChangeDraft[]): Promise<void> => {
  if (changes.length === 0) return;
  const { rows } = await sql<Message>`
    select m.id, m.channel_id, m.provider_id, m.conversation_id, m.contact_id, m.type, m.direction, m.body, m.content, m.reactions, m.edited_at, m.revoked_at, m.file_id
      from messages m
     where m.organization_id = ${organizationId} and (m.channel_id, m.provider_id) in (
       select k.c, k.p from jsonb_to_recordset(${JSON.stringify(changes.map((one) => ({ c: one.channelId, p: one.target })))}::jsonb) as k (c uuid, p text))
     order by m.id for no key update`.execute(tx);
  const known = new Map(rows.map((row) => [`${row.channel_id} ${row.provider_id}`, row]));
  const touched = new Set<Message>();
  const forgotten: string[] = [];
  const events: EventRow[] = [];
  for (const change of changes) {
    const message = known.get(`${change.channelId} ${change.target}`);
    if (!message) continue;
    const fileId = message.file_id;
    const event = apply(message, change);
    if (!event) continue;
    touched.add(message);
    if (fileId && !message.file_id) forgotten.push(fileId);
    if (event === "quiet") continue;
    events.push({
      organizationId,
      name: event.name,
      actor: change.by === "contact" ? { kind: "contact", contactId: message.contact_id } : { kind: "system", name: "phone" },
      payload: { conversationId: message.conversation_id, contactId: message.contact_id, messageId: message.id, ...event.more },
    });
  }
  await write(tx, organizationId, [...touched]);
  for (const fileId of forgotten) await enqueue(tx, "conversations.forget-file", { organizationId, fileId });
  await emitMany(tx, events);
  const early = changes.filter((change) => !known.has(`${change.channelId} ${change.target}`));
  await holdEarly(
    tx,
    organizationId,
    early.map(({ channelId, target, change, ...item }) => ({ channelId, target, kind: change, item })),
  );
};

type Told = { name: string; more?: Record<string, unknown> };

/**
 * Changes the row in memory; null where it says nothing new, "quiet" where only what is remembered beside it changes. The provider's clock
 * decides, never the order of arrival; within one of its seconds the greater text or sign does, so that any order ends in the same.
 */
const apply = (message: Message, change: ChangeDraft): Told | "quiet" | null => {
  if (change.change === "revoke") return revoke(message, change.at);
  if (message.revoked_at) return null;
  return change.change === "reaction" ? react(message, change) : edit(message, change);
};

const revoke = (message: Message, at: Date) => {
  if (message.revoked_at && message.revoked_at <= at) return null;
  const told = message.revoked_at ? "quiet" : { name: "message.revoked" };
  // Who took it back does not want it kept: words, answers and file go, the line that there was something stays.
  Object.assign(message, { revoked_at: at, body: null, content: {}, reactions: [], edited_at: null, file_id: null });
  return told;
};

const edit = (message: Message, change: ChangeDraft) => {
  if (change.body === null) return null;
  const before = (Array.isArray(message.content.edits) ? message.content.edits : []) as { at: string }[];
  const at = change.at.toISOString();
  const known = before.some((one) => one.at === at);
  const order = change.at.getTime() - (message.edited_at?.getTime() ?? Number.NEGATIVE_INFINITY);
  const newer = order > 0 || (order === 0 && change.body > (message.body ?? ""));
  if (!newer && known) return null;
  const edits = known ? before : [...before, { at }].sort((a, b) => (a.at < b.at ? -1 : 1));
  message.content = { ...message.content, edits };
  if (!newer) return "quiet";
  Object.assign(message, { body: change.body, edited_at: change.at });
  return { name: "message.edited" };
};

/** One reaction a side. When the side last reacted is kept beside it, or an old one coming late would undo a removal. */
const react = (message: Message, change: ChangeDraft): Told | "quiet" | null => {
  const before = message.reactions.find((reaction) => reaction.by === change.by)?.emoji ?? "";
  const reactedAt = (message.content.reactedAt ?? {}) as Record<string, string>;
  const at = change.at.toISOString();
  const last = reactedAt[change.by];
  const emoji = (change.emoji ?? "").slice(0, 40).toWellFormed();
  if (last !== undefined && (last > at || (last === at && emoji <= before))) return null;
  const others = message.reactions.filter((reaction) => reaction.by !== change.by);
  message.reactions = (emoji === "" ? others : [...others, { emoji, by: change.by, at }]).sort((a, b) => (a.by < b.by ? -1 : 1));
  message.content = { ...message.content, reactedAt: { ...reactedAt, [change.by]: at } };
  return before === emoji ? "quiet" : { name: "message.reacted", more: { removed: emoji === "", by: change.by } };
};

const write = async (tx: Tx, organizationId: string, messages: Message[]) => {
  if (messages.length === 0) return;
  const json = messages.map(({ id, conversation_id, body, content, reactions, edited_at, revoked_at, file_id }) => ({
    id,
    conversation_id,
    body,
    content,
    reactions,
    edited_at,
    revoked_at,
    file_id,
  }));
  await sql`
    update messages m set body = u.body, content = u.content, reactions = u.reactions, edited_at = u.edited_at, revoked_at = u.revoked_at, file_id = u.file_id
      from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as u (id uuid, body text, content jsonb, reactions jsonb, edited_at timestamptz, revoked_at timestamptz, file_id uuid)
     where m.organization_id = ${organizationId} and m.id = u.id`.execute(tx);
  const shown = json.map((message) => ({
    id: message.conversation_id,
    m: message.id,
    text: (message.body ?? "").slice(0, 200).toWellFormed(),
  }));
  await sql`
    update conversations c set preview = c.preview || jsonb_build_object('text', u.text)
      from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as u (id uuid, m uuid, text text)
     where c.organization_id = ${organizationId} and c.id = u.id and c.last_message_id = u.m and c.preview ->> 'text' is distinct from u.text`.execute(
    tx,
  );
};
