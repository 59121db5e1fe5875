import { audit } from "../../kernel/audit.ts";
import { type Actor, contextFor, type Kernel } from "../../kernel/module.ts";

export type Membership = { organizationId: string; memberId: string; name: string; role: string; demo: boolean };

/** Where a person is an active member: their own organizations before the demo, oldest first. */
export const membershipsOf = async (kernel: Kernel, userId: string): Promise<Membership[]> => {
  const rows = await kernel.db.auth
    .selectFrom("members as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["m.organization_id", "m.id", "m.name", "m.role", "o.demo"])
    .where("m.user_id", "=", userId)
    .where("m.deactivated_at", "is", null)
    .orderBy("o.demo")
    .orderBy("m.created_at")
    .execute();
  return rows.map((row) => ({ organizationId: row.organization_id, memberId: row.id, name: row.name, role: row.role, demo: row.demo }));
};

/** A person's password concerns every organization they can reach with it: each one's log says so. */
export const auditEverywhere = async (kernel: Kernel, userId: string, action: string, stranger = false) => {
  for (const membership of await membershipsOf(kernel, userId)) {
    const actor: Actor = stranger ? { kind: "system", name: "visitor" } : actorOf(membership, userId);
    const ctx = contextFor(kernel, membership.organizationId, actor);
    await ctx.transaction((tx) => audit(tx, ctx, action, { memberId: membership.memberId }));
  }
};

export const actorOf = (membership: { memberId: string; name: string }, userId: string): Actor => ({
  kind: "member",
  memberId: membership.memberId,
  userId,
  name: membership.name,
});
