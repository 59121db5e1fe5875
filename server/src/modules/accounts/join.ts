import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import { conflict, invalid, Refusal } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Edge } from "../../kernel/http.ts";
import { newId } from "../../kernel/id.ts";
import { type Ctx, contextFor, type Kernel } from "../../kernel/module.ts";
import { type InvitationAnswer, Password } from "./accounts.api.ts";
import { keyHash } from "./api-key.ts";
import { wrongCredentials } from "./auth.ts";
import { requireAttempt, requireEmailBudget } from "./budgets.ts";
import { checkPassword } from "./check-password.ts";
import { sendVerification } from "./email.ts";
import { describe } from "./me.ts";
import { actorOf } from "./memberships.ts";
import { createUserWithPassword, removeUser, userByEmail } from "./people.ts";
import type { Role } from "./roles.ts";
import { endSessionOf, giveSession, sessionFor, sessionToken } from "./session.ts";
import { hasTwoFactor } from "./two-factor.ts";

type Waiting = { organizationId: string; id: string; email: string; role: Role; organization: string; language: string; timeZone: string };
type Person = { userId: string; name: string; isNew: boolean };

export const viewInvitation = async ({ kernel }: Ctx, token: string, { request }: Edge) => {
  await requireAttempt(kernel, request, "invitation");
  const invitation = await waiting(kernel, token);
  return {
    organization: invitation.organization,
    email: invitation.email,
    role: invitation.role,
    accountExists: (await userByEmail(kernel, invitation.email)) !== undefined,
  };
};

/** Joins as the invited address: a new account, an existing one by its password, or the session it is already signed in with. */
export const answerInvitation = async ({ kernel }: Ctx, answer: z.output<typeof InvitationAnswer>, { request, reply }: Edge) => {
  await requireAttempt(kernel, request, "invitation");
  const invitation = await waiting(kernel, answer.token);
  const person = await personFor(kernel, invitation, answer, request);
  await join(kernel, invitation, person).catch(async (error: unknown) => {
    if (person.isNew) await removeUser(kernel, person.userId);
    throw error;
  });
  await endSessionOf(kernel, request);
  giveSession(kernel, reply, await sessionFor(kernel, person.userId, invitation.organizationId, request));
  // The link was shown to the inviter too, so following it does not prove whose mailbox this is.
  const me = await describe(kernel, person.userId, invitation.organizationId);
  // Nothing in the demo writes to real mailboxes.
  if (person.isNew && !me.organization.demo) sendVerification(kernel, person.userId);
  return me;
};

const waiting = async (kernel: Kernel, token: string): Promise<Waiting> => {
  const found = await kernel.db.auth
    .selectFrom("invitations as i")
    .innerJoin("organizations as o", "o.id", "i.organization_id")
    .select(["i.organization_id", "i.id", "i.email", "i.role", "o.name", "o.language", "o.time_zone"])
    .where("i.token_hash", "=", keyHash(token))
    .where("i.accepted_at", "is", null)
    .where("i.revoked_at", "is", null)
    .where("i.expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst();
  if (!found) throw over();
  return {
    organizationId: found.organization_id,
    id: found.id,
    email: found.email,
    role: found.role as Role,
    organization: found.name,
    language: found.language,
    timeZone: found.time_zone,
  };
};

const personFor = async (
  kernel: Kernel,
  invitation: Waiting,
  answer: z.output<typeof InvitationAnswer>,
  request: FastifyRequest,
): Promise<Person> => {
  const known = await userByEmail(kernel, invitation.email);
  if (known) {
    if (answer.password === undefined && (await isSignedInAs(kernel, request, known.id)))
      return { userId: known.id, name: known.name, isNew: false };
    if (answer.password === undefined) throw wrongCredentials();
    await requireEmailBudget(kernel, "sign-in", invitation.email);
    await checkPassword(kernel, invitation.email, answer.password);
    if (await hasTwoFactor(kernel, known.id))
      throw new Refusal(401, "sign_in_first", "Your account asks for a second step.", {
        remedy: "Sign in first, then open the invitation's link again.",
      });
    return { userId: known.id, name: known.name, isNew: false };
  }
  if (answer.name === undefined) throw invalid("name", "Tell your name.");
  const password = Password.safeParse(answer.password);
  if (!password.success) throw invalid("password", "Choose a password of at least 10 characters.");
  const { userId } = await createUserWithPassword(kernel, {
    name: answer.name,
    email: invitation.email,
    password: password.data,
    language: invitation.language,
    timeZone: invitation.timeZone,
  });
  return { userId, name: answer.name, isNew: true };
};

const isSignedInAs = async (kernel: Kernel, request: FastifyRequest, userId: string) => {
  const token = sessionToken(kernel, request);
  return (
    token !== null &&
    (await kernel.db.auth
      .selectFrom("sessions")
      .select("id")
      .where("token", "=", token)
      .where("user_id", "=", userId)
      .where("expires_at", ">", sql<Date>`now()`)
      .executeTakeFirst()) !== undefined
  );
};

/** Claiming the invitation and becoming a member are one step: a link opened twice at once joins once. */
const join = (kernel: Kernel, invitation: Waiting, person: Person) => {
  const memberId = newId();
  const ctx = contextFor(kernel, invitation.organizationId, actorOf({ memberId, name: person.name }, person.userId));
  return ctx.transaction(async (tx) => {
    const claimed = await tx
      .updateTable("invitations")
      .set({ accepted_at: sql`now()` })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", invitation.id)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (claimed.numUpdatedRows === 0n) throw over();
    const added = await tx
      .insertInto("members")
      .values({
        organization_id: ctx.organizationId,
        id: memberId,
        user_id: person.userId,
        name: person.name,
        email: invitation.email,
        role: invitation.role,
      })
      .onConflict((conflicting) => conflicting.columns(["organization_id", "user_id"]).doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n)
      throw conflict(
        "already_member",
        "You are already a member of this organization.",
        "Sign in; if that is refused, ask an owner or admin to reactivate you.",
      );
    await emit(tx, ctx, "member.joined", { memberId, role: invitation.role });
    await audit(tx, ctx, "member.joined", { memberId }, { invitationId: invitation.id, role: invitation.role });
  });
};

const over = () =>
  new Refusal(404, "invitation_over", "This invitation is no longer valid.", { field: "token", remedy: "Ask for a new one." });
