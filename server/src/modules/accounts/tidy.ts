import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";

/** What accounts.data.ts promises to keep no longer. Expired rows open nothing; they only stop lying around. */
export const tidyAccounts = async ({ db }: Kernel) => {
  await db.auth.deleteFrom("sessions").where("expires_at", "<", sql<Date>`now() - interval '1 day'`).execute();
  await db.auth.deleteFrom("sign_in_challenges").where("expires_at", "<", sql<Date>`now() - interval '1 day'`).execute();
  await db.auth.deleteFrom("verifications").where("expires_at", "<", sql<Date>`now() - interval '1 day'`).execute();
  await db.system.deleteFrom("invitations").where("expires_at", "<", sql<Date>`now() - interval '30 days'`).execute();
};
