import type { FastifyReply, FastifyRequest } from "fastify";
import { tooMany, unauthenticated } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { LiveEvent } from "../../kernel/live.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import { authenticator } from "../accounts/index.ts";
import { pageViewed } from "./message.ts";
import { type ArrivalFilter, type Arrived, rejectedArrivals, takenArrivals } from "./tail.ts";

const roundMs = 300;
const heartbeatMs = 15_000;
const recheckMs = 10_000;
/** Shown of one round; a busy website sends more than anybody can read. */
const mostARound = 40;
const streamsEach = 5;
const open = new WeakMap<Kernel, Map<string, number>>();

/** Server-sent events of what arrives, from now on: `data` is an Arrival; `event: skipped` tells how many were left out. */
export const tailStream = async (ctx: Ctx, filter: ArrivalFilter, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const principal = request.principal;
  if (!principal) throw unauthenticated();
  const { live } = ctx.kernel;
  const giveBack = takePlace(ctx.kernel, principal.rateKey);
  const raw = reply.raw;
  let ids: string[] = [];
  let left = 0;
  let woken = false;
  let ended = false;
  let lastReject = newId();

  raw.shouldKeepAlive = false;
  reply.hijack();
  raw.writeHead(200, {
    ...reply.getHeaders(),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  } as Record<string, string>);
  raw.write(": welcome\n\n");

  const round = async () => {
    const [wanted, skipped] = [ids, left];
    [ids, left] = [[], 0];
    const taken = wanted.length > 0 ? await takenArrivals(ctx, filter, { ids: wanted }) : [];
    const rejected = await rejectedArrivals(ctx, filter, lastReject, mostARound);
    lastReject = rejected[0]?.id ?? lastReject;
    if (skipped > 0) raw.write(`event: skipped\ndata: ${skipped}\n\n`);
    for (const arrival of [...taken, ...rejected].sort((a: Arrived, b: Arrived) => (a.id < b.id ? -1 : 1)))
      raw.write(`data: ${JSON.stringify(arrival)}\n\n`);
  };
  let running = false;
  const tick = () => {
    // A reader that takes nothing is not written to; what it misses is told as left out.
    if (running || ended || !woken || raw.writableNeedDrain) return;
    woken = false;
    running = true;
    round()
      .catch(() => end())
      .finally(() => {
        running = false;
      });
  };
  const hear = (event: LiveEvent) => {
    if (event.organizationId !== ctx.organizationId) return;
    if (event.name !== pageViewed && ctx.kernel.events.has(event.name)) return;
    if (filter.name !== undefined && event.name !== filter.name) return;
    woken = true;
    if (ids.length < mostARound) ids.push(event.cursor.slice(event.cursor.indexOf(":") + 1));
    else left += 1;
  };
  const recheck = async () => {
    const now = await authenticator(ctx.kernel)(request);
    if (now?.organizationId !== ctx.organizationId || !now.permissions.has("events.read")) end();
  };
  const end = () => {
    if (ended) return;
    ended = true;
    for (const off of undo) off();
    raw.end();
  };
  const timers = [
    setInterval(tick, roundMs),
    setInterval(() => raw.write(": still here\n\n"), heartbeatMs),
    setInterval(() => void recheck().catch(() => {}), recheckMs),
  ];
  const undo = [
    giveBack,
    () => timers.forEach(clearInterval),
    live.subscribe(hear),
    // Refused ones are no events: whoever notes them wakes the same topic.
    live.on("events", () => {
      woken = true;
    }),
    live.on("access", () => void recheck().catch(() => {})),
  ];
  raw.on("close", end);
  raw.on("error", end);
  undo.push(live.onDrain(end));
  if (raw.destroyed) end();
};

const takePlace = (kernel: Kernel, key: string): (() => void) => {
  const counts = open.get(kernel) ?? new Map<string, number>();
  open.set(kernel, counts);
  const count = counts.get(key) ?? 0;
  if (count >= streamsEach) throw tooMany(30);
  counts.set(key, count + 1);
  return () => void counts.set(key, Math.max(0, (counts.get(key) ?? 1) - 1));
};
