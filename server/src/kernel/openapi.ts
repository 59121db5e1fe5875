import fastifySwagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";

/** Every refusal looks like this, whatever the status. */
const ErrorBody = z
  .object({
    error: z.object({
      code: z.string().describe("Stable; for programs"),
      message: z.string().describe("For people"),
      field: z.string().optional(),
      remedy: z.string().optional(),
    }),
  })
  .meta({ id: "Error" });

/** Registers before the routes; the document is OpenAPI 3.1 at /api/openapi.json. */
export const describeApi = async (app: FastifyInstance) => {
  void ErrorBody;
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Candor",
        version: "0.1.0",
        license: { name: "MIT", identifier: "MIT" },
        description:
          "The API the web app uses. Lists are keyset pages: `?limit=&after=` gives `{ items, next }`. A refusal is `{ error: { code, message, field?, remedy? } }`. Up to 50 requests a second per key or member, with bursts of 300 (429 with Retry-After beyond).",
      },
      servers: [{ url: "/" }],
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer", description: "An API key from Settings -> API keys" },
          session: { type: "apiKey", in: "cookie", name: "token" },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("cache-control", "no-cache").send(app.swagger()),
  );
};
