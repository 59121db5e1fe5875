import { sql } from "kysely";
import type { Tx } from "./db/pools.ts";
import type { ClaimedDelivery, Failure, SendOutcome } from "./deliveries.ts";
import { emitMany } from "./events.ts";
import { newId } from "./id.ts";
import type { Kernel } from "./module.ts";

/** Longer than any single POST may take: who holds a delivery longer than this has died. */
const sendingSeconds = 60;
const mostAttempts = 10;

export type Claim = ClaimedDelivery & { lease: string };
export type Settled = { claim: ClaimedDelivery; outcome: SendOutcome };

/**
 * Begins an attempt of each, committed before anything irrevocable happens. False: somebody cancelled it, or another process holds it by now.
 * The lease is compared as PostgreSQL wrote it: a process that was away too long finds somebody else's.
 */
export const attempts = async (kernel: Kernel, claims: Claim[]): Promise<boolean[]> => {
  const asked = claims.map((claim) => ({ o: claim.organizationId, d: claim.id, l: claim.lease, a: newId() }));
  const { rows } = await sql<{ id: string; attempts: number }>`
    with k as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (o uuid, d uuid, l text, a uuid)),
    held as materialized (
      select d.organization_id, d.id, k.a from k join deliveries d on d.organization_id = k.o and d.id = k.d
       where d.state = 'queued' and d.lease_until = k.l::timestamptz order by d.id for no key update of d),
    begun as (
      update deliveries d set state = 'sending', attempts = d.attempts + 1, lease_until = now() + ${sendingSeconds} * interval '1 second', updated_at = now()
        from held h where d.organization_id = h.organization_id and d.id = h.id
      returning d.organization_id, d.id, d.attempts, d.message_id, h.a),
    noted as (
      insert into delivery_attempts (organization_id, id, delivery_id, number) select organization_id, a, id, attempts from begun),
    shown as (
      update messages m set state = 'sending' from begun b
       where m.organization_id = b.organization_id and m.id = b.message_id and m.delivery_id = b.id and m.state = 'queued')
    select id, attempts from begun`.execute(kernel.db.system);
  const begun = new Map(rows.map((row) => [row.id, row.attempts]));
  for (const claim of claims) claim.attempt = begun.get(claim.id) ?? claim.attempt;
  return claims.map((claim) => begun.has(claim.id));
};

type Row = { organization_id: string; id: string; state: string; attempts: number; kind: string };
type Move = { claim: ClaimedDelivery; state: string | null; failure: Failure | null; providerId: string | null };

/** Writes what became of attempts. A status may have come first and moved a delivery further: it never goes back. */
export const settleAll = async (kernel: Kernel, settled: Settled[]): Promise<undefined[]> => {
  await kernel.db.system.transaction().execute(async (tx) => {
    const asked = settled.map(({ claim }) => ({ o: claim.organizationId, d: claim.id }));
    const { rows } = await sql<Row>`
      select d.organization_id, d.id, d.state, d.attempts, c.kind
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (o uuid, d uuid)
        join deliveries d on d.organization_id = k.o and d.id = k.d
        join channels c on c.organization_id = d.organization_id and c.id = d.channel_id
       order by d.id for no key update of d`.execute(tx);
    const found = new Map(rows.map((row) => [row.id, row]));
    const known = settled.flatMap(({ claim, outcome }) => {
      const row = found.get(claim.id);
      if (!row) return [];
      const final: SendOutcome =
        outcome.state === "retry" && row.attempts >= mostAttempts ? { state: "failed", failure: outcome.failure } : outcome;
      return [{ claim, row, outcome: final }];
    });
    await closeAttempts(tx, known);
    await copyToMessages(tx, await moveDeliveries(tx, known));
    await tellChannels(kernel, tx, known);
  });
  kernel.live.wake();
  return settled.map(() => undefined);
};

type Known = { claim: ClaimedDelivery; row: Row; outcome: SendOutcome };

