import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Failure } from "../../kernel/deliveries.ts";
import { emitMany } from "../../kernel/events.ts";
import { holdEarly } from "./early-hold.ts";
import { isNewPrice, type PricedMessage, tellPriced } from "./priced.ts";
import { type Folded, fold, keyOf, movesFrom, type Outcome, type StatusDraft, type Step, saidByMember } from "./status-order.ts";
import { returnToArrived } from "./statuses-return.ts";

export type Changed = { messageId: string; contactId: string; conversationId: string; state: Outcome; failure: Failure | null; at: Date };
/** An attempt that moved: what its refusal means beyond it is the channel's to say. */
export type Told = {
  /** Null for a message that was not sent from here. */
  deliveryId: string | null;
  channelId: string;
  contactId: string;
  messageId: string | null;
  state: Outcome;
  failure: Failure | null;
  at: Date;
};
export type Applied = { changed: Changed[]; told: Told[] };

/**
 * Brings deliveries and their messages forward, set-based. A message shows its current delivery; the status of an older attempt changes
 * that attempt only, unless it tells that the message had arrived after all. What nobody knows yet is kept until it is. Locks deliveries,
 * then messages, then conversations, like the dispatcher.
 */
export const applyStatuses = async (tx: Tx, organizationId: string, statuses: StatusDraft[]): Promise<Applied> => {
  if (statuses.length === 0) return { changed: [], told: [] };
  const folded = fold(statuses);
  const { matched, told } = await moveDeliveries(tx, organizationId, folded);
  const { changed, found } = await moveMessages(tx, organizationId, folded, matched);
  const older = told.filter((one) => one.messageId !== null && !found.has(keyOf({ channelId: one.channelId, providerId: one.providerId })));
  const returned = await returnToArrived(tx, organizationId, older);
  const actor = { kind: "system", name: "channel" } as const;
  await emitMany(tx, [
    ...[...changed, ...returned].map((one) => ({
      organizationId,
      name: "message.status_changed",
      actor,
      payload: {
        conversationId: one.conversationId,
        contactId: one.contactId,
        messageId: one.messageId,
        from: one.from,
        to: one.state,
        ...(one.failure ? { code: one.failure.code } : {}),
      },
    })),
    ...older.map((one) => ({
      organizationId,
      name: "message.attempt_changed",
      actor,
      payload: {
        conversationId: one.conversationId,
        contactId: one.contactId,
        messageId: one.messageId,
        deliveryId: one.deliveryId,
        to: one.state,
      },
    })),
  ]);
  const unknown = statuses.filter((status) => !matched.has(keyOf(status)) && !found.has(keyOf(status)));
  await holdEarly(
    tx,
    organizationId,
    unknown.map(({ channelId, providerId, ...item }) => ({ channelId, target: providerId, kind: "status", item })),
  );
  const elsewhere = changed.flatMap(({ from: _, conversationId: __, channelId, ...one }): Told[] =>
    channelId === null ? [] : [{ ...one, channelId, deliveryId: null }],
  );
  return { changed, told: [...told, ...elsewhere] };
};

type Delivery = {
  id: string;
  channel_id: string;
  provider_id: string | null;
  state: string;
  reason: string | null;
  message_id: string | null;
  conversation_id: string | null;
  contact_id: string;
};
type Update = { id: string; provider_id: string; state: Outcome | null; failure: Failure | null; entry: Step[] };
type Moved = Told & { deliveryId: string; providerId: string; conversationId: string | null };

