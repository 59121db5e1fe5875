import { type AnyRoute, route } from "../../kernel/http.ts";
import { pageOf } from "../../kernel/page.ts";
import { Company, CompanyMerge, CompanyPath } from "../contacts/companies.api.ts";
import { readDeal } from "./deal.ts";
import { changeDeal, deleteDeal } from "./deal-change.ts";
import { createDeal } from "./deal-create.ts";
import { dealHistory } from "./deal-history.ts";
import { listDeals } from "./deal-list.ts";
import { moveDeal } from "./deal-move.ts";
import { dealTotals } from "./deal-totals.ts";
import { Deal, DealChange, DealHistory, DealMove, DealPath, DealQuery, DealRequest, DealTotals, TotalsQuery } from "./deals.api.ts";
import { mergeCompanies } from "./merge-companies.ts";

const params = DealPath;

export const dealRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/deals",
    summary: "List deals of a pipeline, stage, owner, company, person or expected date",
    permission: "sales.read",
    query: DealQuery,
    returns: pageOf(Deal),
    handler: (ctx, { query }) => listDeals(ctx, query),
  }),
  route({
    method: "GET",
    url: "/deals/totals",
    summary: "Number, value and weighted value of the deals in each stage of a pipeline, by currency",
    permission: "sales.read",
    query: TotalsQuery,
    returns: DealTotals,
    handler: (ctx, { query }) => dealTotals(ctx, query),
  }),
  route({
    method: "POST",
    url: "/deals",
    summary: "Create a deal",
    permission: "sales.write",
    body: DealRequest,
    returns: Deal,
    status: 201,
    handler: (ctx, { body }) => createDeal(ctx, body),
  }),
  route({
    method: "GET",
    url: "/deals/:dealId",
    summary: "Read a deal",
    permission: "sales.read",
    params,
    returns: Deal,
    handler: (ctx, { params }) => readDeal(ctx, params.dealId),
  }),
  route({
    method: "PATCH",
    url: "/deals/:dealId",
    summary: "Change a deal",
    permission: "sales.write",
    params,
    body: DealChange,
    returns: Deal,
    handler: (ctx, { params, body }) => changeDeal(ctx, params.dealId, body),
  }),
  route({
    method: "DELETE",
    url: "/deals/:dealId",
    summary: "Delete a deal with its tasks and activities",
    permission: "sales.write",
    params,
    handler: (ctx, { params }) => deleteDeal(ctx, params.dealId),
  }),
  route({
    method: "PUT",
    url: "/deals/:dealId/stage",
    summary: "Move a deal to a stage, and to a place in its column; into won or lost it decides the deal",
    description: "Answers 409 `deal_moved` where `fromStageId` is given and somebody has moved the deal elsewhere meanwhile.",
    permission: "sales.write",
    params,
    body: DealMove,
    returns: Deal,
    handler: (ctx, { params, body }) => moveDeal(ctx, params.dealId, body),
  }),
  route({
    method: "GET",
    url: "/deals/:dealId/history",
    summary: "The stages a deal went through, oldest first",
    permission: "sales.read",
    params,
    returns: DealHistory,
    handler: (ctx, { params }) => dealHistory(ctx, params.dealId),
  }),
  route({
    method: "POST",
    url: "/companies/:companyId/merge",
    summary: "Merge another company into this one",
    description:
      "People, deals, tasks and activities of the other one move; facts this one does not have are taken over; the other one is gone. More than 500 people follow within seconds. Cannot be undone.",
    permission: "contacts.write",
    params: CompanyPath,
    body: CompanyMerge,
    returns: Company,
    handler: async (ctx, { params, body }) => mergeCompanies(ctx, params.companyId, body.otherId),
  }),
];
