import { type AnyRoute, route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { costBreakdown } from "./breakdown.ts";
import {
  BreakdownPath,
  CostEstimate,
  CostFilter,
  CostHints,
  CostLine,
  CostMessage,
  CostMessageQuery,
  EstimateQuery,
  MonthList,
  MonthOfCosts,
  MonthPath,
} from "./costs.api.ts";
import { estimate } from "./estimate.ts";
import { exportCosts } from "./export.ts";
import { costHints } from "./hints.ts";
import { costMessages } from "./messages.ts";
import { costMonth, costMonths } from "./months.ts";
import { recalculateMonth } from "./recalculate.ts";

export const costRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/costs/estimate",
    summary: "What one more message to a contact costs, before it is sent",
    permission: "inbox.reply",
    query: EstimateQuery,
    returns: CostEstimate,
    handler: (ctx, { query }) => estimate(ctx, query),
  }),
  route({
    method: "GET",
    url: "/costs/months",
    summary: "The months with costs, newest first",
    permission: "costs.read",
    returns: MonthList,
    handler: (ctx) => costMonths(ctx),
  }),
  route({
    method: "GET",
    url: "/costs/months/:month",
    summary: "A month's costs at a glance",
    description: "The month and its days are those of the organization's time zone.",
    permission: "costs.read",
    params: MonthPath,
    returns: MonthOfCosts,
    handler: (ctx, { params }) => costMonth(ctx, params.month),
  }),
  route({
    method: "GET",
    url: "/costs/months/:month/by/:by",
    summary: "A month's costs by number, sender, contact, template, category or country, dearest first",
    permission: "costs.read",
    params: BreakdownPath,
    query: PageQuery,
    returns: pageOf(CostLine),
    handler: (ctx, { params, query }) => costBreakdown(ctx, params.month, params.by, query),
  }),
  route({
    method: "GET",
    url: "/costs/months/:month/messages",
    summary: "The messages that a sum counts, newest first",
    permission: "costs.read",
    params: MonthPath,
    query: CostMessageQuery,
    returns: pageOf(CostMessage),
    handler: (ctx, { params, query }) => costMessages(ctx, params.month, query),
  }),
  route({
    method: "GET",
    url: "/costs/months/:month/hints",
    summary: "What could have cost less",
    permission: "costs.read",
    params: MonthPath,
    returns: CostHints,
    handler: (ctx, { params }) => costHints(ctx, params.month),
  }),
  route({
    method: "GET",
    url: "/costs/months/:month/export",
    summary: "A month's messages with their costs as CSV",
    permission: "costs.read",
    raw: true,
    params: MonthPath,
    query: CostFilter,
    handler: (ctx, { params, query }, { reply }) => exportCosts(ctx, params.month, query, reply),
  }),
  route({
    method: "POST",
    url: "/costs/months/:month/recalculation",
    summary: "Price a month's messages anew by today's price table",
    permission: "costs.manage",
    params: MonthPath,
    handler: (ctx, { params }) => recalculateMonth(ctx, params.month),
  }),
];
