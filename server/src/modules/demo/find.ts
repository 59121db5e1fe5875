import type { Kernel } from "../../kernel/module.ts";

/** The slug of a demo that was made to its end; an interrupted one never gets it. */
export const finished = "fernhill-coffee-demo";

/**
 * The demo and its made-up owner. Anybody who presses the button gets that person's session, so it must never be a real one: it is the
 * person the demo itself made, who belongs nowhere else.
 */
export const findDemo = async (kernel: Kernel) => {
  const row = await kernel.db.system
    .selectFrom("organizations as o")
    .innerJoin("members as m", "m.organization_id", "o.id")
    .innerJoin("users as u", "u.id", "m.user_id")
    .select(["o.id as organizationId", "m.user_id as userId"])
    .where("o.slug", "=", finished)
    .where("o.demo", "=", true)
    .where("u.email", "like", "mara.%@fernhill.example")
    .where("m.deactivated_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("members as other")
            .select("other.id")
            .whereRef("other.user_id", "=", "m.user_id")
            .whereRef("other.organization_id", "!=", "o.id"),
        ),
      ),
    )
    .orderBy("m.id")
    .executeTakeFirst();
  return row ?? null;
};
