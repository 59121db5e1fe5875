import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { conflict, invalid } from "../../kernel/errors.ts";
import type { Edge } from "../../kernel/http.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import { requireEmailBudget } from "./budgets.ts";
import { checkPassword } from "./check-password.ts";
import { personOf } from "./me.ts";
import { auditEverywhere } from "./memberships.ts";
import { endOtherSessions } from "./sessions.ts";
import { keyUri, newSecret, stepOf } from "./totp.ts";

const codesAtOnce = 10;

export const twoFactor = async (ctx: Ctx) => {
  const { userId } = personOf(ctx);
  const { kernel } = ctx;
  const found = await kernel.db.auth.selectFrom("two_factors").select("confirmed_at").where("user_id", "=", userId).executeTakeFirst();
  const { left } = await kernel.db.auth
    .selectFrom("recovery_codes")
    .select(sql<string>`count(*)`.as("left"))
    .where("user_id", "=", userId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  const { required } = await kernel.db.auth
    .selectFrom("members as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(sql<boolean>`coalesce(bool_or(m.role = any(o.two_factor_roles)), false)`.as("required"))
    .where("m.user_id", "=", userId)
    .where("m.deactivated_at", "is", null)
    .executeTakeFirstOrThrow();
  return {
    enabled: Boolean(found?.confirmed_at),
    since: found?.confirmed_at ?? null,
    recoveryCodesLeft: found?.confirmed_at ? Number(left) : 0,
    required,
  };
};

/** A new secret replaces one that was never confirmed; one in force has to be removed first. */
export const beginTwoFactor = async (ctx: Ctx, password: string) => {
  const { kernel } = ctx;
  const person = await requirePassword(ctx, password);
  const secret = newSecret();
  const begun = await kernel.db.auth
    .insertInto("two_factors")
    .values({ user_id: person.id, secret: kernel.vault.seal(placeOf(person.id), secret) })
    .onConflict((at) =>
      at
        .column("user_id")
        .doUpdateSet({ secret: (eb) => eb.ref("excluded.secret"), last_step: 0, created_at: sql`now()` })
        .where("two_factors.confirmed_at", "is", null),
    )
    .returning("user_id")
    .executeTakeFirst();
  if (!begun) throw conflict("two_factor_on", "A second step is already asked of you.", "Switch it off first to use another app.");
  return { secret, uri: keyUri(secret, person.email, "Candor") };
};

/** In force from here on: every other session of the person ends, as it was opened with the password alone. */
export const confirmTwoFactor = async (ctx: Ctx, code: string, { request }: Edge) => {
  const { kernel } = ctx;
  const { userId } = personOf(ctx);
  await requireEmailBudget(kernel, "sign-in", userId);
  const codes = await kernel.db.auth.transaction().execute(async (tx) => {
    const found = await tx.selectFrom("two_factors").selectAll().where("user_id", "=", userId).forUpdate().executeTakeFirst();
    if (!found) throw conflict("two_factor_not_begun", "There is nothing to confirm.", "Begin with POST /me/two-factor.");
    if (found.confirmed_at) throw conflict("two_factor_on", "A second step is already asked of you.");
    const step = stepOf(kernel.vault.open(placeOf(userId), found.secret), plainCode(code), Date.now(), 0);
    if (step === null) throw wrongCode();
    await tx.updateTable("two_factors").set({ confirmed_at: sql`now()`, last_step: step }).where("user_id", "=", userId).execute();
    return replaceCodes(tx, userId);
  });
  await endOtherSessions(kernel, userId, request);
  await auditEverywhere(kernel, userId, "two_factor.enabled");
  return { codes };
};

export const renewRecoveryCodes = async (ctx: Ctx, password: string, code: string) => {
  const { kernel } = ctx;
  const { id } = await requirePassword(ctx, password);
  if (!(await takeCode(kernel, id, code))) throw wrongCode();
  const codes = await kernel.db.auth.transaction().execute((tx) => replaceCodes(tx, id));
  await auditEverywhere(kernel, id, "two_factor.codes_renewed");
  return { codes };
};

export const removeTwoFactor = async (ctx: Ctx, password: string, code: string) => {
  const { kernel } = ctx;
  const { id } = await requirePassword(ctx, password);
  if (!(await takeCode(kernel, id, code))) throw wrongCode();
  await kernel.db.auth.transaction().execute(async (tx) => {
    await tx.deleteFrom("two_factors").where("user_id", "=", id).execute();
    await tx.deleteFrom("recovery_codes").where("user_id", "=", id).execute();
  });
  await auditEverywhere(kernel, id, "two_factor.disabled");
};

export const hasTwoFactor = async (kernel: Kernel, userId: string): Promise<boolean> =>
  (await kernel.db.auth
    .selectFrom("two_factors")
    .select("user_id")
    .where("user_id", "=", userId)
    .where("confirmed_at", "is not", null)
    .executeTakeFirst()) !== undefined;

/** Takes a code of the app, or spends a recovery code. Each counts once, also when it comes twice at the same moment. */
export const takeCode = (kernel: Kernel, userId: string, code: string): Promise<"app" | "recovery" | null> =>
  kernel.db.auth.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom("two_factors")
      .selectAll()
      .where("user_id", "=", userId)
      .where("confirmed_at", "is not", null)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return null;
    const step = stepOf(kernel.vault.open(placeOf(userId), found.secret), plainCode(code), Date.now(), Number(found.last_step));
    if (step !== null) {
      await tx.updateTable("two_factors").set({ last_step: step }).where("user_id", "=", userId).execute();
      return "app";
    }
    const spent = await tx
      .updateTable("recovery_codes")
      .set({ used_at: sql`now()` })
      .where("user_id", "=", userId)
      .where("code_hash", "=", hashOf(userId, code))
      .where("used_at", "is", null)
      .executeTakeFirst();
    return spent.numUpdatedRows > 0n ? "recovery" : null;
  });

const requirePassword = async (ctx: Ctx, password: string) => {
  const { kernel } = ctx;
  const { userId } = personOf(ctx);
  await requireEmailBudget(kernel, "sign-in", userId);
  const person = await kernel.db.auth.selectFrom("users").select(["id", "email"]).where("id", "=", userId).executeTakeFirstOrThrow();
  await checkPassword(kernel, person.email, password);
  return person;
};

type AuthTx = Parameters<Parameters<ReturnType<Kernel["db"]["auth"]["transaction"]>["execute"]>[0]>[0];
const replaceCodes = async (tx: AuthTx, userId: string): Promise<string[]> => {
  const codes = Array.from({ length: codesAtOnce }, newRecoveryCode);
  await tx.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  await tx
    .insertInto("recovery_codes")
    .values(codes.map((code) => ({ user_id: userId, code_hash: hashOf(userId, code) })))
    .execute();
  return codes;
};

/** 80 bits: a digest without salt is safe against guessing. No letters that read like digits. */
const newRecoveryCode = () =>
  [...randomBytes(16)]
    .map((byte) => "abcdefghjkmnpqrstuvwxyz23456789x"[byte & 31])
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");
const hashOf = (userId: string, code: string) =>
  createHash("sha256")
    .update(`${userId}\n${code.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`)
    .digest("base64url");
const plainCode = (code: string) => code.replaceAll(/[\s-]/g, "");
const placeOf = (userId: string) => ({ organizationId: "-", table: "two_factors", column: "secret", row: userId });
export const wrongCode = () =>
  invalid(
    "code",
    "This code is not right, or was used before.",
    "Wait for the next one; the clock of the phone must be right to half a minute.",
  );
