import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cleanName } from "./file-name.ts";
import { uploadLimit } from "./files.api.ts";
import { pictureSize } from "./picture-size.ts";
import { fileColumns, presentFile } from "./present.ts";

/** The row comes first, as `pending`: bytes without a row would never be found again. */
export const upload = async (ctx: Ctx, request: FastifyRequest) => {
  const part = await partOf(request);
  const { files } = ctx.kernel;
  const id = newId();
  await ctx.transaction((tx) =>
    tx
      .insertInto("files")
      .values({ organization_id: ctx.organizationId, id, state: "pending", name: cleanName(part.filename), source: "upload" })
      .execute(),
  );
  try {
    const stored = await files.write(ctx.organizationId, id, part.file, uploadLimit, part.mimetype);
    if (part.file.truncated) throw tooLarge();
    if (stored.size === 0) throw new Refusal(400, "empty_file", "The file is empty.", { field: "file" });
    const picture = await pictureSize(files.path(ctx.organizationId, id), stored.mime);
    const row = await ctx.transaction((tx) =>
      tx
        .updateTable("files")
        .set({
          state: "stored",
          mime: stored.mime,
          size: String(stored.size),
          sha256: stored.sha256,
          width: picture?.width ?? null,
          height: picture?.height ?? null,
          stored_at: new Date(),
        })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", id)
        .returning(fileColumns)
        .executeTakeFirstOrThrow(),
    );
    return presentFile(row);
  } catch (error) {
    await files.remove(ctx.organizationId, id);
    await ctx.transaction((tx) => tx.deleteFrom("files").where("organization_id", "=", ctx.organizationId).where("id", "=", id).execute());
    throw error;
  }
};

const partOf = async (request: FastifyRequest): Promise<MultipartFile> => {
  if (!request.isMultipart()) {
    throw new Refusal(415, "unsupported_media_type", "Send the file as multipart/form-data with one part named file, at most 100 MB.", {
      field: "file",
      remedy: "Content-Type: multipart/form-data",
    });
  }
  const part = await request.file();
  if (!part)
    throw new Refusal(400, "invalid_input", "There is no file in the request.", { field: "file", remedy: "Add a part named file." });
  if (part.fieldname !== "file") {
    part.file.resume();
    throw new Refusal(400, "invalid_input", `The part is named ${part.fieldname.slice(0, 40)}.`, {
      field: "file",
      remedy: "Name it file.",
    });
  }
  return part;
};

const tooLarge = () =>
  new Refusal(413, "file_too_large", `The file is larger than ${uploadLimit / 1_000_000} MB.`, {
    field: "file",
    remedy: "Send a smaller file, or a link to it.",
  });
