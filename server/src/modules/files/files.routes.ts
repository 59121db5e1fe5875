import { type AnyRoute, route } from "../../kernel/http.ts";
import { FilePath, FileQuery, FileView, uploadLimit } from "./files.api.ts";
import { serveFile } from "./serve.ts";
import { upload } from "./upload.ts";

export const fileRoutes: AnyRoute[] = [
  route({
    method: "POST",
    url: "/files",
    summary: "Upload a file, to be sent with a message",
    description: "multipart/form-data with one part `file` of at most 100 MB. What is not sent within a day is removed.",
    permission: "inbox.reply",
    multipartLimit: uploadLimit,
    status: 201,
    returns: FileView,
    handler: (ctx, _input, { request }) => upload(ctx, request),
  }),
  route({
    method: "GET",
    url: "/files/:fileId",
    summary: "The bytes of a file",
    description: "Answers Range and If-None-Match. Pictures, audio and video of known types are inline, anything else is an attachment.",
    permission: "inbox.read",
    params: FilePath,
    query: FileQuery,
    raw: true,
    handler: (ctx, { params, query }, { request, reply }) =>
      serveFile(ctx, params.fileId, { download: query.download === "true" }, request, reply),
  }),
];
