import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { conflict, invalid, Refusal } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import { hashPassword, passwordMatches } from "./passwords.ts";
import { passwordWasReset, sendResetLetter, sendVerificationLetter } from "./recovery.ts";

export const cookieName = "token";
/** A session ends this long after it was last used on a page; GET /me moves the end on, at most once a day. */
export const sessionSeconds = 14 * 24 * 3600;
export const sessionSecret = (kernel: Kernel) => kernel.keys.derive("sessions").toString("base64url");

const created = { createdAt: "created_at", updatedAt: "updated_at" };

/** better-auth keeps users, sessions, password hashes and one-time tokens. Organizations, members, invitations and keys are ours. */
const createAuth = (kernel: Kernel) =>
  betterAuth({
    appName: "Candor",
    baseURL: kernel.publicUrl(),
    secret: sessionSecret(kernel),
    telemetry: { enabled: false },
    logger: { level: "error", log: () => kernel.log.error("better-auth reported an error") },
    database: { db: kernel.db.auth, type: "postgres", transaction: true },
    user: {
      modelName: "users",
      fields: { emailVerified: "email_verified", ...created },
      additionalFields: {
        theme: { type: "string", required: false, defaultValue: "system" },
        language: { type: "string", required: false, defaultValue: "en" },
        timeZone: { type: "string", required: false, defaultValue: "UTC", fieldName: "time_zone" },
      },
    },
    session: {
      modelName: "sessions",
      expiresIn: sessionSeconds,
      fields: { expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", userId: "user_id", ...created },
      additionalFields: { activeOrganizationId: { type: "string", required: false, input: false, fieldName: "active_organization_id" } },
    },
    account: {
      modelName: "credentials",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...created,
      },
    },
    // The table holds digests of one-time tokens: reading it opens no account.
    verification: { modelName: "verifications", storeIdentifier: "hashed", fields: { expiresAt: "expires_at", ...created } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 1000,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: (password) => hashPassword(password, kernel.config.passwordCost),
        verify: ({ hash, password }) => passwordMatches(password, hash),
      },
      sendResetPassword: ({ user, token }) => sendResetLetter(kernel, user.id, token),
      onPasswordReset: ({ user }) => passwordWasReset(kernel, user.id),
    },
    emailVerification: { expiresIn: 24 * 3600, sendVerificationEmail: ({ user, token }) => sendVerificationLetter(kernel, user.id, token) },
    advanced: {
      database: { generateId: () => newId(), validateSchema: false },
      // Its own switch would also rename the cookie to __Secure-token; the name is `token` in both.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieName,
          attributes: { secure: kernel.config.secureCookies, httpOnly: true, sameSite: "lax", path: "/" },
        },
      },
      ipAddress: { disableIpTracking: true },
    },
  });

export type Auth = ReturnType<typeof createAuth>;
const made = new WeakMap<Kernel, Auth>();

/** Made at first use: only then is the public address known. */
export const authOf = (kernel: Kernel): Auth => {
  const known = made.get(kernel);
  if (known) return known;
  const auth = createAuth(kernel);
  made.set(kernel, auth);
  return auth;
};

/** What better-auth refuses, in our words. Anything else rises as the fault it is. */
export const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof APIError)) return error;
  const code = (error.body as { code?: string } | undefined)?.code;
  if (code === "INVALID_EMAIL_OR_PASSWORD") return wrongCredentials();
  if (code?.startsWith("USER_ALREADY_EXISTS")) return emailTaken();
  if (code === "INVALID_TOKEN" || code === "TOKEN_EXPIRED" || code === "USER_NOT_FOUND") return linkOver();
  if (code === "INVALID_PASSWORD")
    return invalid("current", "This is not your current password.", "Use “Forgot your password?” if you no longer know it.");
  if (code === "CREDENTIAL_ACCOUNT_NOT_FOUND") return conflict("no_password", "This account has no password.");
  return error;
};

/** The same words whether the address is unknown or the password is wrong. */
export const wrongCredentials = () =>
  new Refusal(401, "wrong_credentials", "This e-mail address and password do not belong together.", {
    field: "password",
    remedy: "Check both, or use “Forgot your password?”.",
  });
export const emailTaken = () =>
  new Refusal(409, "email_taken", "There is already an account with this e-mail address.", { field: "email", remedy: "Sign in with it." });
export const linkOver = () =>
  new Refusal(400, "link_over", "This link is no longer valid.", { field: "token", remedy: "Ask for a new one." });