const closeAttempts = async (tx: Tx, known: Known[]): Promise<void> => {
  const closed = known.map(({ claim, outcome }) => ({
    o: claim.organizationId,
    d: claim.id,
    n: claim.attempt,
    outcome: outcome.state === "held" ? "retry" : outcome.state,
    provider_id: outcome.state === "accepted" ? outcome.providerId : null,
    failure: outcome.state === "accepted" ? null : outcome.failure,
  }));
  await sql`
    update delivery_attempts a set finished_at = now(), outcome = k.outcome, provider_id = k.provider_id, failure = k.failure
      from jsonb_to_recordset(${JSON.stringify(closed)}::jsonb) as k (o uuid, d uuid, n int, outcome text, provider_id text, failure jsonb)
     where a.organization_id = k.o and a.delivery_id = k.d and a.number = k.n`.execute(tx);
};

/** Answers what the messages have to show. */
const moveDeliveries = async (tx: Tx, known: Known[]): Promise<Move[]> => {
  const moves = known.flatMap(({ claim, row, outcome }): (Move & { wait: number; reason: string | null })[] => {
    if (outcome.state === "accepted") {
      // A status was quicker than the answer: only the provider's id is news.
      const behind = row.state === "sending" || row.state === "unknown";
      const reason = behind && outcome.heldForQuality ? "held_for_quality" : null;
      return [{ claim, state: behind ? "accepted" : null, failure: null, providerId: outcome.providerId, wait: 0, reason }];
    }
    if (row.state !== "sending" || row.attempts !== claim.attempt) return [];
    const again = outcome.state === "retry" || outcome.state === "held";
    const wait = outcome.state === "retry" ? outcome.waitSeconds * (1 + Math.random() / 4) : 0;
    return [{ claim, state: again ? "queued" : outcome.state, failure: outcome.failure, providerId: null, wait, reason: null }];
  });
  const written = moves.map(({ claim, state, failure, providerId, wait, reason }) => ({
    o: claim.organizationId,
    d: claim.id,
    state,
    failure,
    provider_id: providerId,
    wait,
    reason,
  }));
  if (written.length > 0)
    await sql`
      update deliveries d set state = coalesce(k.state, d.state), failure = case when k.state is null then d.failure else k.failure end,
             provider_id = coalesce(d.provider_id, k.provider_id), reason = coalesce(k.reason, d.reason), lease_until = null, updated_at = now(),
             due_at = case when k.state = 'queued' then now() + k.wait * interval '1 second' else d.due_at end
        from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as k (o uuid, d uuid, state text, failure jsonb, provider_id text, wait float8, reason text)
       where d.organization_id = k.o and d.id = k.d`.execute(tx);
  return moves;
};

const tellChannels = async (kernel: Kernel, tx: Tx, known: Known[]): Promise<void> => {
  const accepted = known.flatMap(({ claim, row, outcome }) =>
    outcome.state === "accepted"
      ? [{ kind: row.kind, organizationId: claim.organizationId, channelId: claim.channelId, providerId: outcome.providerId }]
      : [],
  );
  for (const same of Map.groupBy(accepted, (one) => `${one.kind} ${one.organizationId}`).values()) {
    const [first] = same;
    if (first) await kernel.channels.get(first.kind)?.known?.(tx, first.organizationId, same);
  }
};

