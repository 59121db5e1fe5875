import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { invalid, Refusal, unavailable } from "../../kernel/errors.ts";
import type { Kernel } from "../../kernel/module.ts";
import { peerAddress } from "../../kernel/peer-address.ts";
import { slicedLimiter } from "../../kernel/rate.ts";
import { readBody } from "../../kernel/read-body.ts";
import { keptAddress } from "./address.ts";
import { agentOf, hintsIn } from "./agent.ts";
import { describeDoor, doorPath } from "./door-description.ts";
import { eventBudget } from "./event-budget.ts";
import { limits } from "./limits.ts";
import { isObject, type Json } from "./message.ts";
import { allowsOrigin } from "./origins.ts";
import { knownSenders, type Sender, type Senders } from "./senders.ts";
import { type AroundOf, openTaking, type Taking, type Verdict } from "./take.ts";

/** What carries no key we know, per address. */
const strangers = { capacity: 120, perSecond: 5 };
type Inside = {
  senders: Senders;
  taking: Taking;
  spend: ReturnType<typeof eventBudget>;
  limitStranger: (key: string) => Promise<void>;
  addressOf: (request: IncomingMessage) => string;
};

/**
 * Where websites and servers send what happened. Answered when it is on disk; whatever stands in the way of that is a 503 and the sender
 * keeps it. Not a route of the framework, whose hooks and schemas cost more than the events themselves (the webhook door's reason).
 */
export const eventDoor = (app: FastifyInstance, kernel: Kernel): void => {
  const inside: Inside = {
    senders: knownSenders(kernel),
    taking: openTaking(kernel),
    spend: eventBudget(kernel),
    limitStranger: slicedLimiter(kernel.db, strangers, 10),
    addressOf: peerAddress(kernel.config.trustedProxies),
  };
  app.addHook("onClose", async () => {
    inside.senders.close();
    await inside.taking.close();
  });
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === "OPTIONS") return preflight(request, response);
    readableFrom(request.headers.origin, response);
    void receive(inside, request).then(
      (body) => answer(response, 200, body, app.server.listening),
      (error) => {
        const refusal = error instanceof Refusal ? error : unavailable();
        if (!(error instanceof Refusal)) kernel.log.warn({ err: error }, "events were not stored");
        if (refusal.retryAfter !== undefined) response.setHeader("retry-after", refusal.retryAfter);
        answer(response, refusal.status, JSON.stringify(refusal.body()), refusal.status !== 413 && app.server.listening);
      },
    );
  };
  const [framework] = app.server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  app.server.removeAllListeners("request");
  app.server.on("request", (request: IncomingMessage, response: ServerResponse) =>
    (request.method === "POST" || request.method === "OPTIONS") && isDoor(request.url)
      ? serve(request, response)
      : framework?.(request, response),
  );
  describeDoor(app, serve);
};

const isDoor = (url = "") => url.startsWith(doorPath) && (url.length === doorPath.length || url[doorPath.length] === "?");

/**
 * A browser asks before it sends JSON from another site. The key that says which sites may is in the body it has not sent yet, so everybody
 * may ask; who may send is decided then. There are no cookies in it.
 */
const preflight = (request: IncomingMessage, response: ServerResponse) => {
  response
    .writeHead(204, {
      "access-control-allow-origin": request.headers.origin ?? "*",
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type, authorization",
      "access-control-max-age": "86400",
      vary: "origin",
    })
    .end();
};

/** An answer tells nothing of anybody, and a page that may not read its refusal would send the same again for days. */
const readableFrom = (origin: string | undefined, response: ServerResponse) => {
  if (!origin) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", "retry-after");
  response.setHeader("vary", "origin");
};

