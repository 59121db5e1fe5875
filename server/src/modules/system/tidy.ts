import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";

/** What system.data.ts promises to keep no longer. Small tables, once a day. */
export const tidySystem = async (kernel: Kernel) => {
  const { system } = kernel.db;
  await system.deleteFrom("rate_buckets").where("updated_at", "<", sql<Date>`now() - interval '1 day'`).execute();
  await system.deleteFrom("mail_outbox").where("created_at", "<", sql<Date>`now() - interval '30 days'`).execute();
  await system.deleteFrom("egress_ledger").where("at", "<", sql<Date>`now() - interval '1095 days'`).execute();
};
