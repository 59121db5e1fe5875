import { type AnyRoute, route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { Export, ExportPath, ExportRequest } from "./export.api.ts";
import { askExport, listExports, readExport, removeExport } from "./export.ts";
import { exportFile } from "./export-file.ts";

const permission = "contacts.export" as const;

export const exportRoutes: AnyRoute[] = [
  route({
    method: "POST",
    url: "/exports",
    summary: "Give out contacts as a file: CSV, XLSX or JSON lines",
    description:
      "Written in the background, newest contacts first; contacts that come after the beginning are not among them. In CSV what a spreadsheet would run as a formula begins with an apostrophe; moments have the organization's time with its distance from UTC. The file goes after 7 days. The audit log keeps who asked for what and who fetched it.",
    permission,
    body: ExportRequest,
    status: 201,
    returns: Export,
    handler: (ctx, { body }) => askExport(ctx, body),
  }),
  route({
    method: "GET",
    url: "/exports",
    summary: "The exports, newest first",
    permission,
    query: PageQuery,
    returns: pageOf(Export),
    handler: (ctx, { query }) => listExports(ctx, query),
  }),
  route({
    method: "GET",
    url: "/exports/:exportId",
    summary: "How an export is going",
    permission,
    params: ExportPath,
    returns: Export,
    handler: (ctx, { params }) => readExport(ctx, params.exportId),
  }),
  route({
    method: "GET",
    url: "/exports/:exportId/file",
    summary: "Fetch the file of an export",
    permission,
    params: ExportPath,
    raw: true,
    handler: (ctx, { params }, { reply }) => exportFile(ctx, params.exportId, reply),
  }),
  route({
    method: "DELETE",
    url: "/exports/:exportId",
    summary: "Stop an export, or remove its file before its time",
    permission,
    params: ExportPath,
    handler: (ctx, { params }) => removeExport(ctx, params.exportId),
  }),
];
