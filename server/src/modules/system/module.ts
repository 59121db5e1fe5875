import type { Module } from "../../kernel/module.ts";
import { makeEventPartitions } from "./event-partitions.ts";
import { systemData, systemStores } from "./system.data.ts";
import { systemRoutes } from "./system.routes.ts";
import { tidySystem } from "./tidy.ts";

export const system: Module = {
  name: "system",
  routes: systemRoutes,
  jobs: { system_tidy: tidySystem, system_event_partitions: makeEventPartitions },
  schedules: [
    { job: "system_tidy", cron: "17 3 * * *", why: "the register's retention of letters, limits and the egress ledger" },
    { job: "system_event_partitions", cron: "23 2 * * *", why: "the event stream's months are there before their first event" },
  ],
  start: async (kernel) => {
    await makeEventPartitions(kernel);
    return async () => {};
  },
  data: systemData,
  stores: systemStores,
};
