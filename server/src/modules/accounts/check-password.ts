import { Refusal } from "../../kernel/errors.ts";
import type { Kernel } from "../../kernel/module.ts";
import { asRefusal, authOf } from "./auth.ts";
import { auditEverywhere } from "./memberships.ts";
import { userByEmail } from "./people.ts";
import { endSession } from "./session.ts";

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
