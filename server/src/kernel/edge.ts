import { randomBytes } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import fastifyMultipart from "@fastify/multipart";
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { z } from "zod";
import { cannotStore, forbidden, Refusal, unauthenticated, unavailable } from "./errors.ts";
import type { AnyRoute } from "./http.ts";
import { newId } from "./id.ts";
import { type Actor, contextFor, type Kernel, type Module } from "./module.ts";
import { slicedLimiter } from "./rate.ts";

// zod would otherwise probe for `new Function`, which the browser's CSP reports; the server has no use for it either.
z.config({ jitless: true });

/** Who calls, once known. A person without an organization has `organizationId: null`. */
export type Principal = {
  userId: string | null;
  organizationId: string | null;
  actor: Actor;
  permissions: ReadonlySet<string>;
  rateKey: string;
};
export type Authenticate = (request: FastifyRequest) => Promise<Principal | null>;

declare module "fastify" {
  interface FastifyRequest {
    principal: Principal | null;
    nonce: string;
  }
}

const nobody = "00000000-0000-0000-0000-000000000000";
/** Requests a second, per key or member; bursts of 300. Shared by all processes. */
const apiBudget = { capacity: 300, perSecond: 50 };
const strangerBudget = { capacity: 120, perSecond: 10 };

/** `around` adds what is no module's route (door, health, pages); it runs before the routes so that the API description sees them. */
export const createEdge = async (
  kernel: Kernel,
  modules: Module[],
  authenticate: Authenticate,
  around: (app: FastifyInstance) => Promise<void>,
): Promise<FastifyInstance> => {
  const { config } = kernel;
  const app: FastifyInstance = Fastify({
    loggerInstance: kernel.log as FastifyBaseLogger,
    // One logger for all: a child per request cost 5 % of the door's time, and the request's id is logged by hand where it matters.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: 1_000_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("principal", null);
  app.decorateRequest("nonce", "");
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 10, fieldSize: 10_000, fileSize: 100_000_000 } });

  app.addHook("onRequest", async (request, reply) => {
    request.nonce = randomBytes(16).toString("base64");
    for (const [name, value] of Object.entries(securityHeaders(config.secureCookies, request.nonce))) reply.header(name, value);
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const path = request.routeOptions.url ?? "unknown";
    kernel.metrics.count("candor_http_requests_total", { method: request.method, route: path, status: String(reply.statusCode) });
    kernel.metrics.observe("candor_http_request_seconds", reply.elapsedTime / 1000, { route: path });
    if (path !== "/webhooks/meta" && path !== "/healthz")
      kernel.log.debug(
        { id: request.id, method: request.method, route: path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        "request",
      );
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error as FastifyError);
    if (refusal.status >= 500)
      kernel.log.error({ err: error, id: request.id, method: request.method, route: request.routeOptions.url }, "a request failed");
    if (refusal.retryAfter !== undefined) reply.header("retry-after", String(refusal.retryAfter));
    // Set by hand: a refusal never passes through a route's response schema.
    reply
      .status(refusal.status)
      .header("content-type", "application/json; charset=utf-8")
      .serializer((body: unknown) => JSON.stringify(body))
      .send(refusal.body());
  });
  await around(app);

  const limit = slicedLimiter(kernel.db, apiBudget, 20);
  const limitStranger = slicedLimiter(kernel.db, strangerBudget, 5);
  for (const module of modules)
    for (const spec of module.routes ?? []) addRoute(app, kernel, spec, module.name, authenticate, limit, limitStranger);
  return app;
};

const addRoute = (
  app: FastifyInstance,
  kernel: Kernel,
  spec: AnyRoute,
  moduleName: string,
  authenticate: Authenticate,
  limit: (key: string) => Promise<void>,
  limitStranger: (key: string) => Promise<void>,
) => {
  app.route({
    method: spec.method,
    url: `/api/v1${spec.url}`,
    schema: {
      summary: spec.summary,
      description: [spec.description, spec.permission.includes(".") ? `Needs the permission \`${spec.permission}\`.` : undefined]
        .filter(Boolean)
        .join("\n\n"),
      tags: [spec.tag ?? moduleName],
      operationId: operationId(spec),
      ...(spec.permission === "public" ? { security: [] } : {}),
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { querystring: spec.query } : {}),
      ...(spec.body ? { body: spec.body } : {}),
      ...(spec.sends
        ? {
            headers: z.looseObject({
              "idempotency-key": z
                .string()
                .min(1)
                .max(200)
                .optional()
                .describe("The same key sends once, however often the request is repeated"),
            }),
          }
        : {}),
      ...(spec.multipartLimit ? { consumes: ["multipart/form-data"] } : {}),
      ...(spec.raw
        ? {}
        : { response: { [spec.status ?? (spec.returns ? 200 : 204)]: spec.returns ?? z.null().describe("Nothing to say") } }),
    },
    ...(spec.multipartLimit ? { bodyLimit: spec.multipartLimit + 100_000 } : {}),
    config: { permission: spec.permission },
    // Rights are asked before the body is read or judged: a stranger learns nothing about what would have been valid.
    onRequest: async (request) => {
      if (looks(spec)) kernel.courtesy.enter();
      request.principal = await authenticate(request);
      await (request.principal ? limit(request.principal.rateKey) : limitStranger(`ip:${request.ip}`));
      requireAccess(spec, request);
      requireSameOrigin(kernel, request);
    },
    // Told for every request that came in, answered, refused or given up.
    onResponse: async () => {
      if (looks(spec)) kernel.courtesy.leave();
    },
    handler: async (request, reply) => {
      const principal = request.principal;
      const ctx = contextFor(
        kernel,
        principal?.organizationId ?? nobody,
        principal?.actor ?? { kind: "system", name: "visitor" },
        principal?.permissions,
      );
      const key = request.headers["idempotency-key"];
      const answer = await spec.handler(
        ctx,
        { params: request.params as never, query: request.query as never, body: request.body as never },
        { request, reply, idempotencyKey: typeof key === "string" ? key : null },
      );
      if (spec.raw) return reply;
      reply.status(spec.status ?? (spec.returns ? 200 : 204));
      return spec.returns ? answer : reply.send();
    },
  });
};