/** Answers the delivery of each status that has one, as it was, and those that moved. */
const moveDeliveries = async (
  tx: Tx,
  organizationId: string,
  folded: Map<string, Folded>,
): Promise<{ matched: Map<string, Delivery>; told: Moved[] }> => {
  const asked = [...folded.values()].map((status) => ({ c: status.channelId, p: status.providerId, d: status.deliveryId }));
  const { rows } = await sql<Delivery>`
    with k as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (c uuid, p text, d uuid))
    select d.id, d.channel_id, d.provider_id, d.state, d.reason, d.message_id, d.conversation_id, d.contact_id from deliveries d
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
  const told: Moved[] = [];
  const updates = [...matched].flatMap(([key, delivery]): Update[] => {
    const status = folded.get(key);
    if (!status) return [];
    const forward = movesFrom(delivery, status.state);
    if (!forward && delivery.provider_id !== null) return [];
    const { state, failure, at, channelId, providerId } = status;
    if (!forward) return [{ id: delivery.id, provider_id: providerId, state: null, failure: null, entry: [] }];
    const { id: deliveryId, message_id: messageId, contact_id: contactId, conversation_id: conversationId } = delivery;
    told.push({ deliveryId, channelId, contactId, messageId, state, failure, at, providerId, conversationId });
    return [
      { id: delivery.id, provider_id: providerId, state, failure, entry: status.steps.filter((step) => movesFrom(delivery, step.state)) },
    ];
  });
  if (updates.length > 0) {
    await sql`
      update deliveries d set provider_id = coalesce(d.provider_id, u.provider_id), updated_at = now(), history = d.history || u.entry,
             state = coalesce(u.state, d.state), failure = case when u.state is null then d.failure else u.failure end,
             reason = case when u.state is not null and d.reason = ${saidByMember} then null else d.reason end,
             lease_until = case when u.state is null then d.lease_until end
        from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) as u (id uuid, provider_id text, state text, failure jsonb, entry jsonb)
       where d.organization_id = ${organizationId} and d.id = u.id`.execute(tx);
  }
  return { matched, told };
};

type Message = {
  id: string;
  k: string;
  state: string | null;
  conversation_id: string;
  contact_id: string;
  channel_id: string;
  pricing: Record<string, unknown> | null;
  provider_id: string | null;
};

const moveMessages = async (tx: Tx, organizationId: string, folded: Map<string, Folded>, deliveries: Map<string, Delivery>) => {
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
    select m.id, found.k, m.state, m.conversation_id, m.contact_id, m.channel_id, m.pricing, m.provider_id
      from found join messages m on m.organization_id = ${organizationId} and m.id = found.id
     where m.direction = 'outbound' order by m.id for no key update of m`.execute(tx);
  const changed: (Changed & { from: string | null; channelId: string | null })[] = [];
  const priced: PricedMessage[] = [];
  const updates = rows.flatMap((row) => {
    const status = folded.get(row.k);
    if (!status) return [];
    const forward = movesFrom({ state: row.state, reason: deliveries.get(row.k)?.reason ?? null }, status.state);
    if (forward && row.state !== status.state)
      changed.push({
        messageId: row.id,
        contactId: row.contact_id,
        conversationId: row.conversation_id,
        state: status.state,
        failure: status.failure,
        at: status.at,
        from: row.state,
        channelId: deliveries.has(row.k) ? null : status.channelId,
      });
    if (!forward && row.provider_id !== null && (row.pricing !== null || !status.pricing)) return [];
    if ((forward || row.pricing === null) && isNewPrice(row.pricing, status.pricing))
      priced.push({
        messageId: row.id,
        conversationId: row.conversation_id,
        contactId: row.contact_id,
        channelId: row.channel_id,
        pricing: status.pricing,
      });
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
  await tellPriced(tx, organizationId, priced);
  if (changed.length > 0) {
    const shown = changed.map((one) => ({ c: one.conversationId, m: one.messageId, state: one.state }));
    await sql`
      with held as materialized (
        select c.id, u.state from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as u (c uuid, m uuid, state text)
          join conversations c on c.organization_id = ${organizationId} and c.id = u.c and c.last_message_id = u.m order by c.id for no key update of c)
      update conversations c set preview = c.preview || jsonb_build_object('state', h.state) from held h
       where c.organization_id = ${organizationId} and c.id = h.id`.execute(tx);
  }
  return { changed, found: new Set(rows.map((row) => row.k)) };
};
