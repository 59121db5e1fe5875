import type { DeliveryChannel, Pace, Prepared, Ready, SendOutcome } from "./deliveries.ts";
import { claimDue, giveBackLeases, refillAt } from "./delivery-claim.ts";
import { attempts, type Claim, forsake, type Settled, settleAll } from "./delivery-outcome.ts";
import { cancelStranded } from "./delivery-stranded.ts";
import { gather } from "./gather.ts";
import type { Kernel } from "./module.ts";
import { type Draw, drawAll, rest } from "./rate.ts";
import { rounds } from "./rounds.ts";
import { type Slots, slots } from "./slots.ts";

const pollMs = 1000;
/** A number's rate is fair game for every slot, and going back to the queue costs more than a short wait here. */
const patienceMs = 3000;

/**
 * Claims what is due and brings it out: `queued` under a lease while it is prepared, `sending` (committed) around the one step that must
 * not happen twice, then its outcome. Any number of processes may run one; within a conversation the order of sending is kept.
 *
 * Each delivery goes its own way, so that a slow one keeps nobody waiting; what they ask of the database meanwhile is gathered.
 */
export const startDispatcher = (kernel: Kernel): (() => Promise<void>) => {
  const inFlight = new Map<string, number>();
  const running = new Set<Promise<void>>();
  const sending = new Map<string, Rooms>();
  let stopped = false;

  const asks: Omit<Asks, "rooms"> = {
    draw: gather((draws: Draw[]) => drawAll(kernel.db, draws)),
    begin: gather(async (claims: Claim[]) => {
      await kernel.courtesy.afterYou();
      return attempts(kernel, claims);
    }),
    settle: gather(async (settled: Settled[]) => {
      await kernel.courtesy.afterYou();
      return settleAll(kernel, settled);
    }),
    release: gather((released) => giveBackLeases(kernel, released)),
    stopping: () => stopped,
  };

  const launch = async (claims: Claim[], channel: DeliveryChannel) => {
    const channelId = claims[0]?.channelId ?? "";
    inFlight.set(channelId, (inFlight.get(channelId) ?? 0) + claims.length);
    const rooms = sending.get(channelId) ?? { beginning: slots(channel.concurrency), wire: slots(channel.concurrency) };
    sending.set(channelId, rooms);
    const prepared = channel.prepare(kernel, claims);
    // Each asks for itself; while stopping nobody does.
    prepared.catch(() => {});
    for (const [at, claim] of claims.entries()) {
      const step = async () => {
        const own = (await prepared)[at];
        if (!own) throw new Error("a channel prepared too few");
        return own();
      };
      const work = bring(kernel, channel, { ...asks, rooms }, claim, step)
        .catch(async (error) => {
          kernel.log.error({ err: error, delivery: claim.id }, "a delivery went wrong here; if it had begun, its lease makes it unknown");
          await asks.release({ claim, waitSeconds: 5, failure: null }).catch(() => {});
        })
        .finally(() => {
          const left = (inFlight.get(channelId) ?? 1) - 1;
          if (left > 0) inFlight.set(channelId, left);
          else {
            inFlight.delete(channelId);
            sending.delete(channelId);
          }
          running.delete(work);
          if (left <= refillAt(channel)) claiming.ask();
        });
      running.add(work);
    }
  };
  const round = async () => {
    for (const channel of kernel.channels.values()) {
      await kernel.courtesy.afterYou();
      const claims = await claimDue(kernel, channel, inFlight);
      for (const same of Map.groupBy(claims, (claim) => claim.channelId).values()) void launch(same, channel);
    }
  };
  const claiming = rounds(round, (error) => kernel.log.warn({ err: error }, "claiming deliveries failed; trying again"));

  kernel.metrics.gauge("candor_deliveries_in_flight", () => running.size);
  const off = kernel.live.on("deliveries", claiming.ask);
  const poll = setInterval(() => {
    for (const look of [forsake, cancelStranded])
      look(kernel).catch((error) => kernel.log.warn({ err: error }, "looking for what others left behind failed; trying again"));
    claiming.ask();
  }, pollMs);
  claiming.ask();
  return async () => {
    stopped = true;
    off();
    clearInterval(poll);
    await claiming.stop();
    await Promise.all(running);
  };
};

type Asks = {
  draw: (draw: Draw) => Promise<number>;
  begin: (claim: Claim) => Promise<boolean>;
  settle: (settled: Settled) => Promise<void>;
  release: (released: Parameters<typeof giveBackLeases>[1][number]) => Promise<void>;
  stopping: () => boolean;
  rooms: Rooms;
};

/** Of a channel: only what is on the wire takes a place there, so that preparing, beginning and settling others goes on meanwhile. */
type Rooms = { beginning: Slots; wire: Slots };