/** Whoever held these died between beginning and settling: the provider may have them, so they are not sent again. */
export const forsake = async (kernel: Kernel): Promise<void> => {
  const failure: Failure = {
    code: "interrupted",
    message: "The server stopped while this was being sent. It may have arrived.",
    remedy: "none",
  };
  const moved = await kernel.db.system.transaction().execute(async (tx) => {
    const { rows } = await sql<{ organization_id: string; id: string; contact_id: string; message_id: string | null }>`
      with lost as materialized (
        select organization_id, id from deliveries where state = 'sending' and lease_until < now() order by id limit 200 for no key update skip locked),
      moved as (
        update deliveries d set state = 'unknown', failure = ${JSON.stringify(failure)}::jsonb, lease_until = null, updated_at = now()
          from lost l where d.organization_id = l.organization_id and d.id = l.id
        returning d.organization_id, d.id, d.contact_id, d.message_id, d.attempts),
      closed as (
        update delivery_attempts a set finished_at = now(), outcome = 'unknown', failure = ${JSON.stringify(failure)}::jsonb
          from moved m where a.organization_id = m.organization_id and a.delivery_id = m.id and a.number = m.attempts)
      select organization_id, id, contact_id, message_id from moved`.execute(tx);
    await copyToMessages(
      tx,
      rows.map((row) => ({
        claim: { organizationId: row.organization_id, id: row.id, contactId: row.contact_id, messageId: row.message_id },
        state: "unknown",
        failure,
        providerId: null,
      })),
    );
    return rows.length;
  });
  if (moved > 0) kernel.live.wake();
};

type Shown = Omit<Move, "claim"> & { claim: Pick<ClaimedDelivery, "organizationId" | "id" | "contactId" | "messageId"> };

/**
 * A message shows its current delivery's state; an older delivery of the same message changes nothing. Rows are locked in this order
 * everywhere: deliveries, messages, conversations, each by id.
 */
export const copyToMessages = async (tx: Tx, shown: Shown[]): Promise<void> => {
  const asked = shown.flatMap(({ claim, state, failure, providerId }) =>
    claim.messageId
      ? [
          {
            o: claim.organizationId,
            m: claim.messageId,
            d: claim.id,
            state,
            failure: state === "queued" ? null : failure,
            provider_id: providerId,
          },
        ]
      : [],
  );
  if (asked.length === 0) return;
  const recordset = sql`jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k (o uuid, m uuid, d uuid, state text, failure jsonb, provider_id text)`;
  const { rows } = await sql<{ organization_id: string; id: string; was: string | null; conversation_id: string }>`
    with held as materialized (
      select m.organization_id, m.id, m.state as was, k.state, k.failure, k.provider_id
        from ${recordset} join messages m on m.organization_id = k.o and m.id = k.m and m.delivery_id = k.d order by m.id for no key update of m)
    update messages m set state = coalesce(h.state, m.state), failure = case when h.state is null then m.failure else h.failure end,
           provider_id = coalesce(m.provider_id, h.provider_id)
      from held h where m.organization_id = h.organization_id and m.id = h.id
    returning m.organization_id, m.id, h.was, m.conversation_id`.execute(tx);
  const before = new Map(rows.map((row) => [row.id, row]));
  const changed = shown.flatMap((one) => {
    const row = before.get(one.claim.messageId ?? "");
    return row && one.state !== null && one.state !== row.was ? [{ ...one, state: one.state, row }] : [];
  });
  if (changed.length === 0) return;
  const previews = changed.map(({ claim, row, state }) => ({ o: claim.organizationId, c: row.conversation_id, m: row.id, state }));
  // What the list shows, kept on write.
  await sql`
    with held as materialized (
      select c.organization_id, c.id, k.state from jsonb_to_recordset(${JSON.stringify(previews)}::jsonb) as k (o uuid, c uuid, m uuid, state text)
        join conversations c on c.organization_id = k.o and c.id = k.c and c.last_message_id = k.m order by c.id for no key update of c)
    update conversations c set preview = c.preview || jsonb_build_object('state', h.state)
      from held h where c.organization_id = h.organization_id and c.id = h.id`.execute(tx);
  await emitMany(
    tx,
    changed.map(({ claim, row, state, failure }) => ({
      organizationId: claim.organizationId,
      name: "message.status_changed",
      actor: { kind: "system", name: "dispatcher" },
      payload: {
        conversationId: row.conversation_id,
        contactId: claim.contactId,
        messageId: row.id,
        from: row.was,
        to: state,
        ...(failure ? { code: failure.code } : {}),
      },
    })),
  );
};
