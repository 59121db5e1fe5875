import type { Module } from "../../kernel/module.ts";
import { accountsData, accountsStores } from "./accounts.data.ts";
import { accountEvents } from "./accounts.events.ts";
import { organizationRoutes } from "./organization.routes.ts";
import { accountPermissions } from "./permissions.ts";
import { sessionRoutes } from "./session.routes.ts";
import { tidyAccounts } from "./tidy.ts";

export const accounts: Module = {
  name: "accounts",
  routes: [...sessionRoutes, ...organizationRoutes],
  permissions: accountPermissions,
  events: accountEvents,
  jobs: { accounts_tidy: tidyAccounts },
  schedules: [
    { job: "accounts_tidy", cron: "27 3 * * *", why: "the register's retention of ended sessions, used tokens and unanswered invitations" },
  ],
  data: accountsData,
  stores: accountsStores,
};
