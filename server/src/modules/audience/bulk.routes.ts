import { route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { BulkJob, BulkPath, BulkProblem, BulkRequest } from "./bulk.api.ts";
import { startBulk } from "./bulk-start.ts";
import { cancelBulk, undoBulk } from "./bulk-undo.ts";
import { listBulk, listProblems, readBulk } from "./bulk-view.ts";

export const bulkRoutes = [
  route({
    method: "POST",
    url: "/bulk-jobs",
    summary: "Change many contacts at once",
    description:
      "Runs as a job; whom it is for is frozen first. Who does not match the filter any more when their turn comes is left out and counted. Erasing needs the permission `contacts.erase_many` and the number of people expected.",
    permission: "contacts.write",
    body: BulkRequest,
    returns: BulkJob,
    status: 201,
    handler: (ctx, { body }) => startBulk(ctx, body),
  }),
  route({
    method: "GET",
    url: "/bulk-jobs",
    summary: "List changes of many contacts, newest first",
    permission: "contacts.write",
    query: PageQuery,
    returns: pageOf(BulkJob),
    handler: (ctx, { query }) => listBulk(ctx, query),
  }),
  route({
    method: "GET",
    url: "/bulk-jobs/:bulkId",
    summary: "How far a change of many contacts has come",
    permission: "contacts.write",
    params: BulkPath,
    returns: BulkJob,
    handler: (ctx, { params }) => readBulk(ctx, params.bulkId),
  }),
  route({
    method: "GET",
    url: "/bulk-jobs/:bulkId/problems",
    summary: "List the contacts it could not change, and why",
    permission: "contacts.write",
    params: BulkPath,
    query: PageQuery,
    returns: pageOf(BulkProblem),
    handler: (ctx, { params, query }) => listProblems(ctx, params.bulkId, query),
  }),
  route({
    method: "POST",
    url: "/bulk-jobs/:bulkId/cancel",
    summary: "Stop a change of many contacts",
    permission: "contacts.write",
    params: BulkPath,
    returns: BulkJob,
    handler: (ctx, { params }) => cancelBulk(ctx, params.bulkId),
  }),
  route({
    method: "POST",
    url: "/bulk-jobs/:bulkId/undo",
    summary: "Take back what a change of many contacts put there, within seven days",
    permission: "contacts.write",
    params: BulkPath,
    returns: BulkJob,
    handler: (ctx, { params }) => undoBulk(ctx, params.bulkId),
  }),
];
