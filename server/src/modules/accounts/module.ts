import type { Module } from "../../kernel/module.ts";
import { accountsData, accountsStores } from "./accounts.data.ts";
import { accountEvents } from "./accounts.events.ts";
import { organizationRoutes } from "./organization.routes.ts";
import { accountPermissions } from "./permissions.ts";
import { sessionRoutes } from "./session.routes.ts";

export const accounts: Module = {
  name: "accounts",
  routes: [...sessionRoutes, ...organizationRoutes],
  permissions: accountPermissions,
  events: accountEvents,
  data: accountsData,
  stores: accountsStores,
};
