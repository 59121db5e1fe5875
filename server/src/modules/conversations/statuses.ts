import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Failure } from "../../kernel/deliveries.ts";
import { emitMany } from "../../kernel/events.ts";
import { holdEarly } from "./early-hold.ts";

export type Outcome = "sent" | "delivered" | "read" | "failed";
export type StatusDraft = {
  channelId: string;
  providerId: string;
  state: Outcome;
  at: Date;
  /** Our own opaque key, if the provider gave it back: tells which delivery this is before we know the provider's id. */
  deliveryId: string | null;
  failure: Failure | null;
  pricing: Record<string, unknown> | null;
};
export type Changed = { messageId: string; contactId: string; conversationId: string; state: Outcome; failure: Failure | null; at: Date };

// `failed` ends an attempt: a late `sent` must not undo it, and it must not undo a delivery that was confirmed.
const ranks: Record<string, number> = {
  planned: 0,
  queued: 1,
  sending: 2,
  unknown: 3,
  accepted: 4,
  sent: 5,
  failed: 6,
  delivered: 7,
  read: 8,
};
const final = new Set(["failed", "cancelled", "skipped", "expired"]);

/** Statuses repeat, skip steps and come in any order; a state only ever moves forward (whatsapp.md §3.5). */
export const moves = (from: string | null, to: Outcome): boolean =>
  from === null || (!final.has(from) && (ranks[to] ?? 0) > (ranks[from] ?? 0));

/**
 * Brings deliveries and their messages forward, set-based. A message shows its current delivery; the status of an older attempt changes
 * that attempt only. What nobody knows yet is kept until it is. Locks deliveries, then messages, then conversations, like the dispatcher.
 */
export const applyStatuses = async (tx: Tx, organizationId: string, statuses: StatusDraft[]): Promise<Changed[]> => {
  if (statuses.length === 0) return [];
  const folded = fold(statuses);
  const deliveries = await moveDeliveries(tx, organizationId, folded);
  const { changed, found } = await moveMessages(tx, organizationId, folded, deliveries);
  await emitMany(
    tx,
    changed.map((one) => ({
      organizationId,
      name: "message.status_changed",
      actor: { kind: "system", name: "channel" },
      payload: {
        conversationId: one.conversationId,
        contactId: one.contactId,
        messageId: one.messageId,
        from: one.from,
        to: one.state,
        ...(one.failure ? { code: one.failure.code } : {}),
      },
    })),
  );
  const unknown = statuses.filter((status) => !deliveries.has(keyOf(status)) && !found.has(keyOf(status)));
  await holdEarly(
    tx,
    organizationId,
    unknown.map(({ channelId, providerId, ...item }) => ({ channelId, target: providerId, kind: "status", item })),
  );
  return changed;
};

const keyOf = (status: { channelId: string; providerId: string }) => `${status.channelId} ${status.providerId}`;

/** One per message: the furthest state, and the last price told. */
const fold = (statuses: StatusDraft[]): Map<string, StatusDraft> => {
  const folded = new Map<string, StatusDraft>();
  for (const status of statuses) {
    const before = folded.get(keyOf(status));
    const further = !before || moves(before.state, status.state) ? status : before;
    folded.set(keyOf(status), {
      ...further,
      pricing: status.pricing ?? before?.pricing ?? null,
      deliveryId: status.deliveryId ?? before?.deliveryId ?? null,
    });
  }
  return folded;
};

type Delivery = { id: string; channel_id: string; provider_id: string | null; state: string; message_id: string | null };

