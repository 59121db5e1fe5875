import { createEmailVerificationToken } from "better-auth/api";
import { conflict, Refusal } from "../../kernel/errors.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import { asRefusal, authOf, linkOver, sessionSecret } from "./auth.ts";
import { requireEmailBudget } from "./budgets.ts";
import { personOf } from "./me.ts";
import { sendVerificationLetter } from "./recovery.ts";

/** Sends the confirming letter where mail is set up and the address is not confirmed yet. Nobody waits for a mail server. */
export const sendVerification = (kernel: Kernel, userId: string) => {
  if (!kernel.mail.configured) return;
  deliver(kernel, userId).catch((error: unknown) => kernel.log.warn({ err: error }, "a confirming letter was not written"));
};

const deliver = async (kernel: Kernel, userId: string) => {
  const user = await kernel.db.auth.selectFrom("users").select(["email", "email_verified"]).where("id", "=", userId).executeTakeFirst();
  if (!user || user.email_verified) return;
  const token = await createEmailVerificationToken(sessionSecret(kernel), user.email, undefined, 24 * 3600, { userId });
  await sendVerificationLetter(kernel, userId, token);
};

export const sendVerificationAgain = async (ctx: Ctx) => {
  const { userId } = personOf(ctx);
  if (!ctx.kernel.mail.configured)
    throw conflict(
      "mail_not_configured",
      "This installation does not send mail.",
      "Set SMTP_URL; until then no address needs to be confirmed.",
    );
  await requireEmailBudget(ctx.kernel, "letter", userId);
  sendVerification(ctx.kernel, userId);
};

export const verifyEmail = async ({ kernel }: Ctx, token: string) => {
  // Zod inside better-auth raises for a token we signed for something else; a link is a link that works or does not.
  await authOf(kernel)
    .api.verifyEmail({ query: { token } })
    .catch((error: unknown) => {
      throw (error as Error).name === "ZodError" ? linkOver() : asRefusal(error);
    });
};

/**
 * An unconfirmed address may look around and answer customers. What opens the organization to others (inviting, API keys) waits for
 * the confirmation, where mail is set up; without mail nobody could confirm anything.
 */
export const requireConfirmedEmail = async (ctx: Ctx) => {
  if (!ctx.kernel.mail.configured || ctx.actor.kind !== "member") return;
  const user = await ctx.kernel.db.auth.selectFrom("users").select("email_verified").where("id", "=", ctx.actor.userId).executeTakeFirst();
  if (!user?.email_verified)
    throw new Refusal(403, "email_unconfirmed", "Confirm your e-mail address first.", {
      remedy: "Open the link in the letter we sent, or have it sent again.",
    });
};
