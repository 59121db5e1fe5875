import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { notFound } from "./errors.ts";

const built = join(import.meta.dirname, "../../../web/dist");

/** The built web app from our own origin. index.html gets the request's nonce, so that styles injected by libraries are allowed. */
export const servePages = async (app: FastifyInstance) => {
  if (!existsSync(join(built, "index.html"))) {
    app.get("/", { schema: { hide: true } }, async (_request, reply) =>
      reply.type("text/plain").send("The web app is not built: run `npm run build`.\n"),
    );
    app.setNotFoundHandler((_request, reply) => reply.status(404).send(notFound("address").body()));
    return;
  }
  const index = readFileSync(join(built, "index.html"), "utf8");
  await app.register(fastifyStatic, {
    root: built,
    index: false,
    wildcard: false,
    maxAge: 0,
    setHeaders: (reply, path) => {
      if (path.includes("/assets/")) reply.header("cache-control", "public, max-age=31536000, immutable");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const asset = /^\/(api|webhooks|assets)(\/|$)/.test(request.url) || /\.[a-z0-9]{2,5}$/i.test(request.url.split("?")[0] ?? "");
    if (asset || (request.method !== "GET" && request.method !== "HEAD"))
      return reply.status(404).type("application/json").send(notFound("address").body());
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(index.replaceAll("__CSP_NONCE__", request.nonce));
  });
};
