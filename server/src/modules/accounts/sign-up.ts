import type { z } from "zod";
import type { Edge } from "../../kernel/http.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import type { SignUp } from "./accounts.api.ts";
import { emailTaken } from "./auth.ts";
import { requireAttempt } from "./budgets.ts";
import { sendVerification } from "./email.ts";
import { describe } from "./me.ts";
import { anyOrganization, createOrganization, signUpClosed } from "./organizations.ts";
import { createUserWithPassword, removeUser, userByEmail } from "./people.ts";
import { endSessionOf, giveSession, sessionFor } from "./session.ts";

/** What the page before signing in may know. */
export const welcome = async ({ kernel }: Ctx) => ({
  signUpOpen: await isSignUpOpen(kernel),
  demoAvailable: kernel.config.demo,
  mailConfigured: kernel.mail.configured,
});

/** A person and their organization. When the second cannot be made the first is taken back, so that trying again works. */
export const signUp = async ({ kernel }: Ctx, wanted: z.output<typeof SignUp>, { request, reply }: Edge) => {
  await requireAttempt(kernel, request, "sign-up");
  if (!(await isSignUpOpen(kernel))) throw signUpClosed();
  await forgetHalfMade(kernel, wanted.email);
  const { userId } = await createUserWithPassword(kernel, wanted);
  const { organizationId } = await createOrganization(kernel, {
    name: wanted.organization,
    owner: { userId, name: wanted.name, email: wanted.email },
    language: wanted.language,
    timeZone: wanted.timeZone,
    onlyFirst: kernel.config.signUp === "first",
  }).catch(async (error: unknown) => {
    await removeUser(kernel, userId);
    throw error;
  });
  await endSessionOf(kernel, request);
  giveSession(kernel, reply, await sessionFor(kernel, userId, organizationId, request));
  sendVerification(kernel, userId);
  return describe(kernel, userId, organizationId);
};

const isSignUpOpen = async (kernel: Kernel) =>
  kernel.config.signUp === "open" || (kernel.config.signUp === "first" && !(await anyOrganization(kernel.db.system)));

const minute = 60_000;

/** A process that died between the two steps left an account that reaches nothing. It holds nothing either, so it makes way. */
const forgetHalfMade = async (kernel: Kernel, email: string) => {
  const user = await userByEmail(kernel, email);
  if (!user) return;
  const half = await kernel.db.auth
    .deleteFrom("users")
    .where("id", "=", user.id)
    .where("email_verified", "=", false)
    .where("created_at", "<", new Date(Date.now() - minute))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("members").select("id").whereRef("members.user_id", "=", "users.id"))))
    .executeTakeFirst();
  if (half.numDeletedRows === 0n) throw emailTaken();
};