/** Somebody looks at something and waits for it. Streams stay open and wait for nothing. */
const looks = (spec: AnyRoute) => spec.method === "GET" && !spec.raw;

const requireAccess = (spec: AnyRoute, request: FastifyRequest) => {
  if (spec.permission === "public") return;
  const principal = request.principal;
  if (!principal) throw unauthenticated();
  if (spec.permission === "signed-in") {
    if (principal.actor.kind !== "member" && principal.userId === null)
      throw new Refusal(403, "person_needed", "This is for a signed-in person, not for an API key.");
    return;
  }
  if (!principal.organizationId) throw new Refusal(403, "no_organization", "You are not a member of an organization.");
  if (!principal.permissions.has(spec.permission)) throw forbidden(spec.permission);
};

/** A cookie travels with requests other sites cause; an API key does not. Browsers say where a request comes from. */
const requireSameOrigin = (kernel: Kernel, request: FastifyRequest) => {
  if (request.method === "GET" || request.method === "HEAD" || request.headers.authorization) return;
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin" || site === "none") return;
  const origin = request.headers.origin;
  if (site === undefined && origin === undefined) return;
  const own = [kernel.publicUrl(), `${request.protocol}://${request.host}`];
  if (origin !== undefined && own.includes(origin)) return;
  throw new Refusal(403, "cross_origin", "This request came from another site.");
};

const asRefusal = (error: FastifyError): Refusal => {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const path = first?.instancePath.replace(/^\//, "").replaceAll("/", ".") ?? "";
    const where =
      error.validationContext === "body" ? "" : `${error.validationContext === "querystring" ? "query" : error.validationContext}.`;
    return new Refusal(400, "invalid_input", `${path || error.validationContext}: ${first?.message ?? "is not valid"}`, {
      field: `${where}${path}`.replace(/\.$/, "") || "body",
      remedy: "See /api/docs for what is accepted.",
    });
  }
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE" || error.code === "FST_REQ_FILE_TOO_LARGE")
    return new Refusal(413, "too_large", "The body is larger than this address accepts.", {
      remedy: "The limit is written beside the route in /api/docs.",
    });
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE")
    return new Refusal(415, "unsupported_media_type", "Send application/json.", { remedy: "Content-Type: application/json" });
  if (error.code === "FST_ERR_CTP_EMPTY_JSON_BODY" || error.code === "FST_ERR_CTP_INVALID_JSON_BODY" || error instanceof SyntaxError)
    return new Refusal(400, "invalid_json", "The body is not valid JSON.", { field: "body" });
  if (cannotStore(error)) return unavailable();
  // PostgreSQL text cannot hold a zero byte; nothing else of its input errors is the caller's doing.
  if ((error as { code?: string }).code === "22021" || (error as { code?: string }).code === "22P05")
    return new Refusal(400, "invalid_input", "Text may not contain a zero byte.", { field: "body" });
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal(error.statusCode, "bad_request", "The request could not be read.");
  return new Refusal(500, "internal", "Something went wrong here. It is logged under the request's id.", {
    remedy: "Try again; tell the operator the x-request-id if it stays.",
  });
};

const operationId = (spec: AnyRoute) =>
  `${spec.method.toLowerCase()}${spec.url
    .split("/")
    .filter(Boolean)
    .map((part: string) =>
      part.startsWith(":")
        ? `By${part[1]?.toUpperCase()}${part.slice(2)}`
        : part.replace(/(^|-)([a-z])/g, (_all: string, _dash: string, letter: string) => letter.toUpperCase()),
    )
    .join("")}`;

export const contentSecurityPolicy = (nonce: string) =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const securityHeaders = (https: boolean, nonce: string): Record<string, string> => ({
  "content-security-policy": contentSecurityPolicy(nonce),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(self), microphone=(self), payment=()",
  ...(https ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
});
