import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, notFound, Refusal } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import type { MemberChange } from "./accounts.api.ts";
import { permissionsOf, type Role } from "./roles.ts";

const columns = ["id", "user_id", "name", "email", "role", "deactivated_at", "created_at"] as const;

export const members = (ctx: Ctx, page: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = idCursor(page.after);
    const rows = await tx
      .selectFrom("members")
      .select(columns)
      .where("organization_id", "=", ctx.organizationId)
      .$if(after !== undefined, (query) => query.where("id", ">", after ?? ""))
      .orderBy("id")
      .limit(page.limit + 1)
      .execute();
    return toPage(rows, page.limit, view, (row) => [row.id]);
  });

/** Role and activity of a member. Saying what is already so changes nothing and tells nobody. */
export const changeMember = async (ctx: Ctx, memberId: string, change: z.output<typeof MemberChange>) => {
  const { member, userId } = await ctx.transaction(async (tx) => {
    // Owners are locked in one order by whoever changes any member: two owners demoting one another at once leave one.
    const owners = await tx
      .selectFrom("members")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where("role", "=", "owner")
      .where("deactivated_at", "is", null)
      .orderBy("id")
      .forUpdate()
      .execute();
    const before = await tx
      .selectFrom("members")
      .select(columns)
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", memberId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw notFound("member");
    const role = change.role ?? (before.role as Role);
    const active = change.active ?? before.deactivated_at === null;
    const [roleChanges, activityChanges] = [role !== before.role, active !== (before.deactivated_at === null)];
    if (!roleChanges && !activityChanges) return { member: view(before), userId: before.user_id };

    if (before.role === "owner" || role === "owner") await requireOwner(tx, ctx);
    requireOwnPermissions(ctx, role);
    const leaves = role !== "owner" || !active;
    if (leaves && owners.length === 1 && owners[0]?.id === memberId)
      throw conflict("last_owner", "This is the organization's last owner.", "Make another member an owner first.");

    const after = await tx
      .updateTable("members")
      .set({ role, deactivated_at: active ? null : (before.deactivated_at ?? new Date()) })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", memberId)
      .returning(columns)
      .executeTakeFirstOrThrow();
    await emit(tx, ctx, "member.changed", { memberId, role, active });
    if (roleChanges) await audit(tx, ctx, "member.role_changed", { memberId }, { from: before.role, to: role });
    if (activityChanges) await audit(tx, ctx, active ? "member.reactivated" : "member.deactivated", { memberId });
    return { member: view(after), userId: before.user_id };
  });
  // authenticate.ts refuses them from the commit on; the rows go so that a later reactivation does not revive old sessions.
  if (!member.active)
    await ctx.kernel.db.auth
      .deleteFrom("sessions")
      .where("user_id", "=", userId)
      .where("active_organization_id", "=", ctx.organizationId)
      .execute();
  ctx.kernel.live.wake("access");
  return member;
};

/** Makes an account a member without an invitation: for the operator's command and the demo. Who is a member already stays as they are. */
export const addMember = (ctx: Ctx, person: { userId: string; name: string; email: string }, role: Role) =>
  ctx.transaction(async (tx) => {
    const memberId = newId();
    const added = await tx
      .insertInto("members")
      .values({ organization_id: ctx.organizationId, id: memberId, user_id: person.userId, name: person.name, email: person.email, role })
      .onConflict((conflicting) => conflicting.columns(["organization_id", "user_id"]).doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) {
      const member = await tx
        .selectFrom("members")
        .select(["id", "role"])
        .where("organization_id", "=", ctx.organizationId)
        .where("user_id", "=", person.userId)
        .executeTakeFirstOrThrow();
      return { memberId: member.id, role: member.role as Role };
    }
    await emit(tx, ctx, "member.joined", { memberId, role });
    await audit(tx, ctx, "member.joined", { memberId }, { role });
    return { memberId, role };
  });

/** Only owners make owners, and only owners touch them. An API key is nobody's owner. */
const requireOwner = async (tx: Tx, ctx: Ctx) => {
  const actor =
    ctx.actor.kind === "member"
      ? await tx
          .selectFrom("members")
          .select("role")
          .where("organization_id", "=", ctx.organizationId)
          .where("id", "=", ctx.actor.memberId)
          .executeTakeFirst()
      : undefined;
  if (actor?.role !== "owner")
    throw new Refusal(403, "owner_needed", "Only an owner can change who is an owner.", { remedy: "Ask an owner of the organization." });
};

/** Nobody gives what they lack. */
export const requireOwnPermissions = (ctx: Ctx, role: Role) => {
  const missing = [...permissionsOf(ctx.kernel, role)].find((permission) => !ctx.permissions.has(permission));
  if (missing)
    throw new Refusal(403, "above_own_role", `The role ${role} has the permission ${missing}, which you do not have.`, {
      field: "role",
      remedy: "Choose a lower role, or ask an owner.",
    });
};

const view = (row: { id: string; name: string; email: string; role: string; deactivated_at: Date | null; created_at: Date }) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  active: row.deactivated_at === null,
  since: row.created_at,
});
