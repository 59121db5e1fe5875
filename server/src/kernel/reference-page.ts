import type { FastifyInstance } from "fastify";
import { referenceStyle } from "./reference-style.ts";

type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  pattern?: string;
  default?: unknown;
};
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema };
type Operation = {
  summary?: string;
  description?: string;
  tags?: string[];
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>;
  security?: unknown[];
};
type Document = {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
};

/** GET /api/docs: the description as a page to read, made on the server, without a script. */
export const serveReference = (app: FastifyInstance) => {
  app.get("/api/docs", { schema: { hide: true } }, async (request, reply) =>
    reply.type("text/html; charset=utf-8").send(page(app.swagger() as unknown as Document, request.nonce)),
  );
};

const page = (document: Document, nonce: string) => {
  const groups = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? "other";
      groups.set(tag, [...(groups.get(tag) ?? []), describe(path, method, operation)]);
      links.set(tag, [
        ...(links.get(tag) ?? []),
        `<li><a href="#${operation.operationId}"><b class="${method}">${method.toUpperCase()}</b> ${escaped(path.replace("/api/v1", ""))}</a></li>`,
      ]);
    }
  const schemas = Object.entries(document.components?.schemas ?? {})
    .filter(([name]) => !name.endsWith("Input"))
    .map(
      ([name, schema]) =>
        `<section class="op" id="schema-${name}"><h3>${name}</h3>${described(schema.description)}${fields(schema)}</section>`,
    );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Candor API</title><style nonce="${nonce}">${referenceStyle}</style></head><body>
<nav aria-label="Contents"><h1>Candor API</h1><p><a href="/api/openapi.json">openapi.json</a> · <a href="/">Back to Candor</a></p>${[...links].map(([tag, items]) => `<h2>${escaped(tag)}</h2><ul>${items.join("")}</ul>`).join("")}<h2>Shapes</h2><ul>${
    schemas.length > 0
      ? Object.keys(document.components?.schemas ?? {})
          .filter((name) => !name.endsWith("Input"))
          .map((name) => `<li><a href="#schema-${name}">${name}</a></li>`)
          .join("")
      : ""
  }</ul></nav>
<main><p class="lead">${prose(document.info.description ?? "")}</p><pre>curl -H "Authorization: Bearer $KEY" ${"$ADDRESS"}/api/v1/conversations?limit=10</pre>${[...groups].map(([tag, operations]) => `<h2>${escaped(tag)}</h2>${operations.join("")}`).join("")}<h2>Shapes</h2>${schemas.join("")}</main></body></html>`;
};

const describe = (path: string, method: string, operation: Operation) => {
  const inputs = (operation.parameters ?? []).map((parameter) =>
    row(
      parameter.name,
      parameter.schema ?? {},
      parameter.required === true,
      `${parameter.in}. ${parameter.description ?? parameter.schema?.description ?? ""}`,
    ),
  );
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  const answers = Object.entries(operation.responses).map(([status, response]) => {
    const schema = Object.values(response.content ?? {})[0]?.schema;
    return `<p><code>${status}</code> ${schema && schema.type !== "null" ? shape(schema) : "no body"}</p>${schema?.properties ? fields(schema) : ""}`;
  });
  return `<section class="op" id="${operation.operationId}"><h3><b class="${method}">${method.toUpperCase()}</b> <code>${escaped(path)}</code></h3><p>${escaped(operation.summary ?? "")}</p>${described(operation.description)}${
    inputs.length > 0 ? `<table><caption>Parameters</caption>${inputs.join("")}</table>` : ""
  }${body ? `<h4>Body, ${escaped(body[0])}</h4><p>${body[1].schema.properties ? "" : shape(body[1].schema)}</p>${fields(body[1].schema)}` : ""}<h4>Answer</h4>${answers.join("")}</section>`;
};

const fields = (schema: Schema): string => {
  const variants = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (!schema.properties && variants) return variants.map((variant) => fields(variant)).join("");
  if (!schema.properties) return "";
  return `<table>${Object.entries(schema.properties)
    .map(([name, part]) => row(name, part, schema.required?.includes(name) === true, part.description ?? ""))
    .join("")}</table>`;
};

const row = (name: string, schema: Schema, required: boolean, text: string) =>
  `<tr><th scope="row"><code>${escaped(name)}</code>${required ? "" : " <i>optional</i>"}</th><td>${shape(schema)} ${limits(schema)}<br>${prose(text)}</td></tr>`;

const shape = (schema: Schema): string => {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1).replace(/Input$/, "");
    return `<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return `<code>${escaped(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((one) => `<code>${escaped(JSON.stringify(one))}</code>`).join(" | ");
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) return variants.map(shape).join(" | ");
  if (schema.type === "array") return `list of ${shape(schema.items ?? {})}`;
  if (schema.type === "object" && !schema.properties && typeof schema.additionalProperties === "object")
    return `object of ${shape(schema.additionalProperties)}`;
  return escaped([schema.type ?? "any"].flat().join(" | ") + (schema.format ? ` (${schema.format})` : ""));
};

const limits = (schema: Schema) => {
  const parts = [
    schema.minLength === undefined ? "" : `at least ${schema.minLength} characters`,
    schema.maxLength === undefined ? "" : `at most ${schema.maxLength} characters`,
    schema.minimum === undefined || schema.minimum < -1e15 ? "" : `from ${schema.minimum}`,
    schema.maximum === undefined || schema.maximum > 1e15 ? "" : `to ${schema.maximum}`,
    schema.maxItems === undefined ? "" : `at most ${schema.maxItems} items`,
    schema.default === undefined ? "" : `default ${JSON.stringify(schema.default)}`,
  ].filter(Boolean);
  return parts.length > 0 ? `<small>${escaped(parts.join(", "))}</small>` : "";
};

const described = (text: string | undefined) => (text ? `<p class="muted">${prose(text)}</p>` : "");
const prose = (text: string) =>
  escaped(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replaceAll("\n\n", "<br>");
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
