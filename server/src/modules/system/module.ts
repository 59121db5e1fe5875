import type { Module } from "../../kernel/module.ts";
import { systemData, systemStores } from "./system.data.ts";
import { systemRoutes } from "./system.routes.ts";
import { tidySystem } from "./tidy.ts";

export const system: Module = {
  name: "system",
  routes: systemRoutes,
  jobs: { system_tidy: tidySystem },
  schedules: [{ job: "system_tidy", cron: "17 3 * * *", why: "the register's retention of letters, limits and the egress ledger" }],
  data: systemData,
  stores: systemStores,
};
