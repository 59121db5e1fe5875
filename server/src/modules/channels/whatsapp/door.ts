import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal, unavailable } from "../../../kernel/errors.ts";
import type { Kernel } from "../../../kernel/module.ts";
import { slicedLimiter } from "../../../kernel/rate.ts";
import { knownApps } from "./door-apps.ts";
import { openJournal } from "./journal.ts";

/** Meta's bodies are said to be at most 3 MB (whatsapp.md §3.2). */
const bodyLimit = 4_000_000;
/** What carries no valid signature, per address. What is signed is never held back. */
const strangers = { capacity: 120, perSecond: 5 };

/**
 * Where Meta posts: verify, append, answer. Everything else happens behind it. A 200 means that the raw body is on disk; anything that
 * stands in the way of that is a 503, and Meta delivers again for up to seven days.
 */
export const webhookDoor = (app: FastifyInstance, kernel: Kernel): void => {
  void app.register(async (door) => {
    const apps = knownApps(kernel);
    const journal = openJournal(kernel);
    const limitStrangers = slicedLimiter(kernel.db, strangers, 10);
    door.addHook("onClose", async () => {
      apps.close();
      await journal.close();
    });
    // The signature is over the bytes: nothing may parse or decode them first.
    door.removeAllContentTypeParsers();
    door.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) => done(null, body));

    door.get("/webhooks/meta", { schema: { hide: true }, logLevel: "silent" }, async (request, reply) => {
      const query = request.query as Record<string, unknown>;
      const [mode, token, challenge] = [query["hub.mode"], query["hub.verify_token"], query["hub.challenge"]];
      if (mode === "subscribe" && typeof token === "string" && typeof challenge === "string" && (await storing(() => apps.knowsVerifyToken(token, () => limitStrangers(`door:${request.ip}`))))) {
        return reply.status(200).type("text/plain; charset=utf-8").send(challenge);
      }
      throw new Refusal(403, "wrong_verify_token", "This verify token belongs to no channel here.", { field: "hub.verify_token", remedy: "Copy the verify token from the channel's page." });
    });

    door.post("/webhooks/meta", { schema: { hide: true }, logLevel: "silent", bodyLimit }, async (request: FastifyRequest, reply: FastifyReply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signature = request.headers["x-hub-signature-256"];
      const appId = await storing(() => apps.signer(body, typeof signature === "string" ? signature : undefined, () => limitStrangers(`door:${request.ip}`)));
      if (appId === null) {
        kernel.metrics.count("candor_webhooks_refused_total");
        throw new Refusal(401, "wrong_signature", "The signature does not fit these bytes and any app known here.", { remedy: "Check the channel's app secret." });
      }
      await storing(() => journal.append(appId, body));
      return reply.status(200).type("text/plain; charset=utf-8").send("ok");
    });
  });
};

/** Whatever goes wrong while looking up or storing, the body is not stored: that is never a 200 and never the sender's fault. */
const storing = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? error : unavailable();
  }
};
