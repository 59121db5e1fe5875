import { type AnyRoute, route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import {
  Import,
  ImportPath,
  ImportPreview,
  ImportPreviewQuery,
  ImportProblemQuery,
  ImportProblems,
  ImportSettings,
  ImportUndone,
  importLimit,
} from "./import.api.ts";
import { previewImport } from "./import-preview.ts";
import { importProblems, problemFile } from "./import-problems.ts";
import { removeImport } from "./import-remove.ts";
import { cancelImport, runImport } from "./import-run.ts";
import { checkImport } from "./import-settings.ts";
import { undoImport } from "./import-undo.ts";
import { uploadImport } from "./import-upload.ts";
import { listImports, readImport } from "./import-view.ts";

const permission = "contacts.import" as const;
const params = ImportPath;

export const importRoutes: AnyRoute[] = [
  route({
    method: "POST",
    url: "/imports",
    summary: "Upload a file of contacts, CSV or XLSX",
    description:
      "multipart/form-data with one part `file` of at most 500 MB. Nothing is taken in yet. The file goes 7 days after the last step.",
    permission,
    multipartLimit: importLimit,
    status: 201,
    returns: Import,
    handler: (ctx, _input, { request }) => uploadImport(ctx, request),
  }),
  route({
    method: "GET",
    url: "/imports",
    summary: "The imports, newest first",
    permission,
    query: PageQuery,
    returns: pageOf(Import),
    handler: (ctx, { query }) => listImports(ctx, query),
  }),
  route({
    method: "GET",
    url: "/imports/:importId",
    summary: "How an import is going",
    permission,
    params,
    returns: Import,
    handler: (ctx, input) => readImport(ctx, input.params.importId),
  }),
  route({
    method: "DELETE",
    url: "/imports/:importId",
    summary: "Remove an import's file and rows; the contacts stay",
    permission,
    params,
    handler: (ctx, input) => removeImport(ctx, input.params.importId),
  }),
  route({
    method: "GET",
    url: "/imports/:importId/preview",
    summary: "The first rows of the file, and where its columns seem to go",
    permission,
    params,
    query: ImportPreviewQuery,
    returns: ImportPreview,
    handler: (ctx, input) => previewImport(ctx, input.params.importId, input.query),
  }),
  route({
    method: "POST",
    url: "/imports/:importId/check",
    summary: "Go through the file without writing: how many new, changed, unchanged, wrong",
    description:
      "Works in the background; `GET /imports/{importId}` shows `checked` when it is done. Can be repeated with other settings until the import begins.",
    permission,
    params,
    body: ImportSettings,
    returns: Import,
    handler: (ctx, input) => checkImport(ctx, input.params.importId, input.body),
  }),
  route({
    method: "POST",
    url: "/imports/:importId/run",
    summary: "Take the contacts in, or go on after a cancel or a failure",
    permission,
    params,
    returns: Import,
    handler: (ctx, input) => runImport(ctx, input.params.importId),
  }),
  route({
    method: "POST",
    url: "/imports/:importId/cancel",
    summary: "Stop a check or an import; contacts that are in stay",
    permission,
    params,
    returns: Import,
    handler: (ctx, input) => cancelImport(ctx, input.params.importId),
  }),
  route({
    method: "POST",
    url: "/imports/:importId/undo",
    summary: "Take away the contacts the import made that nothing happened to since",
    permission,
    params,
    returns: ImportUndone,
    handler: (ctx, input) => undoImport(ctx, input.params.importId),
  }),
  route({
    method: "GET",
    url: "/imports/:importId/problems",
    summary: "Rows that were not taken, and why",
    permission,
    params,
    query: ImportProblemQuery,
    returns: ImportProblems,
    handler: (ctx, input) => importProblems(ctx, input.params.importId, input.query),
  }),
  route({
    method: "GET",
    url: "/imports/:importId/problems/file",
    summary: "Rows that were not taken as CSV, to be corrected and uploaded again",
    permission,
    params,
    raw: true,
    handler: (ctx, input, { reply }) => problemFile(ctx, input.params.importId, reply),
  }),
];
