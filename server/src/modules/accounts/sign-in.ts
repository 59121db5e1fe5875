import type { z } from "zod";
import type { Edge } from "../../kernel/http.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { SignIn } from "./accounts.api.ts";
import { requireAttempt } from "./budgets.ts";
import { checkPassword } from "./check-password.ts";
import { enterAs } from "./enter.ts";
import { askSecondStep } from "./second-factor.ts";
import { endSessionOf, takeSession } from "./session.ts";
import { hasTwoFactor } from "./two-factor.ts";

/** better-auth spends a bcrypt on an unknown address too: the answer takes as long and says the same. */
export const signIn = async ({ kernel }: Ctx, given: z.output<typeof SignIn>, { request, reply }: Edge) => {
  await requireAttempt(kernel, request, "sign-in", given.email);
  const userId = await checkPassword(kernel, given.email, given.password);
  if (await hasTwoFactor(kernel, userId)) throw await askSecondStep(kernel, userId);
  return enterAs(kernel, userId, { request, reply });
};

export const signOut = async ({ kernel }: Ctx, { request, reply }: Edge) => {
  await endSessionOf(kernel, request);
  takeSession(kernel, reply);
};
