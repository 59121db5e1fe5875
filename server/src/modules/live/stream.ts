import type { FastifyReply, FastifyRequest } from "fastify";
import type { Authenticate, Principal } from "../../kernel/edge.ts";
import { tooMany, unauthenticated } from "../../kernel/errors.ts";
import { isAfter, isCursor, type LiveEvent } from "../../kernel/live.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import { mayHear } from "./audience.ts";
import { onPresence } from "./presence.ts";

const heartbeatMs = 15_000;
const recheckMs = 10_000;
/** A reader that takes nothing for this long is gone. */
const patienceMs = 60_000;
/** One browser needs one; the rest is room for several browsers and for tests of integrations. */
const streamsEach = 20;
const open = new WeakMap<Kernel, Map<string, number>>();

/** Server-sent events (HTML standard §9.2) of what happens in the principal's organization, as far as they may hear of it. */
export const stream = async (ctx: Ctx, authenticate: Authenticate, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (!request.principal) throw unauthenticated();
  const { live } = ctx.kernel;
  const giveBack = takePlace(ctx.kernel, request.principal.rateKey);
  let principal: Principal = request.principal;
  const seen = lastSeen(request);
  let last: string;
  try {
    last = seen !== null && isCursor(seen) ? seen : await live.position();
  } catch (error) {
    giveBack();
    throw error;
  }
  const { organizationId } = ctx;
  const raw = reply.raw;
  // What arrives while older events are still being fetched waits here; the order must not change.
  let waiting: LiveEvent[] | null = [];
  let congested: NodeJS.Timeout | null = null;
  let told = "";
  let ended = false;

  const write = (text: string) => {
    if (ended || raw.write(text) || congested) return;
    congested = setTimeout(() => raw.destroy(), patienceMs);
  };
  const tell = (event: LiveEvent) => {
    // The replay may have been faster than the process's own reader.
    if (!isAfter(event.cursor, last)) return;
    last = event.cursor;
    if (!mayHear(principal, event)) return;
    told = last;
    const { name, conversationId, contactId, messageId } = event;
    const data = { name, organizationId, conversationId, contactId, ...(messageId === null ? {} : { messageId }) };
    write(`id: ${last}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const position = (name: string) => {
    told = last;
    write(`event: ${name}\nid: ${last}\ndata: {}\n\n`);
  };
  const catchUp = async () => {
    waiting ??= [];
    const missed = await live.since(last, organizationId);
    if (missed === null) {
      last = await live.position();
      position("resync");
    }
    for (const event of missed ?? []) tell(event);
    const meanwhile = waiting ?? [];
    waiting = null;
    for (const event of meanwhile) tell(event);
  };
  const recheck = async () => {
    const now = await authenticate(request);
    if (!now || now.organizationId !== organizationId || !now.permissions.has("inbox.read")) return end();
    principal = now;
  };
  const end = () => {
    if (ended) return;
    ended = true;
    for (const off of undo) off();
    if (congested) clearTimeout(congested);
    raw.end();
  };
  const failed = () => end();

  // The connection is of no further use, and an idle one would hold up a graceful stop.
  raw.shouldKeepAlive = false;
  reply.hijack();
  raw.writeHead(200, {
    ...reply.getHeaders(),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  } as Record<string, string>);
  raw.socket?.setNoDelay(true);
  // The head leaves with the first byte. Who comes for the first time learns where to go on from, even if nothing happens.
  write(": welcome\n\n");
  if (seen === null) position("position");
  else if (last !== seen) position("resync");

  const beat = setInterval(() => {
    if (congested) return;
    write(": still here\n\n");
    if (told !== last) position("position");
  }, heartbeatMs);
  const look = () => void recheck().catch(() => {});
  const check = setInterval(look, recheckMs);
  const undo = [
    giveBack,
    () => clearInterval(beat),
    () => clearInterval(check),
    live.subscribe((event) => {
      if (waiting) waiting.push(event);
      // A reader that does not keep up gets the rest from the database when it has room again.
      else if (!congested) tell(event);
    }),
    onPresence(ctx.kernel, ({ organizationId: of, ...news }) => {
      if (of === organizationId && !congested)
        write(`data: ${JSON.stringify({ name: "presence.changed", organizationId, contactId: null, ...news })}\n\n`);
    }),
    live.on("access", look),
  ];
  raw.on("drain", () => {
    if (!congested) return;
    clearTimeout(congested);
    congested = null;
    catchUp().catch(failed);
  });
  raw.on("close", end);
  raw.on("error", end);
  undo.push(live.onDrain(end));
  if (raw.destroyed) return end();
  // Once more now that "access" is heard: rights may have ended between the request's own check and here.
  look();
  catchUp().catch(failed);
};

const lastSeen = (request: FastifyRequest): string | null => {
  const header = request.headers["last-event-id"];
  return typeof header === "string" && header !== "" ? header.slice(0, 100) : null;
};

const takePlace = (kernel: Kernel, key: string): (() => void) => {
  const counts = open.get(kernel) ?? new Map<string, number>();
  open.set(kernel, counts);
  const count = counts.get(key) ?? 0;
  if (count >= streamsEach) throw tooMany(30);
  counts.set(key, count + 1);
  return () => {
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  };
};
