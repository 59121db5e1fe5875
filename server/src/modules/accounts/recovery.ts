import type { Kernel } from "../../kernel/module.ts";
import { asLanguage, resetLetter, verificationLetter } from "./letters.ts";
import { auditEverywhere } from "./memberships.ts";

/*
 * What better-auth calls back. These letters belong to a person, not to an organization: they open an account that may reach several,
 * so no organization's outbox shows them.
 */
export const sendResetLetter = async (kernel: Kernel, userId: string, token: string) => {
  const user = await personById(kernel, userId);
  const letter = resetLetter(asLanguage(user.language), { name: user.name, link: `${kernel.publicUrl()}/reset?token=${token}` });
  await kernel.mail.send({ to: user.email, ...letter, organizationId: null });
};

export const sendVerificationLetter = async (kernel: Kernel, userId: string, token: string) => {
  const user = await personById(kernel, userId);
  const letter = verificationLetter(asLanguage(user.language), {
    name: user.name,
    link: `${kernel.publicUrl()}/verify-email?token=${token}`,
  });
  await kernel.mail.send({ to: user.email, ...letter, organizationId: null });
};

/** Whoever opened the letter reads that mailbox: the address is confirmed with it. */
export const passwordWasReset = async (kernel: Kernel, userId: string) => {
  await kernel.db.auth.updateTable("users").set({ email_verified: true }).where("id", "=", userId).execute();
  kernel.live.wake("access");
  await auditEverywhere(kernel, userId, "password.reset");
};

const personById = (kernel: Kernel, userId: string) =>
  kernel.db.auth.selectFrom("users").select(["name", "email", "language"]).where("id", "=", userId).executeTakeFirstOrThrow();
