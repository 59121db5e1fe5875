import { sql } from "kysely";
import type { DeliveryChannel, Pace, SendOutcome } from "./deliveries.ts";
import { begin, type Claim, forsake, settle } from "./delivery-outcome.ts";
import type { Kernel } from "./module.ts";
import { giveBack, rest, take } from "./rate.ts";

const pollMs = 1000;
/** Covers what comes before the POST, the longest being the upload of a 100 MB file. While it runs nothing has left us. */
const preparingSeconds = 180;

/**
 * Claims what is due and brings it out: `queued` under a lease while it is prepared, `sending` (committed) around the one step that must
 * not happen twice, then its outcome. Any number of processes may run one; within a conversation the order of sending is kept.
 */
export const startDispatcher = (kernel: Kernel): (() => Promise<void>) => {
  const inFlight = new Map<string, number>();
  const running = new Set<Promise<void>>();
  let stopped = false;
  let pumping: Promise<void> | undefined;
  let again = false;

  const launch = (claim: Claim, channel: DeliveryChannel) => {
    inFlight.set(claim.channelId, (inFlight.get(claim.channelId) ?? 0) + 1);
    const work = bring(kernel, channel, claim, () => stopped)
      .catch(async (error) => {
        kernel.log.error({ err: error, delivery: claim.id }, "a delivery went wrong here; if it had begun, its lease makes it unknown");
        await release(kernel, claim, 5).catch(() => {});
      })
      .finally(() => {
        const left = (inFlight.get(claim.channelId) ?? 1) - 1;
        if (left > 0) inFlight.set(claim.channelId, left);
        else inFlight.delete(claim.channelId);
        running.delete(work);
        pump();
      });
    running.add(work);
  };
  const round = async () => {
    await forsake(kernel);
    for (const channel of kernel.channels.values()) {
      for (const claim of await claimDue(kernel, channel, inFlight)) launch(claim, channel);
    }
  };
  const pump = () => {
    if (stopped) return;
    if (pumping) {
      again = true;
      return;
    }
    pumping = round()
      .catch((error) => kernel.log.warn({ err: error }, "claiming deliveries failed; trying again"))
      .finally(() => {
        pumping = undefined;
        if (!again) return;
        again = false;
        pump();
      });
  };

  kernel.metrics.gauge("candor_deliveries_in_flight", () => running.size);
  const off = kernel.live.on("deliveries", pump);
  const poll = setInterval(pump, pollMs);
  pump();
  return async () => {
    stopped = true;
    off();
    clearInterval(poll);
    await pumping;
    await Promise.all(running);
  };
};

/** Per channel, so that one with a long queue does not keep others waiting; the oldest of each conversation only. */
const claimDue = async (kernel: Kernel, channel: DeliveryChannel, inFlight: Map<string, number>): Promise<Claim[]> => {
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
           limit greatest(0, ${channel.concurrency} - coalesce(busy.n, 0))
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

const bring = async (kernel: Kernel, channel: DeliveryChannel, claim: Claim, stopping: () => boolean): Promise<void> => {
  if (stopping()) return release(kernel, claim, 0);
  const forbidden = await channel.check(kernel.db.system, claim);
  const ready: SendOutcome | (() => Promise<SendOutcome>) = forbidden
    ? { state: "failed", failure: forbidden }
    : await channel.prepare(kernel, claim);
  if (typeof ready === "function") {
    if (stopping()) return release(kernel, claim, 0);
    const wait = await draw(kernel, channel, claim);
    if (wait > 0) return release(kernel, claim, wait);
  }
  if (!(await begin(kernel, claim))) return;
  const outcome = typeof ready === "function" ? await ready().catch((error) => broken(kernel, error)) : ready;
  if (outcome.state === "retry" && outcome.pause) await slowDown(kernel, channel, claim, outcome.pause, outcome.waitSeconds);
  await settled(kernel, claim, outcome);
};

/** A channel answers with outcomes; one that throws in the middle of sending may have sent. */
const broken = (kernel: Kernel, error: unknown): SendOutcome => {
  kernel.log.error({ err: error }, "a channel broke while sending");
  return {
    state: "unknown",
    failure: { code: "internal", message: "Something went wrong while this was being sent. It may have arrived.", remedy: "none" },
  };
};

/** Short waits are waited for here: a number's rate is fair game for every slot, and going back to the queue costs more. */
const draw = async (kernel: Kernel, channel: DeliveryChannel, claim: Claim): Promise<number> => {
  const paces = await channel.paces(kernel, claim);
  for (let tries = 1; ; tries += 1) {
    const wait = await drawAll(kernel, paces);
    if (wait === 0 || wait > 1 || tries === 20) return wait;
    await new Promise((resolve) => setTimeout(resolve, Math.max(50, wait * 1000) * (1 + Math.random())));
  }
};

/** Takes from all of a delivery's buckets or from none; answers the seconds to wait. */
const drawAll = async (kernel: Kernel, paces: Pace[]): Promise<number> => {
  for (const [at, pace] of paces.entries()) {
    const wait = await take(kernel.db, pace.key, pace.budget);
    if (wait === 0) continue;
    for (const taken of paces.slice(0, at)) await giveBack(kernel.db, taken.key, taken.budget);
    return wait;
  }
  return 0;
};

const slowDown = async (kernel: Kernel, channel: DeliveryChannel, claim: Claim, key: string, seconds: number) => {
  const pace = (await channel.paces(kernel, claim)).find((one) => one.key === key);
  if (pace) await rest(kernel.db, key, pace.budget, seconds);
};

/** Nothing was done with it: back into the queue, as if it had not been claimed. */
const release = async (kernel: Kernel, claim: Claim, waitSeconds: number) => {
  await sql`update deliveries set lease_until = null, due_at = greatest(due_at, now() + ${waitSeconds} * interval '1 second')
    where organization_id = ${claim.organizationId} and id = ${claim.id} and state = 'queued' and lease_until = ${claim.lease}::timestamptz`.execute(
    kernel.db.system,
  );
};

/** An outcome is written again when the database was away for a moment, or a deadlock chose us; failing that, the lease makes it unknown. */
const settled = async (kernel: Kernel, claim: Claim, outcome: SendOutcome) => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await settle(kernel, claim, outcome);
    } catch (error) {
      if (tries === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** tries));
    }
  }
};
