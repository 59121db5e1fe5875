import multipart from "@fastify/multipart";
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import type { Delivery } from "../webhooks/deliver.ts";
import type { Json, World } from "../world.ts";
import { errorBody, GraphError, unknownPath } from "./error.ts";
import { graphRoutes } from "./routes.ts";

/** The HTTP server: Graph's paths, Meta's envelope around every refusal, nothing else. */
export const graphServer = async (world: World, delivery: Delivery) => {
  const server = fastify({
    forceCloseConnections: true,
    bodyLimit: 16_000_000,
    routerOptions: { ignoreTrailingSlash: true },
  });
  await server.register(multipart);
  server.removeContentTypeParser(["application/json"]);
  server.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, body ? JSON.parse(String(body)) : {});
    } catch {
      done(new GraphError(100, "(#100) Invalid JSON in the request body"));
    }
  });
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  server.addContentTypeParser(
    /^(application\/(octet-stream|pdf)|image\/|video\/)/,
    { parseAs: "buffer", bodyLimit: 101_000_000 },
    (_request, body, done) => done(null, body),
  );
  server.setErrorHandler((problem, request, reply) => refuse(world, problem, request, reply));
  server.setNotFoundHandler((request, reply) => refuse(world, unknownPath(request.url.split("?")[0] ?? ""), request, reply));
  graphRoutes(server, world, delivery);
  return server;
};

const refuse = (world: World, problem: unknown, request: FastifyRequest, reply: FastifyReply): Json => {
  const error = problem instanceof GraphError ? problem : asGraphError(problem);
  world.received.refused.push({
    method: request.method,
    url: request.url.split("?")[0] ?? "",
    code: error.code,
    details: error.details ?? error.message,
  });
  world.log(`${request.method} ${request.url} refused: ${error.message} ${error.details ?? ""}`);
  world.changed();
  void reply.code(error.status).header("www-authenticate", `OAuth "Facebook Platform" "invalid_request" "${error.code}"`);
  return errorBody(error);
};

const asGraphError = (problem: unknown): GraphError => {
  const status = (problem as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return new GraphError(100, `(#100) ${(problem as Error).message}`, { status });
  // A defect of the sandbox itself must not hide behind Meta's vague answer.
  process.stderr.write(`${(problem as Error).stack ?? String(problem)}\n`);
  return new GraphError(1, "An unknown error occurred", { status: 500 });
};
