import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { newId } from "../../kernel/id.ts";
import { isFromCustomer, type MessageDraft } from "./record-draft.ts";

export type Thread = { id: string; channelId: string; contactId: string; state: string; isNew: boolean };

const windowMs = 24 * 3600_000;

type Wanted = { channelId: string; contactId: string; mergedFrom: string | null; drafts: MessageDraft[] };
export type Threads = { of: (draft: MessageDraft) => Thread; all: Thread[] };

/**
 * The conversation of every (channel, contact, origin) among the drafts, locked until the end of the transaction; made where there is none.
 * The origin is the identity's: what a merged person writes from their other number stays in the thread of that number.
 */
export const findThreads = async (tx: Tx, organizationId: string, drafts: MessageDraft[]): Promise<Threads> => {
  const origin = await originsOf(tx, organizationId, drafts);
  const keyOf = (draft: MessageDraft) => threadKey({ ...draft, mergedFrom: origin(draft) });
  const wanted = new Map<string, Wanted>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    const same = wanted.get(key);
    if (same) same.drafts.push(draft);
    else wanted.set(key, { channelId: draft.channelId, contactId: draft.contactId, mergedFrom: origin(draft), drafts: [draft] });
  }
  const found = await lockThreads(tx, organizationId, wanted);
  const missing = [...wanted].filter(([key]) => !found.has(key));
  if (missing.length > 0) {
    const made = await makeThreads(
      tx,
      organizationId,
      missing.map(([, same]) => same),
    );
    for (const [key, thread] of made) found.set(key, thread);
    // A member may have begun the same thread meanwhile.
    if (found.size < wanted.size)
      for (const [key, thread] of await lockThreads(tx, organizationId, wanted)) if (!found.has(key)) found.set(key, thread);
  }
  const of = (draft: MessageDraft) => {
    const thread = found.get(keyOf(draft));
    if (!thread) throw new Error("every draft has a thread by now");
    return thread;
  };
  return { of, all: [...found.values()] };
};

const threadKey = (one: { channelId: string; contactId: string; mergedFrom: string | null }) =>
  `${one.channelId} ${one.contactId} ${one.mergedFrom ?? ""}`;

/** Almost nobody was merged: only identities that were have a row in the answer. */
const originsOf = async (tx: Tx, organizationId: string, drafts: MessageDraft[]): Promise<(draft: MessageDraft) => string | null> => {
  const ids = [...new Set(drafts.flatMap((draft) => draft.identityId ?? draft.via ?? []))];
  if (ids.length === 0) return () => null;
  const { rows } = await sql<{ id: string; contact_id: string; merged_from: string }>`
    select id, contact_id, merged_from from identities where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and merged_from is not null`.execute(
    tx,
  );
  const merged = new Map(rows.map((row) => [row.id, row]));
  return (draft) => {
    const found = merged.get(draft.identityId ?? draft.via ?? "");
    return found?.contact_id === draft.contactId ? found.merged_from : null;
  };
};

const lockThreads = async (tx: Tx, organizationId: string, wanted: Map<string, Wanted>): Promise<Map<string, Thread>> => {
  if (wanted.size === 0) return new Map();
  const pairs = [...wanted.values()].map(({ channelId, contactId }) => ({ c: channelId, p: contactId }));
  // In the order of ids: two transactions that lock several wait for one another instead of deadlocking.
  const { rows } = await sql<ThreadRow>`
    select c.id, c.channel_id, c.contact_id, c.merged_from, c.state from conversations c
     where c.organization_id = ${organizationId} and (c.channel_id, c.contact_id) in (select k.c, k.p from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as k (c uuid, p uuid))
     order by c.id for no key update`.execute(tx);
  const keyed = rows.map((row) => [keyOfRow(row), threadOf(row, false)] as const);
  return new Map(keyed.filter(([key]) => wanted.has(key)));
};

type ThreadRow = { id: string; channel_id: string; contact_id: string; merged_from: string | null; state: string };
const threadOf = (row: ThreadRow, isNew: boolean): Thread => ({
  id: row.id,
  channelId: row.channel_id,
  contactId: row.contact_id,
  state: row.state,
  isNew,
});
const keyOfRow = (row: ThreadRow) => threadKey({ channelId: row.channel_id, contactId: row.contact_id, mergedFrom: row.merged_from });

