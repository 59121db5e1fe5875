import { route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { AuditEntry, Letter } from "../accounts/accounts.api.ts";
import { auditLog } from "./audit-log.ts";
import { outbox } from "./outbox.ts";

export const systemRoutes = [
  route({
    method: "GET",
    url: "/outbox",
    summary: "Letters the organization sent, or would have sent without mail set up",
    permission: "organization.manage",
    query: PageQuery,
    returns: pageOf(Letter),
    handler: (ctx, { query }) => outbox(ctx, query),
  }),
  route({
    method: "GET",
    url: "/audit-log",
    summary: "Who did what, newest first",
    permission: "audit.read",
    query: PageQuery,
    returns: pageOf(AuditEntry),
    handler: (ctx, { query }) => auditLog(ctx, query),
  }),
];
