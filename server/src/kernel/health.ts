import type { FastifyInstance } from "fastify";
import type { Kernel } from "./module.ts";

export type Health = { stopping: boolean };

/** healthz: the process answers. readyz: it can also store, and is not draining. metrics: Prometheus text, loopback or trusted proxies' peers only. */
export const serveHealth = (app: FastifyInstance, kernel: Kernel, health: Health) => {
  app.get("/healthz", { schema: { hide: true } }, async () => ({ status: "ok" }));
  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const database = await kernel.db.raw.system.query("select 1").then(
      () => true,
      () => false,
    );
    const ready = database && !health.stopping;
    return reply.status(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", database, stopping: health.stopping });
  });
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    const local = /^(127\.|::1$|::ffff:127\.)/.test(request.ip) && !request.headers["x-forwarded-for"];
    if (!local) return reply.status(404).send();
    return reply.type("text/plain; version=0.0.4").send(await kernel.metrics.text());
  });
};
