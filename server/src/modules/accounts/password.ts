import type { Edge } from "../../kernel/http.ts";
import type { Ctx } from "../../kernel/module.ts";
import { asRefusal, authOf } from "./auth.ts";
import { requireAttempt, requireEmailBudget } from "./budgets.ts";
import { personOf } from "./me.ts";
import { auditEverywhere } from "./memberships.ts";
import { chooseOrganization, cookieHeaders, giveSession, recogniseBy } from "./session.ts";

/** Answers before anything is looked up: who has an account is not told, neither by words nor by time. */
export const forgotten = async ({ kernel }: Ctx, email: string, { request }: Edge) => {
  await requireAttempt(kernel, request, "letter", email);
  authOf(kernel)
    .api.requestPasswordReset({ body: { email } })
    .catch((error: unknown) => kernel.log.warn({ err: error }, "a reset letter was not written"));
};

/** Every session of the person ends with the old password (auth.ts says so to better-auth). */
export const reset = async ({ kernel }: Ctx, token: string, password: string) => {
  await authOf(kernel)
    .api.resetPassword({ body: { token, newPassword: password } })
    .catch((error: unknown) => {
      throw asRefusal(error);
    });
};

export const change = async (ctx: Ctx, current: string, password: string, { request, reply }: Edge) => {
  const { kernel } = ctx;
  const { userId } = personOf(ctx);
  await requireEmailBudget(kernel, "sign-in", userId);
  const { token } = await authOf(kernel)
    .api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: cookieHeaders(request),
    })
    .catch((error: unknown) => {
      throw asRefusal(error);
    });
  // All sessions ended, this one included; better-auth opened the next one, which has no organization yet.
  if (token) {
    await chooseOrganization(kernel, token, ctx.organizationId);
    await recogniseBy(kernel, token, request);
    giveSession(kernel, reply, { token });
  }
  kernel.live.wake("access");
  await auditEverywhere(kernel, userId, "password.changed");
};
