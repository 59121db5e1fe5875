import { sql } from "kysely";
import type { DeliveryChannel, Failure } from "./deliveries.ts";
import type { Claim } from "./delivery-outcome.ts";
import type { Kernel } from "./module.ts";

/** Covers what comes before the POST, the longest being the upload of a 100 MB file. While it runs nothing has left us. */
const preparingSeconds = 180;

/** Claimed for each that may be on the wire: while some are, the next are prepared. */
const ahead = 3;
const most = (channel: DeliveryChannel) => channel.concurrency * ahead;
/** A busy channel is filled up when a quarter of its places is free: a claim of many costs hardly more than a claim of one. */
export const refillAt = (channel: DeliveryChannel) => Math.floor(most(channel) * 0.75);

/** Per channel, so that one with a long queue does not keep others waiting; the oldest of each conversation only. */
export const claimDue = async (kernel: Kernel, channel: DeliveryChannel, inFlight: Map<string, number>): Promise<Claim[]> => {
  const { rows } = await sql<{
    organization_id: string;
    id: string;
    channel_id: string;
    contact_id: string;
    conversation_id: string | null;
    message_id: string | null;
    identity_id: string | null;
    purpose: string;
    content: Record<string, unknown>;
    attempts: number;
    lease: string;
  }>`
    with due as (
      select d.organization_id, d.id
        from channels c
        left join unnest(${[...inFlight.keys()]}::uuid[], ${[...inFlight.values()]}::int[]) as busy (channel_id, n) on busy.channel_id = c.id
        cross join lateral (
          select d.organization_id, d.id from deliveries d
           where d.organization_id = c.organization_id and d.channel_id = c.id and d.state = 'queued' and d.due_at <= now()
             and (d.lease_until is null or d.lease_until < now())
             and not exists (select 1 from deliveries o where o.organization_id = d.organization_id and o.conversation_id = d.conversation_id
                              and o.state in ('queued', 'sending') and o.id < d.id)
           order by d.due_at, d.id
           limit case when coalesce(busy.n, 0) > ${refillAt(channel)} then 0 else ${most(channel)} - coalesce(busy.n, 0) end
        ) d
       where c.kind = ${channel.kind} and c.state = 'active'
    ), held as (
      select d.organization_id, d.id from deliveries d join due using (organization_id, id)
       where d.state = 'queued' and (d.lease_until is null or d.lease_until < now())
         for update of d skip locked
    )
    update deliveries d set lease_until = now() + ${preparingSeconds} * interval '1 second'
      from held where d.organization_id = held.organization_id and d.id = held.id
    returning d.organization_id, d.id, d.channel_id, d.contact_id, d.conversation_id, d.message_id, d.identity_id, d.purpose, d.content, d.attempts, d.lease_until::text as lease`.execute(
    kernel.db.system,
  );
  return rows.map((row) => ({
    organizationId: row.organization_id,
    id: row.id,
    channelId: row.channel_id,
    contactId: row.contact_id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    identityId: row.identity_id,
    purpose: row.purpose,
    content: row.content,
    attempt: row.attempts,
    lease: row.lease,
  }));
};

type Released = { claim: Claim; waitSeconds: number; failure: Failure | null };

/** Nothing was done with these: back into the queue as if they had not been claimed, where there is one with the reason why they wait. */
export const giveBackLeases = async (kernel: Kernel, released: Released[]): Promise<undefined[]> => {
  const asked = released.map(({ claim, waitSeconds, failure }) => ({
    o: claim.organizationId,
    d: claim.id,
    l: claim.lease,
    w: waitSeconds,
    f: failure,
    m: claim.messageId,
  }));
  await sql`
    with k as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (o uuid, d uuid, l text, w float8, f jsonb, m uuid)),
    held as materialized (
      select d.organization_id, d.id, k.w, k.f from k join deliveries d on d.organization_id = k.o and d.id = k.d
       where d.state = 'queued' and d.lease_until = k.l::timestamptz order by d.id for no key update of d)
    update deliveries d set lease_until = null, due_at = greatest(d.due_at, now() + h.w * interval '1 second'), failure = coalesce(h.f, d.failure)
      from held h where d.organization_id = h.organization_id and d.id = h.id`.execute(kernel.db.system);
  return released.map(() => undefined);
};
