import { randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Json, World } from "../world.ts";
import { tokenOf } from "./access.ts";
import { GraphError, notFound } from "./error.ts";

const kinds = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];

/** POST /{app}/uploads: opens a session for one file, as samples of template headers are handed in. */
export const openUpload = (world: World, request: FastifyRequest, appId: string): Json => {
  if (tokenOf(world, request).appId !== appId) throw notFound(appId);
  const query = { ...(request.query as Json), ...((request.body ?? {}) as Json) };
  const length = Number(query.file_length);
  if (!Number.isInteger(length) || length < 1) throw new GraphError(100, "(#100) The parameter file_length is required");
  if (!kinds.includes(String(query.file_type))) {
    throw new GraphError(100, `(#100) Param file_type must be one of {${kinds.join(", ")}}`, {
      details: "The file type is not supported.",
    });
  }
  const id = `upload:${randomBytes(12).toString("base64url")}?sig=${randomBytes(6).toString("base64url")}`;
  world.uploadSessions.set(id.split("?")[0] ?? id, { length, type: String(query.file_type) });
  return { id };
};

/** POST /{session}: the bytes; answers the handle that a template names. */
export const takeUpload = (world: World, request: FastifyRequest, id: string): Json => {
  tokenOf(world, request);
  const session = world.uploadSessions.get(id);
  if (!session) throw notFound(id);
  if (!/^OAuth /i.test(request.headers.authorization ?? "")) throw new GraphError(100, "(#100) Uploads are authorised with OAuth");
  if (request.headers.file_offset !== "0") throw new GraphError(100, "(#100) The header file_offset is required");
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (bytes.length !== session.length)
    throw new GraphError(100, `(#100) The upload has ${bytes.length} bytes, ${session.length} were announced`);
  world.uploadSessions.delete(id);
  const handle = `4::${Buffer.from(session.type).toString("base64url")}:${randomBytes(24).toString("base64url")}`;
  world.handles.set(handle, { type: session.type, size: bytes.length });
  world.changed();
  return { h: handle };
};
