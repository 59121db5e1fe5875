import { type AnyRoute, route } from "../../kernel/http.ts";
import { pageOf } from "../../kernel/page.ts";
import {
  CostSettings,
  CostSettingsChange,
  Markets,
  NewPrice,
  PriceImport,
  PriceImported,
  PricePath,
  PriceQuery,
  PriceRowView,
} from "./costs.api.ts";
import { importPrices } from "./price-import.ts";
import { addPrice, markets, prices, retirePrice } from "./prices.ts";
import { changeCostSettings, costSettings } from "./settings.ts";

export const priceRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/costs/prices",
    summary: "The price table: the organization's own rows and those that ship with the program",
    permission: "costs.read",
    query: PriceQuery,
    returns: pageOf(PriceRowView),
    handler: (ctx, { query }) => prices(ctx, query),
  }),
  route({
    method: "POST",
    url: "/costs/prices",
    summary: "Add or correct a price of one's own",
    description: "Months with costs since that day are priced anew.",
    permission: "costs.manage",
    body: NewPrice,
    status: 201,
    returns: PriceRowView.pick({ market: true, category: true, currency: true, priceMicros: true, validFrom: true }).meta({
      id: "PriceAdded",
    }),
    handler: (ctx, { body }) => addPrice(ctx, body),
  }),
  route({
    method: "DELETE",
    url: "/costs/prices/:priceId",
    summary: "Take a price of one's own out of force; the row stays in the record",
    permission: "costs.manage",
    params: PricePath,
    handler: (ctx, { params }) => retirePrice(ctx, params.priceId),
  }),
  route({
    method: "POST",
    url: "/costs/prices/import",
    summary: "Import prices from CSV, all or none",
    description:
      "One price a row (market or country, category, price, currency, valid from), or Meta's rate card with a column for each category.",
    permission: "costs.manage",
    body: PriceImport,
    returns: PriceImported,
    handler: (ctx, { body }) => importPrices(ctx, body),
  }),
  route({
    method: "GET",
    url: "/costs/markets",
    summary: "Meta's markets and the countries each prices",
    permission: "costs.read",
    returns: Markets,
    handler: (ctx) => markets(ctx),
  }),
  route({
    method: "GET",
    url: "/costs/settings",
    summary: "In which currency costs are counted, and whether replies show theirs",
    permission: "costs.read",
    returns: CostSettings,
    handler: (ctx) => costSettings(ctx),
  }),
  route({
    method: "PATCH",
    url: "/costs/settings",
    summary: "Change how costs are counted and shown",
    permission: "costs.manage",
    body: CostSettingsChange,
    returns: CostSettings,
    handler: (ctx, { body }) => changeCostSettings(ctx, body),
  }),
];
