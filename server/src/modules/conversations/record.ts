import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { type EventRow, emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { applyEarlyFor } from "./early.ts";
import { type Again, showAgain, tellAgain } from "./record-again.ts";
import { isFromCustomer, type MessageDraft, originRank } from "./record-draft.ts";
import { findThreads, keepThreads, type Thread } from "./record-threads.ts";

/** `fresh` is false for one that was there already. */
export type Recorded = { messageId: string; conversationId: string; contactId: string; fileId: string | null; fresh: boolean };

type Row = { draft: MessageDraft; id: string; thread: Thread; fileId: string | null };

/**
 * Stores messages set-based, in the order given, with everything a list shows about their conversations, and emits their events. Only a
 * customer's own message opens the window, counts as unread and reopens; history and echoes never do. Told again
 * nothing changes and nobody hears of it, unless the history had told it first. Runs as candor_system or candor_app. Answers in the order
 * of the drafts.
 */
export const recordMessages = async (tx: Tx, organizationId: string, drafts: MessageDraft[]): Promise<Recorded[]> => {
  if (drafts.length === 0) return [];
  const known = await findKnown(tx, organizationId, drafts);
  const fresh = drafts.filter((draft) => !isKnown(known, draft));
  const threads = await findThreads(tx, organizationId, fresh);
  const rows = new Map<MessageDraft, Row>();
  const told = strongest(fresh);
  for (const draft of fresh) {
    const thread = threads.of(draft);
    if (draft.providerId && told.get(providerKey(draft)) !== draft) continue;
    rows.set(draft, { draft, id: draft.id ?? newId(), thread, fileId: draft.fileId ?? (draft.file ? newId() : null) });
  }
  const inserted = await insertRows(tx, organizationId, [...rows.values()]);
  for (const row of inserted)
    if (row.draft.providerId)
      known.set(providerKey(row.draft), {
        messageId: row.id,
        conversationId: row.thread.id,
        contactId: row.draft.contactId,
        fileId: row.fileId,
        origin: row.draft.origin,
        state: row.draft.state ?? null,
      });
  const isFresh = new Set(inserted.map((row) => row.draft));
  const repeats = drafts.flatMap((draft): Again[] => {
    const before = isFresh.has(draft) || !draft.providerId ? undefined : known.get(providerKey(draft));
    return before ? [{ draft, before }] : [];
  });
  const again = await tellAgain(tx, organizationId, repeats);
  await keepThreads(tx, organizationId, [...inserted, ...again]);
  await showAgain(tx, organizationId, repeats);
  await emitMany(tx, eventsOf(organizationId, [...inserted, ...again], threads.all));
  await applyEarlyFor(
    tx,
    organizationId,
    inserted.flatMap(({ draft }) => (draft.providerId ? [{ channelId: draft.channelId, providerId: draft.providerId }] : [])),
  );
  return drafts.map((draft): Recorded => {
    const row = rows.get(draft);
    if (row && isFresh.has(draft))
      return { messageId: row.id, conversationId: row.thread.id, contactId: draft.contactId, fileId: row.fileId, fresh: true };
    const found = draft.providerId ? known.get(providerKey(draft)) : undefined;
    // Another transaction stored the very same message between our look and our insert.
    if (!found)
      return { messageId: row?.id ?? "", conversationId: row?.thread.id ?? "", contactId: draft.contactId, fileId: null, fresh: false };
    const { messageId, conversationId, contactId, fileId } = found;
    return { messageId, conversationId, contactId, fileId, fresh: false };
  });
};

/** Of several that tell the same message, the first of those who know it best. */
const strongest = (drafts: MessageDraft[]): Map<string, MessageDraft> => {
  const told = new Map<string, MessageDraft>();
  for (const draft of drafts) {
    const before = draft.providerId ? told.get(providerKey(draft)) : undefined;
    if (draft.providerId && (!before || originRank(draft.origin) > originRank(before.origin))) told.set(providerKey(draft), draft);
  }
  return told;
};

export const recordMessage = async (tx: Tx, organizationId: string, draft: MessageDraft): Promise<Recorded> => {
  const [recorded] = await recordMessages(tx, organizationId, [draft]);
  if (!recorded) throw new Error("one draft gives one answer");
  return recorded;
};

const providerKey = (draft: { channelId: string; providerId?: string | null }) => `${draft.channelId} ${draft.providerId}`;
type Known = Map<string, Omit<Recorded, "fresh"> & { origin: string; state: string | null }>;
const isKnown = (known: Known, draft: MessageDraft) => Boolean(draft.providerId) && known.has(providerKey(draft));

const findKnown = async (tx: Tx, organizationId: string, drafts: MessageDraft[]): Promise<Known> => {
  const named = drafts.filter((draft) => draft.providerId);
  if (named.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    channel_id: string;
    provider_id: string;
    conversation_id: string;
    contact_id: string;
    file_id: string | null;
    origin: string;
    state: string | null;
  }>`
    select m.id, m.channel_id, m.provider_id, m.conversation_id, m.contact_id, m.file_id, m.origin, m.state
      from jsonb_to_recordset(${JSON.stringify(named.map((draft) => ({ c: draft.channelId, p: draft.providerId })))}::jsonb) as k (c uuid, p text)
      join messages m on m.organization_id = ${organizationId} and m.channel_id = k.c and m.provider_id = k.p`.execute(tx);
  return new Map(
    rows.map((row) => [
      `${row.channel_id} ${row.provider_id}`,
      {
        messageId: row.id,
        conversationId: row.conversation_id,
        contactId: row.contact_id,
        fileId: row.file_id,
        origin: row.origin,
        state: row.state,
      },
    ]),
  );
};

const insertRows = async (tx: Tx, organizationId: string, rows: Row[]): Promise<Row[]> => {
  if (rows.length === 0) return [];
  const files = rows.filter((row) => row.draft.file && !row.draft.fileId);
  if (files.length > 0) {
    await sql`
      insert into files (organization_id, id, state, name, mime, source)
      select ${organizationId}, f.id, 'pending', f.name, f.mime, 'inbound_media'
        from jsonb_to_recordset(${JSON.stringify(files.map(({ fileId, draft }) => ({ id: fileId, name: draft.file?.name, mime: draft.file?.mime })))}::jsonb) as f (id uuid, name text, mime text)`.execute(
      tx,
    );
  }
  const json = rows.map(({ draft, id, thread, fileId }) => ({
    id,
    conversation_id: thread.id,
    channel_id: draft.channelId,
    contact_id: draft.contactId,
    direction: draft.direction,
    origin: draft.origin,
    type: draft.type,
    body: draft.body,
    content: draft.content,
    file_id: fileId,
    provider_id: draft.providerId,
    author_id: draft.authorId,
    reply_to: draft.replyToProviderId,
    occurred_at: draft.occurredAt,
    state: draft.state,
    failure: draft.failure,
    delivery_id: draft.deliveryId,
  }));
  const { rows: added } = await sql<{ id: string }>`
    insert into messages (organization_id, id, conversation_id, channel_id, contact_id, direction, origin, type, body, content, file_id, provider_id, author_id, reply_to_provider_id, occurred_at, state, failure, delivery_id)
    select ${organizationId}, m.id, m.conversation_id, m.channel_id, m.contact_id, m.direction, m.origin, m.type, m.body, m.content, m.file_id, m.provider_id, m.author_id, m.reply_to, m.occurred_at, m.state, m.failure, m.delivery_id
      from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as m (id uuid, conversation_id uuid, channel_id uuid, contact_id uuid, direction text, origin text, type text, body text, content jsonb,
        file_id uuid, provider_id text, author_id uuid, reply_to text, occurred_at timestamptz, state text, failure jsonb, delivery_id uuid)
    on conflict (organization_id, channel_id, provider_id) where provider_id is not null do nothing
    returning id`.execute(tx);
  if (added.length === rows.length) return rows;
  const ids = new Set(added.map((row) => row.id));
  return rows.filter((row) => ids.has(row.id));
};

const eventsOf = (organizationId: string, rows: Omit<Row, "fileId">[], threads: Thread[]): EventRow[] => {
  const started = threads
    .filter((thread) => thread.isNew)
    .map(
      (thread): EventRow => ({
        organizationId,
        name: "conversation.started",
        actor: { kind: "contact", contactId: thread.contactId },
        payload: { conversationId: thread.id, contactId: thread.contactId, channelId: thread.channelId },
      }),
    );
  const reopened = new Set<string>();
  const told = rows.flatMap(({ draft, id, thread }): EventRow[] => {
    const { contactId, channelId, type, origin } = draft;
    const actor = draft.direction === "inbound" ? ({ kind: "contact", contactId } as const) : ({ kind: "system", name: origin } as const);
    const place = { conversationId: thread.id, contactId, messageId: id };
    if (!isFromCustomer(draft)) return [{ organizationId, name: "message.recorded", actor, payload: { ...place, type, origin } }];
    const received: EventRow = { organizationId, name: "message.received", actor, payload: { ...place, channelId, type } };
    if (thread.state === "open" || reopened.has(thread.id)) return [received];
    reopened.add(thread.id);
    return [
      { organizationId, name: "conversation.reopened", actor, payload: { conversationId: thread.id, contactId, by: "contact" } },
      received,
    ];
  });
  return [...started, ...told];
};
