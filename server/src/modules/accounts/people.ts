import { invalid } from "../../kernel/errors.ts";
import type { Kernel } from "../../kernel/module.ts";
import { asRefusal, authOf } from "./auth.ts";
import { asLanguage } from "./letters.ts";
import { hashPassword } from "./passwords.ts";
import { endSession } from "./session.ts";

export type NewPerson = {
  name: string;
  email: string;
  password: string;
  language?: string;
  timeZone?: string;
  theme?: "system" | "light" | "dark";
  emailVerified?: boolean;
};

/** A person who can sign in, member of nothing yet. Refuses an address that has an account. */
export const createUserWithPassword = async (kernel: Kernel, person: NewPerson): Promise<{ userId: string }> => {
  const { token, user } = await authOf(kernel)
    .api.signUpEmail({
      body: {
        name: person.name,
        email: person.email.trim().toLowerCase(),
        password: person.password,
        language: asLanguage(person.language),
        timeZone: knownTimeZone(person.timeZone) ?? "UTC",
        theme: person.theme ?? "system",
      },
    })
    .catch((error: unknown) => {
      throw asRefusal(error);
    });
  // better-auth opens a session with the account; ours are opened in an organization, once there is one.
  if (token) await endSession(kernel, token);
  if (person.emailVerified) await kernel.db.auth.updateTable("users").set({ email_verified: true }).where("id", "=", user.id).execute();
  return { userId: user.id };
};

/** Takes back an account just made, when what it was made for failed. */
export const removeUser = (kernel: Kernel, userId: string) => kernel.db.auth.deleteFrom("users").where("id", "=", userId).execute();

/** For the operator's command: a new password without the old one. Every session ends. */
export const setPassword = async (kernel: Kernel, userId: string, password: string) => {
  const hash = await hashPassword(password, kernel.config.passwordCost);
  await kernel.db.auth.transaction().execute(async (tx) => {
    await tx
      .updateTable("credentials")
      .set({ password: hash })
      .where("user_id", "=", userId)
      .where("provider_id", "=", "credential")
      .execute();
    await tx.deleteFrom("sessions").where("user_id", "=", userId).execute();
  });
  kernel.live.wake("access");
};

export const userByEmail = (kernel: Kernel, email: string) =>
  kernel.db.auth
    .selectFrom("users")
    .select(["id", "name", "email", "language", "email_verified"])
    .where("email", "=", email)
    .executeTakeFirst();

export const requireTimeZone = (timeZone: string) => {
  if (knownTimeZone(timeZone) === null) throw invalid("timeZone", `${timeZone} is not a time zone.`, "Use a name such as Europe/Berlin.");
  return timeZone;
};

const knownTimeZone = (timeZone: string | undefined): string | null => {
  if (!timeZone) return null;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone;
  } catch {
    return null;
  }
};
