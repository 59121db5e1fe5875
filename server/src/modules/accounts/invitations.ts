import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import { requireBudget } from "../../kernel/rate.ts";
import type { InvitationRequest } from "./accounts.api.ts";
import { keyHash } from "./api-key.ts";
import { requireConfirmedEmail } from "./email.ts";
import { asLanguage, invitationLetter } from "./letters.ts";
import { requireOwnPermissions } from "./members.ts";
import { userByEmail } from "./people.ts";
import type { Role } from "./roles.ts";

const columns = ["id", "email", "role", "expires_at", "created_at"] as const;
const week = 7 * 24 * 3600_000;
const invitationBudget = { capacity: 50, perSecond: 1 / 60 };

/** Those still waiting for an answer, newest first. */
export const invitations = (ctx: Ctx, page: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = idCursor(page.after);
    const rows = await tx
      .selectFrom("invitations")
      .select(columns)
      .where("organization_id", "=", ctx.organizationId)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", sql<Date>`now()`)
      .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
      .orderBy("id", "desc")
      .limit(page.limit + 1)
      .execute();
    return toPage(rows, page.limit, view, (row) => [row.id]);
  });

/** Makes the link, and mails it. An earlier link to the same address stops working: the newest word counts. */
export const invite = async (ctx: Ctx, wanted: z.output<typeof InvitationRequest>) => {
  const { kernel } = ctx;
  await requireConfirmedEmail(ctx);
  requireOwnPermissions(ctx, wanted.role);
  await requireBudget(kernel.db, `invitations:${ctx.organizationId}`, invitationBudget);
  const token = randomBytes(32).toString("base64url");
  const made = await ctx.transaction(async (tx) => {
    const member = await tx
      .selectFrom("members")
      .select("deactivated_at")
      .where("organization_id", "=", ctx.organizationId)
      .where("email", "=", wanted.email)
      .executeTakeFirst();
    if (member?.deactivated_at) throw conflict("member_deactivated", "This person is a deactivated member.", "Reactivate them instead.");
    if (member) throw conflict("already_member", "This person is already a member.");
    await tx
      .updateTable("invitations")
      .set({ revoked_at: sql`now()` })
      .where("organization_id", "=", ctx.organizationId)
      .where("email", "=", wanted.email)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .execute();
    const invitation = await tx
      .insertInto("invitations")
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        email: wanted.email,
        role: wanted.role,
        token_hash: keyHash(token),
        invited_by: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
        expires_at: new Date(Date.now() + week),
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    await emit(tx, ctx, "member.invited", { invitationId: invitation.id, role: wanted.role });
    await audit(tx, ctx, "member.invited", { invitationId: invitation.id }, { role: wanted.role });
    return {
      invitation,
      organization: await tx
        .selectFrom("organizations")
        .select(["name", "demo", "language"])
        .where("id", "=", ctx.organizationId)
        .executeTakeFirstOrThrow(),
    };
  });
  const link = `${kernel.publicUrl()}/invitation?token=${token}`;
  // Anybody may enter the demo: nothing in it writes to real mailboxes.
  if (!made.organization.demo) {
    const language = asLanguage((await userByEmail(kernel, wanted.email))?.language ?? made.organization.language);
    const by = ctx.actor.kind === "member" ? ctx.actor.name : made.organization.name;
    kernel.mail
      .send({
        to: wanted.email,
        organizationId: ctx.organizationId,
        ...invitationLetter(language, { organization: made.organization.name, by, link }),
      })
      .catch((error: unknown) => kernel.log.warn({ err: error }, "an invitation was not mailed"));
  }
  return { ...view(made.invitation), link };
};

/** Revoking twice is revoking; one that was answered is a member now and no invitation any more. */
export const revokeInvitation = (ctx: Ctx, invitationId: string) =>
  ctx.transaction(async (tx) => {
    const found = await tx
      .selectFrom("invitations")
      .select(["revoked_at", "accepted_at"])
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", invitationId)
      .forUpdate()
      .executeTakeFirst();
    if (!found || found.accepted_at) throw notFound("invitation");
    if (found.revoked_at) return;
    await tx
      .updateTable("invitations")
      .set({ revoked_at: sql`now()` })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", invitationId)
      .execute();
    await audit(tx, ctx, "invitation.revoked", { invitationId });
  });

const view = (row: { id: string; email: string; role: string; expires_at: Date; created_at: Date }) => ({
  id: row.id,
  email: row.email,
  role: row.role as Role,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
});
