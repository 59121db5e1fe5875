import type { FastifyRequest } from "fastify";
import { audit } from "../../kernel/audit.ts";
import { Refusal } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cleanName } from "../files/index.ts";
import { importLimit } from "./import.api.ts";
import { importColumns, presentImport } from "./import-view.ts";
import { formatOf, guessReading } from "./source-open.ts";

/** Streams the file to disk and looks at how it is written; nothing is taken in yet. */
export const uploadImport = async (ctx: Ctx, request: FastifyRequest) => {
  if (!request.isMultipart())
    throw new Refusal(415, "unsupported_media_type", "Send the file as multipart/form-data with one part named file, at most 500 MB.", {
      field: "file",
      remedy: "Content-Type: multipart/form-data",
    });
  const part = await request.file({ limits: { fileSize: importLimit } });
  if (part?.fieldname !== "file") {
    part?.file.resume();
    throw new Refusal(400, "invalid_input", "There is no part named file in the request.", { field: "file", remedy: "Add one." });
  }
  const { files } = ctx.kernel;
  const id = newId();
  try {
    const stored = await files.write(ctx.organizationId, id, part.file, importLimit, part.mimetype);
    if (part.file.truncated)
      throw new Refusal(413, "file_too_large", "The file is larger than 500 MB.", { field: "file", remedy: "Divide it." });
    if (stored.size === 0) throw new Refusal(400, "empty_file", "The file is empty.", { field: "file" });
    const path = files.path(ctx.organizationId, id);
    const format = await formatOf(path);
    const { reading } = await guessReading({ path, size: stored.size, format });
    return await ctx.transaction(async (tx) => {
      const row = await tx
        .insertInto("imports")
        .values({
          organization_id: ctx.organizationId,
          id,
          file_name: cleanName(part.filename),
          file_size: String(stored.size),
          format,
          reading: JSON.stringify(reading),
          created_by: JSON.stringify(ctx.actor),
        })
        .returning(importColumns)
        .executeTakeFirstOrThrow();
      await audit(tx, ctx, "import.uploaded", { importId: id }, { size: stored.size });
      return presentImport(row);
    });
  } catch (error) {
    await files.remove(ctx.organizationId, id);
    throw error;
  }
};