const makeThreads = async (tx: Tx, organizationId: string, groups: Wanted[]): Promise<[string, Thread][]> => {
  const json = groups.flatMap(({ mergedFrom, drafts: same }) => {
    const [first] = same;
    if (!first) return [];
    // What is known only from the past is no open case.
    const past = same.every((draft) => draft.origin === "history");
    return [
      {
        id: newId(),
        channel_id: first.channelId,
        contact_id: first.contactId,
        identity_id: first.identityId,
        merged_from: mergedFrom,
        state: past ? "closed" : "open",
        at: first.occurredAt,
      },
    ];
  });
  const { rows } = await sql<ThreadRow>`
    insert into conversations (organization_id, id, channel_id, contact_id, identity_id, merged_from, state, last_message_at, closed_at)
    select ${organizationId}, t.id, t.channel_id, t.contact_id, t.identity_id, t.merged_from, t.state, t.at, case when t.state = 'closed' then t.at end
      from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as t (id uuid, channel_id uuid, contact_id uuid, identity_id uuid, merged_from uuid, state text, at timestamptz)
    on conflict (organization_id, channel_id, contact_id, merged_from) do nothing
    returning id, channel_id, contact_id, merged_from, state`.execute(tx);
  return rows.map((row) => [keyOfRow(row), threadOf(row, true)]);
};

export const previewOf = (message: { direction: string; type: string; body: string | null; state?: string | null }) => ({
  direction: message.direction,
  type: message.type,
  text: (message.body ?? "").slice(0, 200).toWellFormed(),
  state: message.state ?? null,
});

/** `again`: a message the history had told before, now told by the customer or the phone. It counts for what it is, but is there already. */
export type Stored = { draft: MessageDraft; id: string; thread: Pick<Thread, "id">; again?: boolean };

/**
 * Counts, last message, window and state of the conversations, one row each. The provider's clock decides what was last and whom to
 * answer, however late it comes; within one of its seconds the order of arrival does, as in the thread. The first thing that is not
 * history opens a thread which only history knew.
 */
export const keepThreads = async (tx: Tx, organizationId: string, rows: Stored[]): Promise<void> => {
  const updates = [...Map.groupBy(rows, (row) => row.thread.id)].map(([id, same]) => changeOf(id, same));
  if (updates.length === 0) return;
  const newer = sql`u.last_id is not null and (c.last_message_id is null or u.last_at >= c.last_message_at)`;
  const opens = sql`u.inbound > 0 or (c.state = 'closed' and u.present > 0 and u.present = (select count(*) from messages m
    where m.organization_id = c.organization_id and m.conversation_id = c.id and m.origin <> 'history'))`;
  await sql`
    update conversations c
       set message_count = c.message_count + u.messages,
           inbound_count = c.inbound_count + u.inbound,
           last_inbound_at = greatest(c.last_inbound_at, u.inbound_at),
           window_until = greatest(c.window_until, u.window_until),
           identity_id = case when u.identity_id is not null and (c.last_inbound_at is null or u.inbound_at >= c.last_inbound_at) then u.identity_id
                              else coalesce(c.identity_id, u.identity_id) end,
           state = case when ${opens} then 'open' else c.state end,
           closed_at = case when ${opens} then null when c.state = 'closed' then greatest(c.closed_at, u.past_at) end,
           last_message_at = case when ${newer} then u.last_at
                                  when c.last_message_id is null and u.last_id is null then greatest(c.last_message_at, u.any_at) else c.last_message_at end,
           preview = case when ${newer} then u.preview else c.preview end,
           last_message_id = case when ${newer} then u.last_id else c.last_message_id end
      from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) as u (id uuid, messages int, present int, inbound int, inbound_at timestamptz, window_until timestamptz,
        identity_id uuid, last_id uuid, last_at timestamptz, any_at timestamptz, past_at timestamptz, preview jsonb)
     where c.organization_id = ${organizationId} and c.id = u.id`.execute(tx);
};

const changeOf = (id: string, same: Stored[]) => {
  let last: Stored | undefined;
  let customer: Stored | undefined;
  let identityId: string | null = null;
  const at = (row: Stored | undefined) => row?.draft.occurredAt ?? null;
  for (const row of same) {
    const { draft } = row;
    // A line about the thread is not what somebody said last.
    const said = draft.direction !== "system" && draft.direction !== "note" && !row.again;
    if (said && (!last || draft.occurredAt >= last.draft.occurredAt)) last = row;
    if (!isFromCustomer(draft) || (customer && draft.occurredAt < customer.draft.occurredAt)) continue;
    customer = row;
    identityId = draft.identityId ?? identityId;
  }
  const inboundAt = at(customer);
  return {
    id,
    messages: same.filter((row) => !row.again).length,
    present: same.filter((row) => row.draft.origin !== "history").length,
    inbound: same.filter((row) => isFromCustomer(row.draft)).length,
    inbound_at: inboundAt,
    window_until: inboundAt && new Date(inboundAt.getTime() + windowMs),
    identity_id: identityId,
    last_id: last?.id,
    last_at: at(last),
    any_at: latest(same),
    past_at: latest(same.filter((row) => row.draft.origin === "history")),
    preview: last && previewOf(last.draft),
  };
};

const latest = (rows: Stored[]): Date | null =>
  rows.reduce<Date | null>((found, { draft }) => (found && found >= draft.occurredAt ? found : draft.occurredAt), null);
