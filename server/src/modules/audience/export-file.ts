import type { FastifyReply } from "fastify";
import { audit } from "../../kernel/audit.ts";
import { conflict, Refusal } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { disposition } from "../files/index.ts";
import { requireExport } from "./export.ts";
import { mimes } from "./export-write.ts";

export const exportFile = async (ctx: Ctx, exportId: string, reply: FastifyReply) => {
  const row = await ctx.transaction(async (tx) => {
    const found = await requireExport(tx, ctx.organizationId, exportId);
    if (found.state === "waiting" || found.state === "running")
      throw conflict("export_pending", "This file is still being written.", "Try again in a few seconds.");
    if (found.state !== "done") throw conflict("export_gone", "This file is not there any more.", "Export again.");
    await audit(tx, ctx, "contacts.export_downloaded", { exportId });
    return found;
  });
  const size = await ctx.kernel.files.size(ctx.organizationId, exportId);
  if (size === null) throw new Refusal(404, "file_missing", "The file is not on this server.", { remedy: "Export again." });
  reply.headers({
    "content-type": mimes[row.format as keyof typeof mimes],
    "content-disposition": disposition("attachment", row.file_name),
    "content-length": String(size),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  return reply.send(ctx.kernel.files.read(ctx.organizationId, exportId));
};
