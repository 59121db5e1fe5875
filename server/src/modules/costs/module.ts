import { consume } from "../../kernel/consumers.ts";
import type { Module } from "../../kernel/module.ts";
import { costsData } from "./costs.data.ts";
import { costsEvents } from "./costs.events.ts";
import { costRoutes } from "./costs.routes.ts";
import { priceRoutes } from "./price.routes.ts";
import { costJobs } from "./recalculate.ts";
import { costEvents, recordCosts } from "./record.ts";

export const costs: Module = {
  name: "costs",
  permissions: {
    "costs.read": "See what messages cost, and the price table",
    "costs.manage": "Change the price table and how costs are counted",
  },
  routes: [...costRoutes, ...priceRoutes],
  events: costsEvents,
  jobs: costJobs,
  data: costsData,
  start: (kernel) => consume(kernel, "costs", { names: costEvents, handle: recordCosts }),
};