const bring = async (kernel: Kernel, channel: DeliveryChannel, asks: Asks, claim: Claim, step: () => Promise<Prepared>): Promise<void> => {
  if (asks.stopping()) return asks.release({ claim, waitSeconds: 0, failure: null });
  const prepared = await step().catch((error) => unprepared(kernel, claim, error));
  if ("state" in prepared && prepared.state === "postponed")
    return asks.release({ claim, waitSeconds: prepared.waitSeconds, failure: prepared.failure });
  if (!("send" in prepared)) {
    if (await asks.begin(claim)) await settled(asks, claim, prepared);
    return;
  }
  if (asks.stopping()) return putBack(asks, claim, prepared, 0);
  const wait = await draw(kernel, asks, prepared.paces);
  if (wait > 0) return putBack(asks, claim, prepared, wait);
  const outcome = await sent(kernel, asks, claim, prepared);
  if (!outcome) return;
  kernel.metrics.count("candor_delivery_attempts_total", { outcome: outcome.state, channel: channel.kind });
  await settled(asks, claim, outcome);
};

/** Null when it was not sent after all. */
const sent = async (kernel: Kernel, asks: Asks, claim: Claim, ready: Ready): Promise<SendOutcome | null> => {
  if (!(await begun(asks, claim, ready))) return null;
  try {
    const outcome = await ready.send().catch((error) => broken(kernel, error));
    await pause(kernel, ready.paces, outcome);
    return outcome;
  } finally {
    asks.rooms.wire.leave();
  }
};

/** With a place on the wire when true. Few begin before there is one: what was judged too long ago is judged again instead. */
const begun = async (asks: Asks, claim: Claim, ready: Ready): Promise<boolean> => {
  const judgedAt = Date.now();
  const { beginning, wire } = asks.rooms;
  await beginning.enter();
  try {
    if (asks.stopping() || Date.now() - judgedAt > patienceMs) {
      await putBack(asks, claim, ready, 0);
      return false;
    }
    if (!(await asks.begin(claim))) {
      await ready.unsent?.();
      return false;
    }
    await wire.enter();
    return true;
  } finally {
    beginning.leave();
  }
};

const putBack = async (asks: Asks, claim: Claim, ready: Ready, waitSeconds: number): Promise<void> => {
  await ready.unsent?.();
  await asks.release({ claim, waitSeconds, failure: null });
};

/** What is known of the attempt counts for more than the budget: where that cannot be written, the provider says it again. */
const pause = async (kernel: Kernel, paces: Pace[], outcome: SendOutcome): Promise<void> => {
  if (outcome.state !== "retry" || !outcome.pause) return;
  const pace = paces.find((one) => one.key === outcome.pause);
  if (!pace) return;
  await rest(kernel.db, pace.key, pace.budget, outcome.waitSeconds).catch((error) =>
    kernel.log.warn({ err: error }, "a budget was not put to rest"),
  );
};

/** Nothing has left us: tried again with growing gaps, and told in the end, whatever it was. */
const unprepared = (kernel: Kernel, claim: Claim, error: unknown): Prepared => {
  kernel.log.error({ err: error, delivery: claim.id }, "a delivery could not be prepared");
  return {
    state: "retry",
    waitSeconds: Math.min(2 ** (claim.attempt + 1), 600),
    failure: {
      code: "not_prepared",
      message: "Something went wrong here before this could be sent. Nothing has left.",
      remedy: "contact_admin",
    },
  };
};

/** A channel answers with outcomes; one that throws in the middle of sending may have sent. */
const broken = (kernel: Kernel, error: unknown): SendOutcome => {
  kernel.log.error({ err: error }, "a channel broke while sending");
  return {
    state: "unknown",
    failure: { code: "internal", message: "Something went wrong while this was being sent. It may have arrived.", remedy: "none" },
  };
};

/** Answers the seconds to wait in the queue; 0 when all tokens are drawn. */
const draw = async (kernel: Kernel, asks: Asks, paces: Pace[]): Promise<number> => {
  if (!kernel.config.pacing) return 0;
  const until = Date.now() + patienceMs;
  for (;;) {
    const wait = await asks.draw(paces);
    if (wait === 0 || wait > 1 || Date.now() > until) return wait;
    await new Promise((resolve) => setTimeout(resolve, Math.max(50, wait * 1000) * (1 + Math.random())));
  }
};

/** An outcome is written again when the database was away for a moment, or a deadlock chose us; failing that, the lease makes it unknown. */
const settled = async (asks: Asks, claim: Claim, outcome: SendOutcome): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await asks.settle({ claim, outcome });
    } catch (error) {
      if (tries === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** tries));
    }
  }
};
