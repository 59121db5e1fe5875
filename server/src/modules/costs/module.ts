import type { ConsumedEvent } from "../../kernel/consumers.ts";
import { consume } from "../../kernel/consumers.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Module } from "../../kernel/module.ts";
import { costsData } from "./costs.data.ts";
import { costsEvents } from "./costs.events.ts";
import { costRoutes } from "./costs.routes.ts";
import { followMerges, mergedEvents } from "./merged.ts";
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
  start: (kernel) => consume(kernel, "costs", { names: [...costEvents, ...mergedEvents], handle: followStream }),
};

/** Costs by the messages as they are now, then the sums of people by whose they are now. */
const followStream = async (tx: Tx, events: ConsumedEvent[]): Promise<void> => {
  const merges = events.filter(({ name }) => name === "contact.merged" || name === "contact.unmerged");
  await recordCosts(
    tx,
    events.filter((event) => !merges.includes(event)),
  );
  if (merges.length > 0) await followMerges(tx, merges);
};
