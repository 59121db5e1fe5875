import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { notFound } from "./errors.ts";

const sdk = join(import.meta.dirname, "../../../sdk");
const year = "public, max-age=31536000, immutable";
const minutes = "public, max-age=300, stale-while-revalidate=86400";

type File = { plain: Buffer; gzip: Buffer; br: Buffer; type: string; cache: string; etag: string };

/**
 * The browser SDK for websites of other origins: /sdk/candor-<version>.js for good, /sdk/candor.js as it is now, /sdk/candor.json with version,
 * integrity and stub. Released versions stay: a page that pins one by its hash keeps working after an upgrade.
 */
export const serveSdk = (app: FastifyInstance) => {
  const files = filesOf();
  app.get<{ Params: { file: string } }>("/sdk/:file", { schema: { hide: true } }, async (request, reply) => {
    const file = files.get(request.params.file);
    reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin");
    if (!file) return reply.status(404).type("application/json").send(notFound("address").body());
    reply.header("cache-control", file.cache).header("vary", "accept-encoding").header("etag", file.etag);
    if (request.headers["if-none-match"] === file.etag) return reply.status(304).send();
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding = (["br", "gzip"] as const).find((one) => new RegExp(`\\b${one}\\b(?!;q=0(\\.0*)?(,|$))`).test(accepted));
    if (encoding) reply.header("content-encoding", encoding);
    return reply.type(file.type).send(file[encoding ?? "plain"]);
  });
};

const filesOf = (): Map<string, File> => {
  const files = new Map<string, File>();
  const add = (name: string, plain: Buffer, type: string, cache: string) =>
    files.set(name, {
      plain,
      gzip: gzipSync(plain, { level: 9 }),
      br: brotliCompressSync(plain),
      type,
      cache,
      etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    });
  const script = "text/javascript; charset=utf-8";
  const dist = join(sdk, "dist");
  if (existsSync(join(dist, "manifest.json"))) {
    const manifest = readFileSync(join(dist, "manifest.json"));
    const { version } = JSON.parse(manifest.toString()) as { version: string };
    const code = readFileSync(join(dist, "candor.js"));
    add("candor.json", manifest, "application/json; charset=utf-8", minutes);
    add("candor.js", code, script, minutes);
    add(`candor-${version}.js`, code, script, year);
  }
  const releases = join(sdk, "releases");
  if (existsSync(releases))
    for (const name of readdirSync(releases).filter((one) => /^candor-[\w.-]+\.js$/.test(one)))
      add(name, readFileSync(join(releases, name)), script, year);
  return files;
};
