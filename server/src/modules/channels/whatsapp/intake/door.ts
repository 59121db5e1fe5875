import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { Refusal, unavailable } from "../../../../kernel/errors.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { peerAddress } from "../../../../kernel/peer-address.ts";
import { slicedLimiter } from "../../../../kernel/rate.ts";
import { readBody } from "../../../../kernel/read-body.ts";
import { type Apps, digestIn, knownApps } from "./door-apps.ts";
import { openSuspicion } from "./door-suspicion.ts";
import { type Journal, openJournal } from "./journal.ts";

const path = "/webhooks/meta";
/** Meta's bodies are said to be at most 3 MB. */
const bodyLimit = 4_000_000;
/** What carries no valid signature, per address. What is signed is never held back. */
const strangers = { capacity: 120, perSecond: 5 };
type Inside = {
  apps: Apps;
  journal: Journal;
  limit: (key: string) => Promise<void>;
  suspicion: ReturnType<typeof openSuspicion>;
  addressOf: (request: IncomingMessage) => string;
};

/**
 * Where Meta posts: verify, append, answer. Everything else happens behind it. A 200 means that the raw body is on disk; anything that
 * stands in the way of that is a 503, and Meta delivers again for up to seven days.
 */
export const webhookDoor = (app: FastifyInstance, kernel: Kernel): void => {
  const apps = knownApps(kernel);
  const journal = openJournal(kernel);
  const limit = slicedLimiter(kernel.db, strangers, 10);
  const inside: Inside = { apps, journal, limit, suspicion: openSuspicion(), addressOf: peerAddress(kernel.config.trustedProxies) };
  app.addHook("onClose", async () => {
    apps.close();
    await journal.close();
  });

  app.get(path, { schema: { hide: true }, logLevel: "silent" }, async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const [mode, token, challenge] = [query["hub.mode"], query["hub.verify_token"], query["hub.challenge"]];
    if (
      mode === "subscribe" &&
      typeof token === "string" &&
      typeof challenge === "string" &&
      (await storing(() => apps.knowsVerifyToken(token)))
    ) {
      return reply.status(200).type("text/plain; charset=utf-8").send(challenge);
    }
    await limit(`door:${request.ip}`);
    throw new Refusal(403, "wrong_verify_token", "This verify token belongs to no channel here.", {
      field: "hub.verify_token",
      remedy: "Copy the verify token from the channel's page.",
    });
  });

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    void receive(inside, request).then(
      () => answer(response, 200, "text/plain; charset=utf-8", "ok", app.server.listening),
      (error) => {
        const refusal = error instanceof Refusal ? error : unavailable();
        if (refusal.status === 401) kernel.metrics.count("candor_webhooks_refused_total");
        if (refusal.retryAfter !== undefined) response.setHeader("retry-after", refusal.retryAfter);
        answer(
          response,
          refusal.status,
          "application/json; charset=utf-8",
          JSON.stringify(refusal.body()),
          refusal.status !== 413 && app.server.listening,
        );
      },
    );
  };
  // Posts do not pass through the framework: its hooks, logger and headers take as long as the door itself (0.34 against 0.16 ms of a core
  // each, journal included), and three thousand a second have to fit beside everything else.
  const [framework] = app.server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  app.server.removeAllListeners("request");
  app.server.on("request", (request: IncomingMessage, response: ServerResponse) =>
    request.method === "POST" && isDoor(request.url) ? serve(request, response) : framework?.(request, response),
  );
  // The same where the framework listens on a second address of its own (the host `localhost` has two).
  void app.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser("*", (_request, _payload, done) => done(null));
    door.post(path, { schema: { hide: true }, logLevel: "silent" }, (request, reply) => {
      reply.hijack();
      serve(request.raw, reply.raw);
    });
  });
};

const isDoor = (url = "") => url.startsWith(path) && (url.length === path.length || url[path.length] === "?" || url === `${path}/`);

const receive = async ({ apps, journal, limit, suspicion, addressOf }: Inside, request: IncomingMessage): Promise<void> => {
  const wanted = digestIn(request.headers["x-hub-signature-256"]);
  // The signature is over the bytes as they came, so nothing may parse or decode them first.
  const body = await readBody(request, bodyLimit);
  const appId = wanted && (await signerOf(wanted, body));
  if (appId === null) {
    const address = addressOf(request);
    if (wanted) suspicion.failed(address, body.length);
    await limit(`door:${address}`);
    throw new Refusal(401, "wrong_signature", "The signature does not fit these bytes and any app known here.", {
      remedy: "Check the channel's app secret.",
    });
  }
  await storing(() => journal.append(appId, body));

  /** The app a body names is asked at once, whoever sends it: that is one secret, and how all of Meta's usual traffic comes in. */
  async function signerOf(digest: Buffer, bytes: Buffer): Promise<string | null> {
    const named = apps.named(bytes, digest);
    if (named !== null) return named;
    const search = () => storing(() => apps.search(bytes, digest));
    return suspicion.isSuspect(addressOf(request)) ? suspicion.inTurn(bytes.length, search) : search();
  }
};

const answer = (response: ServerResponse, status: number, type: string, body: string, keep: boolean) => {
  if (response.destroyed) return;
  response
    .writeHead(status, {
      "content-type": type,
      "content-length": Buffer.byteLength(body),
      "x-content-type-options": "nosniff",
      ...(keep ? {} : { connection: "close" }),
    })
    .end(body);
};

/** Whatever goes wrong while looking up or storing, the body is not stored: that is never a 200 and never the sender's fault. */
const storing = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? error : unavailable();
  }
};
