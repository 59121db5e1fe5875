import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import { Refusal } from "../../kernel/errors.ts";
import type { Edge } from "../../kernel/http.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import { keyHash } from "./api-key.ts";
import { requireAttempt, requireEmailBudget } from "./budgets.ts";
import { enterAs } from "./enter.ts";
import { auditEverywhere } from "./memberships.ts";
import type { SecondStep } from "./second-factor.api.ts";
import { takeCode, wrongCode } from "./two-factor.ts";

const mostTries = 5;

/** The password was right: what remains is the code. Nobody is signed in yet, and no cookie is given. */
export const askSecondStep = async (kernel: Kernel, userId: string): Promise<Refusal> => {
  const challenge = randomBytes(32).toString("base64url");
  await kernel.db.auth
    .insertInto("sign_in_challenges")
    .values({ token_hash: keyHash(challenge), user_id: userId, expires_at: sql<Date>`now() + interval '10 minutes'` })
    .execute();
  return new Refusal(401, "second_factor_needed", "Tell the code of your authenticator app.", {
    remedy: "POST /sign-in/second-step with this challenge and the code.",
    details: { challenge },
  });
};

/** A challenge allows five tries; a person's codes also have a budget, so that challenges cannot be collected for guessing. */
export const answerSecondStep = async ({ kernel }: Ctx, { challenge, code }: z.output<typeof SecondStep>, edge: Edge) => {
  await requireAttempt(kernel, edge.request, "sign-in");
  const found = await kernel.db.auth
    .updateTable("sign_in_challenges")
    .set({ tries: sql`tries + 1` })
    .where("token_hash", "=", keyHash(challenge))
    .where("expires_at", ">", sql<Date>`now()`)
    .where("tries", "<", mostTries)
    .returning("user_id")
    .executeTakeFirst();
  if (!found)
    throw new Refusal(401, "challenge_over", "This sign-in took too long or was tried too often.", {
      field: "challenge",
      remedy: "Begin again with e-mail address and password.",
    });
  await requireEmailBudget(kernel, "sign-in", `second-step ${found.user_id}`);
  const by = await takeCode(kernel, found.user_id, code);
  if (!by) {
    await auditEverywhere(kernel, found.user_id, "sign_in.second_step_failed", true);
    throw wrongCode();
  }
  await kernel.db.auth.deleteFrom("sign_in_challenges").where("user_id", "=", found.user_id).execute();
  if (by === "recovery") await auditEverywhere(kernel, found.user_id, "two_factor.recovery_code_used");
  return enterAs(kernel, found.user_id, edge);
};
