import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Kernel } from "../../kernel/module.ts";
import { authOf, cookieName, sessionSeconds, sessionSecret } from "./auth.ts";
import { deviceOf, networkOf } from "./device.ts";

/** The cookie's value and attributes; `giveSession` puts it on an answer. */
export type Session = { token: string };

/** However often it is used, a session ends for good this many days after it began. */
export const longestDays = 90;

/** Opens a new session, always with a new token: one planted before signing in never becomes a signed-in one. */
export const sessionFor = async (kernel: Kernel, userId: string, organizationId: string, request?: FastifyRequest): Promise<Session> => {
  const { internalAdapter } = await authOf(kernel).$context;
  const session = await internalAdapter.createSession(userId, false, { activeOrganizationId: organizationId });
  if (request) await recogniseBy(kernel, session.token, request);
  return { token: session.token };
};

/** What the person will know it by in their list of sessions. */
export const recogniseBy = (kernel: Kernel, token: string, request: FastifyRequest) =>
  kernel.db.auth
    .updateTable("sessions")
    .set({ device: deviceOf(request), network: networkOf(request.ip), last_used_at: new Date() })
    .where("token", "=", token)
    .execute();

/** `token.signature` as better-auth writes and reads it (better-call's signed cookies: HMAC-SHA-256, base64). */
export const giveSession = (kernel: Kernel, reply: FastifyReply, session: Session) =>
  reply.setCookie(cookieName, `${session.token}.${signature(kernel, session.token)}`, { ...attributes(kernel), maxAge: sessionSeconds });

export const takeSession = (kernel: Kernel, reply: FastifyReply) => reply.clearCookie(cookieName, attributes(kernel));

/** The session token a request carries, if we signed it. Says nothing yet about whether the session lives. */
export const sessionToken = (kernel: Kernel, request: FastifyRequest): string | null => {
  const value = request.cookies[cookieName];
  const dot = value?.lastIndexOf(".") ?? -1;
  if (!value || dot < 1 || value.length > 300) return null;
  const token = value.slice(0, dot);
  const [given, expected] = [Buffer.from(value.slice(dot + 1)), Buffer.from(signature(kernel, token))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
};

/** Ends the session a request came with, if any: whoever signs in anew leaves the old one behind. */
export const endSessionOf = async (kernel: Kernel, request: FastifyRequest) => {
  const token = sessionToken(kernel, request);
  if (token) await endSession(kernel, token);
};

export const endSession = async (kernel: Kernel, token: string) => {
  await kernel.db.auth.deleteFrom("sessions").where("token", "=", token).execute();
  kernel.live.wake("access");
};

export const chooseOrganization = (kernel: Kernel, token: string, organizationId: string) =>
  kernel.db.auth.updateTable("sessions").set({ active_organization_id: organizationId }).where("token", "=", token).execute();

/** What better-auth's own endpoints want to see of a request: the cookie, nothing about the device. */
export const cookieHeaders = (request: FastifyRequest) => new Headers({ cookie: request.headers.cookie ?? "" });

const attributes = (kernel: Kernel) => ({ path: "/", httpOnly: true, sameSite: "lax" as const, secure: kernel.config.secureCookies });
const secrets = new WeakMap<Kernel, string>();
const signature = (kernel: Kernel, token: string) => {
  const secret = secrets.get(kernel) ?? sessionSecret(kernel);
  secrets.set(kernel, secret);
  return createHmac("sha256", secret).update(token).digest("base64");
};
