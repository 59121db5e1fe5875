import { z } from "zod";

/** Also the largest document WhatsApp takes; smaller limits of images and videos are asked when they are sent. */
export const uploadLimit = 100_000_000;

export const FilePath = z.object({ fileId: z.uuid() });
export const FileQuery = z.object({
  download: z.enum(["true", "false"]).optional().describe("`true`: as an attachment, whatever the type"),
});
export const FileView = z
  .object({
    id: z.uuid(),
    state: z.enum(["pending", "stored", "failed"]),
    name: z.string().nullable(),
    mime: z.string().nullable(),
    size: z.number().nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    failure: z.string().nullable(),
  })
  .meta({
    id: "File",
    description: "Bytes at GET /files/{fileId}; an image, audio or video may be shown inline, anything else is an attachment",
  });
