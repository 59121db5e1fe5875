import { type AnyRoute, route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { Company, CompanyChange, CompanyPath, CompanyQuery, CompanyRequest } from "./companies.api.ts";
import { readCompany } from "./company.ts";
import { changeCompany, createCompany } from "./company-change.ts";
import { deleteCompany } from "./company-leave.ts";
import { listCompanies, listPeople } from "./company-list.ts";
import { ContactSummary } from "./contacts.api.ts";

const params = CompanyPath;

export const companyRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/companies",
    summary: "List and search companies, by name",
    permission: "contacts.read",
    query: CompanyQuery,
    returns: pageOf(Company),
    handler: (ctx, { query }) => listCompanies(ctx, query),
  }),
  route({
    method: "POST",
    url: "/companies",
    summary: "Create a company",
    description: "Answers 409 `company_exists` where there is one of this name; its id stands in `remedy`.",
    permission: "contacts.write",
    body: CompanyRequest,
    returns: Company,
    status: 201,
    handler: (ctx, { body }) => createCompany(ctx, body),
  }),
  route({
    method: "GET",
    url: "/companies/:companyId",
    summary: "Read a company",
    permission: "contacts.read",
    params,
    returns: Company,
    handler: (ctx, { params }) => readCompany(ctx, params.companyId),
  }),
  route({
    method: "PATCH",
    url: "/companies/:companyId",
    summary: "Change a company; its people carry a new name at once, more than 500 of them within seconds",
    permission: "contacts.write",
    params,
    body: CompanyChange,
    returns: Company,
    handler: (ctx, { params, body }) => changeCompany(ctx, params.companyId, body),
  }),
  route({
    method: "DELETE",
    url: "/companies/:companyId",
    summary: "Delete a company; its people and deals stay, without a company",
    permission: "contacts.write",
    params,
    handler: (ctx, { params }) => deleteCompany(ctx, params.companyId),
  }),
  route({
    method: "GET",
    url: "/companies/:companyId/people",
    summary: "The contacts that belong to a company, newest first",
    permission: "contacts.read",
    params,
    query: PageQuery,
    returns: pageOf(ContactSummary),
    handler: (ctx, { params, query }) => listPeople(ctx, params.companyId, query),
  }),
];