const receive = async (inside: Inside, request: IncomingMessage): Promise<string> => {
  const body = parse(await readBody(request, limits.batchBytes));
  const sender = await senderOf(inside, request, body);
  if (!sender.trusted) requireOrigin(sender, request.headers.origin);
  const batch = body.batch;
  if (batch !== undefined && !Array.isArray(batch)) throw invalid("batch", "batch is a list of messages.");
  const messages: unknown[] = batch ?? [body];
  if (messages.length === 0) throw invalid("batch", "There is no message in it.");
  if (messages.length > limits.batchItems)
    throw invalid("batch", `At most ${limits.batchItems} messages at a time.`, "Send them in several requests.");
  await inside.spend(sender.keyId, sender.eventsPerSecond, messages.length);
  const verdicts = await inside.taking.take(sender, messages, body.sentAt, aroundOf(inside, request, sender));
  const [only] = verdicts;
  if (batch === undefined && only?.status === "refused")
    throw new Refusal(400, only.code, only.message, only.field ? { field: only.field } : {});
  return told(verdicts);
};

/** JSON whatever the content type: sendBeacon and requests without preflight say text/plain. */
const parse = (bytes: Buffer): Json => {
  try {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    if (isObject(body)) return body;
  } catch {
    // told below
  }
  throw new Refusal(400, "invalid_json", "The body is not a JSON object.", { field: "body", remedy: "A message, or { batch: [...] }." });
};

/** The key: a website's in the body (a beacon has no headers) or as the user of Basic; a server's as Bearer or the user of Basic. */
const senderOf = async (inside: Inside, request: IncomingMessage, body: Json): Promise<Sender> => {
  const header = request.headers.authorization;
  const basic = /^Basic\s+([\w+/=-]{4,400})$/i.exec(header ?? "")?.[1];
  const key = basic
    ? (Buffer.from(basic, "base64").toString("utf8").split(":")[0] ?? "")
    : (/^Bearer\s+(\S{8,200})$/i.exec(header ?? "")?.[1] ?? (typeof body.writeKey === "string" ? body.writeKey.slice(0, 200) : ""));
  const found = key.startsWith("wk_") ? await inside.senders.website(key) : key ? await inside.senders.server(key) : null;
  if (found === "forbidden")
    throw new Refusal(403, "forbidden", "This needs the permission events.write.", { remedy: "Make an API key that has it." });
  if (found) return found;
  await inside.limitStranger(`events:${inside.addressOf(request)}`);
  throw new Refusal(401, "unknown_key", "No such write key or API key, or it was revoked.", {
    field: "writeKey",
    remedy: "Copy the write key from Settings -> Websites & events.",
  });
};

const requireOrigin = (sender: Sender, origin: string | undefined) => {
  if (sender.origins.includes("*") || (origin !== undefined && allowsOrigin(sender.origins, origin))) return;
  throw new Refusal(403, "origin_not_allowed", `This write key does not take events from ${origin ?? "outside a browser"}.`, {
    field: "origin",
    remedy: "Add the origin to the write key, or send with an API key from a server.",
  });
};

/** A browser's request tells it of all its messages; a server's tells nothing, each message says it itself. */
const aroundOf = (inside: Inside, request: IncomingMessage, sender: Sender): AroundOf => {
  const { headers } = request;
  if (sender.trusted)
    return ({ userAgent, ip }) => ({
      agent: agentOf(typeof userAgent === "string" ? userAgent : undefined, null),
      address: typeof ip === "string" ? keptAddress(ip, sender.ip) : null,
      gpc: false,
    });
  const agent = agentOf(headers["user-agent"], hintsIn(headers));
  const around = { agent, address: keptAddress(inside.addressOf(request), sender.ip), gpc: headers["sec-gpc"] === "1" };
  return () => around;
};

const plain = { accepted: '{"status":"accepted"}', duplicate: '{"status":"duplicate"}' };
const told = (verdicts: Verdict[]): string => {
  const counts = { accepted: 0, duplicate: 0, dropped: 0, refused: 0 };
  const results: string[] = [];
  for (const verdict of verdicts) {
    counts[verdict.status] += 1;
    results.push(verdict.status === "accepted" || verdict.status === "duplicate" ? plain[verdict.status] : JSON.stringify(verdict));
  }
  return `${JSON.stringify(counts).slice(0, -1)},"results":[${results.join(",")}]}`;
};

const answer = (response: ServerResponse, status: number, body: string, keep: boolean) => {
  if (response.destroyed) return;
  response
    .writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      ...(keep ? {} : { connection: "close" }),
    })
    .end(body);
};