/** Answers the delivery of each status that has one. */
const moveDeliveries = async (tx: Tx, organizationId: string, folded: Map<string, StatusDraft>): Promise<Map<string, Delivery>> => {
  const asked = [...folded.values()].map((status) => ({ c: status.channelId, p: status.providerId, d: status.deliveryId }));
  const { rows } = await sql<Delivery>`
    with k as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (c uuid, p text, d uuid))
    select d.id, d.channel_id, d.provider_id, d.state, d.message_id from deliveries d
     where d.organization_id = ${organizationId} and d.id in (
       select a.id from k join deliveries a on a.organization_id = ${organizationId} and a.channel_id = k.c and a.provider_id = k.p
       union
       select b.id from k join deliveries b on b.organization_id = ${organizationId} and b.id = k.d and b.channel_id = k.c and b.provider_id is null)
     order by d.id for no key update`.execute(tx);
  const byProvider = new Map(rows.filter((row) => row.provider_id !== null).map((row) => [`${row.channel_id} ${row.provider_id}`, row]));
  const byId = new Map(rows.filter((row) => row.provider_id === null).map((row) => [row.id, row]));
  const matched = new Map<string, Delivery>();
  for (const [key, status] of folded) {
    const known = byProvider.get(key);
    const ours = known ?? (status.deliveryId === null ? undefined : byId.get(status.deliveryId));
    if (!ours) continue;
    matched.set(key, ours);
    if (!known) byId.delete(ours.id);
  }
  const updates = [...matched].flatMap(([key, delivery]) => {
    const status = folded.get(key);
    if (!status) return [];
    const forward = moves(delivery.state, status.state);
    return forward || delivery.provider_id === null
      ? [{ id: delivery.id, provider_id: status.providerId, state: forward ? status.state : null, failure: status.failure }]
      : [];
  });
  if (updates.length > 0) {
    await sql`
      update deliveries d set provider_id = coalesce(d.provider_id, u.provider_id), updated_at = now(),
             state = coalesce(u.state, d.state), failure = case when u.state is null then d.failure else u.failure end,
             lease_until = case when u.state is null then d.lease_until end
        from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) as u (id uuid, provider_id text, state text, failure jsonb)
       where d.organization_id = ${organizationId} and d.id = u.id`.execute(tx);
  }
  return matched;
};

type Message = {
  id: string;
  k: string;
  state: string | null;
  conversation_id: string;
  contact_id: string;
  priced: boolean;
  provider_id: string | null;
};

const moveMessages = async (tx: Tx, organizationId: string, folded: Map<string, StatusDraft>, deliveries: Map<string, Delivery>) => {
  const asked = [...folded].map(([key, status]) => ({
    k: key,
    c: status.channelId,
    p: status.providerId,
    d: deliveries.get(key)?.id,
    m: deliveries.get(key)?.message_id,
  }));
  const { rows } = await sql<Message>`
    with k as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (k text, c uuid, p text, d uuid, m uuid)),
    found as (
      select k.k, m.id from k join messages m on m.organization_id = ${organizationId} and m.id = k.m and m.delivery_id = k.d
      union
      select k.k, m.id from k join messages m on m.organization_id = ${organizationId} and m.channel_id = k.c and m.provider_id = k.p where k.m is null)
    select m.id, found.k, m.state, m.conversation_id, m.contact_id, m.pricing is not null as priced, m.provider_id
      from found join messages m on m.organization_id = ${organizationId} and m.id = found.id
     where m.direction = 'outbound' order by m.id for no key update of m`.execute(tx);
  const changed: (Changed & { from: string | null })[] = [];
  const updates = rows.flatMap((row) => {
    const status = folded.get(row.k);
    if (!status) return [];
    const forward = moves(row.state, status.state);
    if (forward)
      changed.push({
        messageId: row.id,
        contactId: row.contact_id,
        conversationId: row.conversation_id,
        state: status.state,
        failure: status.failure,
        at: status.at,
        from: row.state,
      });
    if (!forward && row.provider_id !== null && (row.priced || !status.pricing)) return [];
    return [
      {
        id: row.id,
        provider_id: status.providerId,
        state: forward ? status.state : null,
        failure: status.failure,
        pricing: status.pricing,
      },
    ];
  });
  if (updates.length > 0) {
    await sql`
      update messages m set provider_id = coalesce(m.provider_id, u.provider_id), pricing = coalesce(u.pricing, m.pricing),
             state = coalesce(u.state, m.state), failure = case when u.state is null then m.failure else u.failure end
        from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) as u (id uuid, provider_id text, state text, failure jsonb, pricing jsonb)
       where m.organization_id = ${organizationId} and m.id = u.id`.execute(tx);
  }
  if (changed.length > 0) {
    const shown = changed.map((one) => ({ c: one.conversationId, m: one.messageId, state: one.state }));
    await sql`
      update conversations c set preview = c.preview || jsonb_build_object('state', u.state)
        from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as u (c uuid, m uuid, state text)
       where c.organization_id = ${organizationId} and c.id = u.c and c.last_message_id = u.m`.execute(tx);
  }
  return { changed, found: new Set(rows.map((row) => row.k)) };
};
