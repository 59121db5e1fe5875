import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Message } from "../src/api.ts";

type Batch = { writeKey: string; sentAt: string; batch: Message[] };
const dist = join(import.meta.dirname, "../dist");

/** Candor's side of the wire, for questions the real door is not needed for: serves the SDK, takes events, breaks on request. */
export const startStandIn = async () => {
  const requests: { batch: Batch; type: string | undefined; origin: string | undefined; cookie: string | undefined }[] = [];
  let mood: { status: number; retryAfter?: number } | "silent" = { status: 200 };
  const file = (response: ServerResponse, name: string) =>
    response.setHeader("content-type", "text/javascript").end(readFileSync(join(dist, name)));
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let text = "";
    for await (const part of request) text += part;
    if (mood === "silent") return response.destroy();
    if (mood.status < 300) {
      const { "content-type": type, origin, cookie } = request.headers;
      requests.push({ batch: JSON.parse(text) as Batch, type, origin, cookie });
    }
    if (mood.retryAfter !== undefined) response.setHeader("retry-after", mood.retryAfter);
    response.setHeader("access-control-expose-headers", "retry-after");
    return response.writeHead(mood.status).end("{}");
  };
  let knocks = 0;
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    const path = new URL(request.url ?? "/", "http://candor").pathname;
    if (path === "/api/v1/events" && request.method === "POST") {
      knocks += 1;
      void take(request, response);
    } else if (path === "/sdk/candor.js" || path === "/sdk/candor.mjs") file(response, path.slice("/sdk/".length));
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    messages: () => requests.flatMap(({ batch }) => batch.batch),
    /** How often somebody tried, whatever came of it. */
    knocks: () => knocks,
    answers: (next: typeof mood) => {
      mood = next;
    },
    forget: () => {
      requests.length = 0;
      knocks = 0;
      mood = { status: 200 };
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
