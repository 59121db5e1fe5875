import type { FastifyRequest } from "fastify";
import type { Kernel } from "../../kernel/module.ts";
import { type Budget, requireBudget } from "../../kernel/rate.ts";

/** Guessing one person's password: ten tries, then two a minute, from wherever they come and whether or not the person exists. */
const perEmail: Budget = { capacity: 10, perSecond: 1 / 30 };
/** Trying many people from one place. An office behind one address signs in at nine o'clock. */
const perAddress: Budget = { capacity: 100, perSecond: 0.5 };
const accountsPerAddress: Budget = { capacity: 30, perSecond: 1 / 60 };
const lettersPerEmail: Budget = { capacity: 5, perSecond: 1 / 600 };

export type Attempt = "sign-in" | "sign-up" | "invitation" | "letter";

/** Both budgets are taken before anything is looked up, so a refusal tells nothing about who has an account. */
export const requireAttempt = async (kernel: Kernel, request: FastifyRequest, attempt: Attempt, email?: string) => {
  await requireBudget(
    kernel.db,
    `${attempt}:address:${kernel.keys.fingerprint("rate", request.ip)}`,
    attempt === "sign-up" ? accountsPerAddress : perAddress,
  );
  if (email !== undefined) await requireEmailBudget(kernel, attempt, email);
};

export const requireEmailBudget = (kernel: Kernel, attempt: Attempt, email: string) =>
  requireBudget(kernel.db, `${attempt}:email:${kernel.keys.fingerprint("rate", email)}`, attempt === "letter" ? lettersPerEmail : perEmail);
