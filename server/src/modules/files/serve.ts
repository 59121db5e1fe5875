import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { conflict, notFound, Refusal } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { disposition } from "./file-name.ts";

/** What a browser only draws or plays. Everything else (HTML, SVG, PDF, scripts) is saved, never opened on our origin. */
const harmless = new Set([
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "video/mp4",
  "video/3gpp",
  "video/webm",
  "video/ogg",
  "audio/ogg",
  "audio/aac",
  "audio/mpeg",
  "audio/amr",
  "audio/webm",
  "audio/mp4",
  "audio/x-m4a",
]);

/** RFC 9110 §13 (conditions) and §14 (one range; several are answered with the whole, which §14.2 allows). */
export const serveFile = async (ctx: Ctx, fileId: string, options: { download: boolean }, request: FastifyRequest, reply: FastifyReply) => {
  const file = await ctx.transaction((tx) =>
    tx
      .selectFrom("files")
      .select(["state", "name", "mime", "sha256", "failure", "stored_at"])
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", fileId)
      .executeTakeFirst(),
  );
  if (!file) throw notFound("file");
  if (file.state === "pending") throw conflict("file_pending", "This file is still being fetched.", "Try again in a few seconds.");
  if (file.state === "failed")
    throw new Refusal(404, "file_failed", "This file could not be fetched from the provider.", {
      remedy: "Ask the customer to send it again.",
    });
  const size = await ctx.kernel.files.size(ctx.organizationId, fileId);
  if (size === null) {
    ctx.log.error({ fileId }, "a stored file has no bytes on disk");
    throw new Refusal(404, "file_missing", "The bytes of this file are not on this server.", {
      remedy: "Restore the folder `files` from the backup.",
    });
  }

  const mime = file.mime ?? "application/octet-stream";
  const inline = harmless.has(mime.split(";")[0]?.trim() ?? "") && !options.download;
  const tag = `"${file.sha256 ?? fileId}"`;
  reply.headers({
    "content-type": mime,
    "content-disposition": disposition(inline ? "inline" : "attachment", file.name),
    "cache-control": "private, max-age=31536000, immutable",
    etag: tag,
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  if (matches(request.headers["if-none-match"], tag)) return reply.status(304).removeHeader("content-type").send();

  const fresh = request.headers["if-range"] === undefined || request.headers["if-range"] === tag;
  const range = fresh ? readRange(request.headers.range, size) : null;
  if (range === "beyond") {
    return reply
      .status(416)
      .headers({ "content-range": `bytes */${size}`, "cache-control": "no-store" })
      .removeHeader("content-disposition")
      .type("application/json")
      .send(JSON.stringify({ error: { code: "range_not_satisfiable", message: `The file has ${size} bytes.` } }));
  }
  const length = range ? range.end - range.start + 1 : size;
  reply.header("content-length", String(length));
  if (range) reply.status(206).header("content-range", `bytes ${range.start}-${range.end}/${size}`);
  // An empty stream: for an empty payload Fastify would announce a length of 0.
  if (request.method === "HEAD") return reply.send(Readable.from([]));
  return reply.send(ctx.kernel.files.read(ctx.organizationId, fileId, range ?? undefined));
};

const matches = (header: string | undefined, tag: string) =>
  header?.split(",").some((given) => given.trim() === "*" || given.trim().replace(/^W\//, "") === tag);

/** null: no range asked for, or one of a form that may be ignored. */
const readRange = (header: string | undefined, size: number): { start: number; end: number } | "beyond" | null => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return null;
  if (found[1] === "") {
    const last = Number(found[2]);
    return last === 0 || size === 0 ? "beyond" : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(found[1]);
  const end = found[2] === "" ? size - 1 : Math.min(Number(found[2]), size - 1);
  if (found[2] !== "" && Number(found[2]) < start) return null;
  return start >= size ? "beyond" : { start, end };
};
