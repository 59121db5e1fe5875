import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { EventMessages, EventVerdicts } from "./tracking.api.ts";

export const doorPath = "/api/v1/events";

/** For the API's description, and for where the framework listens on a second address of its own (the host `localhost` has two). */
export const describeDoor = (app: FastifyInstance, serve: (request: IncomingMessage, response: ServerResponse) => void): void => {
  void app.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser("*", (_request, _payload, done) => done(null));
    // The door checks by itself; the schema only tells what is accepted.
    door.setValidatorCompiler(() => (value) => ({ value }));
    door.post(
      doorPath,
      {
        logLevel: "silent",
        schema: {
          summary: "Send what happened: one message or up to 1,000",
          description:
            "Messages of the types track, page, identify and alias, alone or as `{ batch: [...] }`. Websites send with a write key (`writeKey` in the body, or the user of Basic authentication) from the origins it names; servers with an API key that has the permission `events.write`. Answered when the events are on disk. Each item of a batch is answered by itself; a message alone that is refused answers 400. At most 500 kB a request and 32 kB a message. docs/events.md has examples.",
          tags: ["tracking"],
          operationId: "postEvents",
          body: EventMessages,
          response: { 200: EventVerdicts },
        },
      },
      (request, reply) => {
        reply.hijack();
        serve(request.raw, reply.raw);
      },
    );
    door.options(doorPath, { logLevel: "silent", schema: { hide: true } }, (request, reply) => {
      reply.hijack();
      serve(request.raw, reply.raw);
    });
  });
};
