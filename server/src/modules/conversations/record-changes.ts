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

/** Changes the row in memory; null where it says nothing new. */
const apply = (message: Message, change: ChangeDraft): { name: string; more?: Record<string, unknown> } | null => {
  if (message.revoked_at) return null;
  if (change.change === "reaction") return react(message, change);
  if (change.change === "revoke") {
    // Who took it back does not want it kept: words, answers and file go, the line that there was something stays.
    Object.assign(message, { revoked_at: change.at, body: null, content: {}, reactions: [], file_id: null });
    return { name: "message.revoked" };
  }
  if ((message.edited_at && message.edited_at >= change.at) || change.body === null) return null;
  const edits = Array.isArray(message.content.edits) ? message.content.edits : [];
  Object.assign(message, {
    body: change.body,
    edited_at: change.at,
    content: { ...message.content, edits: [...edits, { at: change.at.toISOString() }] },
  });
  return { name: "message.edited" };
};

/** One reaction a side. When the side last reacted is kept beside it, or an old one coming late would undo a removal. */
const react = (message: Message, change: ChangeDraft) => {
  const before = message.reactions.find((reaction) => reaction.by === change.by);
  const reactedAt = (message.content.reactedAt ?? {}) as Record<string, string>;
  const last = reactedAt[change.by];
  if (last !== undefined && new Date(last) > change.at) return null;
  const emoji = change.emoji ?? "";
  if ((before?.emoji ?? "") === emoji) return null;
  const others = message.reactions.filter((reaction) => reaction.by !== change.by);
  message.reactions =
    emoji === "" ? others : [...others, { emoji: emoji.slice(0, 40).toWellFormed(), by: change.by, at: change.at.toISOString() }];
  message.content = { ...message.content, reactedAt: { ...reactedAt, [change.by]: change.at.toISOString() } };
  return { name: "message.reacted", more: { removed: emoji === "", by: change.by } };
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
