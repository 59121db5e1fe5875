import type { Kernel } from "../../kernel/module.ts";

/** The slug of a demo that was made to its end; an interrupted one never gets it. */
export const finished = "fernhill-coffee-demo";

export const findDemo = async (kernel: Kernel) => {
  const row = await kernel.db.system
    .selectFrom("organizations as o")
    .innerJoin("members as m", "m.organization_id", "o.id")
    .select(["o.id as organizationId", "m.user_id as userId"])
    .where("o.slug", "=", finished)
    .where("m.role", "=", "owner")
    .executeTakeFirst();
  return row ?? null;
};
