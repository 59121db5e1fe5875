import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import { Refusal } from "../../kernel/errors.ts";
import type { Edge } from "../../kernel/http.ts";
import { type Ctx, contextFor, type Kernel } from "../../kernel/module.ts";
import type { SignIn } from "./accounts.api.ts";
import { asRefusal, authOf } from "./auth.ts";
import { requireAttempt } from "./budgets.ts";
import { describe } from "./me.ts";
import { actorOf, auditEverywhere, membershipsOf } from "./memberships.ts";
import { userByEmail } from "./people.ts";
import { endSession, endSessionOf, giveSession, sessionFor, takeSession } from "./session.ts";

/** better-auth spends a bcrypt on an unknown address too: the answer takes as long and says the same. */
export const signIn = async ({ kernel }: Ctx, given: z.output<typeof SignIn>, { request, reply }: Edge) => {
  await requireAttempt(kernel, request, "sign-in", given.email);
  const userId = await checkPassword(kernel, given.email, given.password);
  const [first] = await membershipsOf(kernel, userId);
  if (!first)
    throw new Refusal(403, "no_organization", "You are not an active member of any organization.", {
      remedy: "Ask an owner or admin to invite or reactivate you.",
    });
  await endSessionOf(kernel, request);
  giveSession(kernel, reply, await sessionFor(kernel, userId, first.organizationId));
  const ctx = contextFor(kernel, first.organizationId, actorOf(first, userId));
  await ctx.transaction((tx) => audit(tx, ctx, "sign_in.succeeded", { memberId: first.memberId }));
  return describe(kernel, userId, first.organizationId);
};

/** Whose password this is. A failure is told to the person's organizations, in the background: waiting would tell that they exist. */
export const checkPassword = async (kernel: Kernel, email: string, password: string): Promise<string> => {
  const { token, user } = await authOf(kernel)
    .api.signInEmail({ body: { email, password } })
    .catch((error: unknown) => {
      const refusal = asRefusal(error);
      if (refusal instanceof Refusal) tellOfFailure(kernel, email).catch(() => kernel.log.warn("a failed sign-in was not recorded"));
      throw refusal;
    });
  await endSession(kernel, token);
  return user.id;
};

const tellOfFailure = async (kernel: Kernel, email: string) => {
  const user = await userByEmail(kernel, email);
  if (user) await auditEverywhere(kernel, user.id, "sign_in.failed", true);
};

export const signOut = async ({ kernel }: Ctx, { request, reply }: Edge) => {
  await endSessionOf(kernel, request);
  takeSession(kernel, reply);
};
