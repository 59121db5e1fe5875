import { createHmac } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sampleById, sha256 } from "../media/samples.ts";
import type { Account, Json, Media, PhoneNumber, World } from "../world.ts";
import { known, tokenOf } from "./access.ts";
import { GraphError, invalid, mediaUpload, missing, notFound } from "./error.ts";

const MB = 1_000_000;

/** What may be uploaded and how large (where pages of Meta differ, the smaller). */
const kinds: [match: RegExp, most: number][] = [
  [/^image\/(jpeg|png)$/, 5 * MB],
  [/^video\/(mp4|3gpp)$/, 16 * MB],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)$/, 16 * MB],
  [/^image\/webp$/, 500_000],
  [/^(text\/plain|application\/pdf|application\/msword|application\/vnd\.ms-(excel|powerpoint))$/, 100 * MB],
  [/^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml|spreadsheetml|presentationml)\./, 100 * MB],
];

const magic: Record<string, RegExp> = {
  "image/png": /^\x89PNG/,
  "image/jpeg": /^\xff\xd8\xff/,
  "image/webp": /^RIFF.{4}WEBP/s,
  "application/pdf": /^%PDF/,
  "audio/ogg": /^OggS.*OpusHead/s,
  "audio/amr": /^#!AMR/,
  "audio/mp4": /^.{4}ftyp/s,
  "video/mp4": /^.{4}ftyp/s,
  "video/3gpp": /^.{4}ftyp/s,
};

export const upload = async (world: World, number: PhoneNumber, request: FastifyRequest): Promise<Json> => {
  const fields: Record<string, string> = {};
  let file: { bytes: Buffer; mimeType: string; filename: string } | undefined;
  if (!request.isMultipart()) throw missing("file");
  for await (const part of request.parts({ limits: { fileSize: 100 * MB + 1, files: 1 } })) {
    if (part.type === "field") fields[part.fieldname] = String(part.value);
    else file = { bytes: await part.toBuffer(), mimeType: part.mimetype, filename: part.filename };
  }
  if (fields.messaging_product !== "whatsapp") throw invalid("messaging_product", "must be whatsapp");
  if (!file) throw missing("file");
  const mimeType = (fields.type?.includes("/") ? fields.type : file.mimeType).toLowerCase();
  checkFile(mimeType.replace(/;.*$/, "").trim(), file.bytes);

  const media = keep(world, { mimeType, bytes: file.bytes, accountId: number.accountId, filename: file.filename });
  world.received.uploads.push({
    id: media.id,
    phoneNumberId: number.phoneNumberId,
    mimeType,
    size: media.bytes.length,
  });
  world.changed();
  return { id: media.id };
};

const checkFile = (mimeType: string, bytes: Buffer): void => {
  const kind = kinds.find(([match]) => match.test(mimeType));
  if (!kind) {
    throw new GraphError(
      100,
      `(#100) Param file must be a file with one of the following types: audio/aac, audio/mp4, audio/mpeg, audio/amr, audio/ogg, application/pdf, image/jpeg, image/png, image/webp, text/plain, video/mp4, video/3gpp. Received file of type '${mimeType}'.`,
    );
  }
  if (bytes.length === 0) throw mediaUpload("The file is empty.");
  if (bytes.length > kind[1]) throw mediaUpload(`File size of ${bytes.length} bytes is above the limit of ${kind[1]} for ${mimeType}.`);
  const start = magic[mimeType];
  if (start && !start.test(bytes.toString("latin1", 0, 200))) throw mediaUpload(`The file is not ${mimeType}.`);
};

export const keep = (world: World, made: Omit<Media, "id" | "sha256">): Media => {
  const media = { id: world.newId(), sha256: sha256(made.bytes), ...made };
  world.media.set(media.id, media);
  return media;
};

export const mediaById = (world: World, id: string): Media | undefined => world.media.get(id) ?? sampleById(id);

/** GET /{media_id}: where the file can be had for the next five minutes. */
export const describe = (world: World, request: FastifyRequest, media: Media): Json => {
  const { phone_number_id: asked } = request.query as Record<string, string | undefined>;
  const token = tokenOf(world, request);
  if (media.accountId && !token.accountIds.includes(media.accountId)) throw notFound(media.id);
  if (asked && !token.accountIds.includes(world.numbers.get(asked)?.accountId ?? "")) throw notFound(media.id);
  return {
    messaging_product: "whatsapp",
    url: `http://${request.headers.host}${signedPath(world, media, Math.floor(world.clock.elapsed() / 1000) + 300)}`,
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: media.bytes.length,
    id: media.id,
  };
};

/** The `url` that newer webhooks put beside the media id. */
export const signedPath = (world: World, media: Media, until: number): string =>
  `/whatsapp_business/attachments/?mid=${media.id}&source=getMedia&ext=${until}&hash=${hashOf(world, media.id, until)}`;

const hashOf = (world: World, id: string, until: number) =>
  createHmac("sha256", `sandbox:${world.seed}`).update(`${id}:${until}`).digest("base64url").slice(0, 24);

export const download = (world: World, request: FastifyRequest, reply: FastifyReply) => {
  const { mid = "", ext = "", hash } = request.query as Record<string, string | undefined>;
  const token = known(world, /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "");
  if (!token || token.expired) return reply.code(401).type("text/plain").send("Authentication failed");
  if (!request.headers["user-agent"]) return reply.code(400).type("text/plain").send("User-Agent is required");
  const media = mediaById(world, mid);
  const fresh = Number(ext) * 1000 > world.clock.elapsed() && hash === hashOf(world, mid, Number(ext));
  const ours = !media?.accountId || token.accountIds.includes(media.accountId);
  if (!media || !fresh || !ours) return reply.code(404).type("text/plain").send("URL signature expired");
  return reply.type(media.mimeType).header("content-length", media.bytes.length).send(media.bytes);
};

export const forget = (world: World, account: Account | undefined, media: Media): Json => {
  if (!account || media.accountId !== account.accountId) throw notFound(media.id);
  world.media.delete(media.id);
  return { success: true };
};
