import type { Tx } from "../../kernel/db/pools.ts";

/** Where numbers in national notation are read: the organization's country. */
export const homeCountry = async (tx: Tx, organizationId: string): Promise<string | null> =>
  (await tx.selectFrom("organizations").select("country").where("id", "=", organizationId).executeTakeFirst())?.country ?? null;
