import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { type Account, type App, accountOf, type PhoneNumber, type Token, type World } from "../world.ts";
import { GraphError, notFound } from "./error.ts";

export type Permission = "whatsapp_business_messaging" | "whatsapp_business_management";

const badToken = (message: string, subcode?: number) =>
  new GraphError(190, message, { status: 401, extra: subcode ? { error_subcode: subcode } : {} });

/** The token of the request, known and valid; also checks appsecret_proof when one is given. */
export const tokenOf = (world: World, request: FastifyRequest): Token => {
  const query = request.query as Record<string, string | undefined>;
  const given = /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? query.access_token;
  if (!given) {
    throw new GraphError(104, "An access token is required to request this resource.", { status: 401 });
  }
  const token = known(world, given);
  if (!token) throw badToken("Invalid OAuth access token - Cannot parse access token");
  if (token.expired) throw badToken("Error validating access token: Session has expired", 463);
  const app = world.apps.get(token.appId);
  if (query.appsecret_proof !== undefined && app) checkProof(query.appsecret_proof, given, app);
  return token;
};

/** An app's own token is written `{app id}|{app secret}`. */
export const known = (world: World, given: string): Token | undefined => {
  const [appId = "", secret] = given.split("|");
  const app = world.apps.get(appId);
  if (app && secret === app.appSecret) {
    const accountIds = [...world.accounts.values()].filter((one) => one.appId === appId).map((one) => one.accountId);
    return { token: given, appId, accountIds, expired: false, denied: [] };
  }
  return world.tokens.get(given);
};

const checkProof = (proof: string, token: string, app: App) => {
  const expected = Buffer.from(createHmac("sha256", app.appSecret).update(token).digest("hex"));
  const given = Buffer.from(proof);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new GraphError(100, "Invalid appsecret_proof provided in the API argument");
  }
};

export const accountFor = (world: World, request: FastifyRequest, account: Account, need: Permission): Account => {
  const token = tokenOf(world, request);
  if (!token.accountIds.includes(account.accountId)) throw notFound(account.accountId);
  if (token.denied.includes(need)) throw denied(need);
  return account;
};

export const numberFor = (world: World, request: FastifyRequest, number: PhoneNumber, need: Permission): PhoneNumber => {
  accountFor(world, request, accountOf(world, number.accountId), need);
  return number;
};

const denied = (permission: Permission) =>
  permission === "whatsapp_business_messaging"
    ? new GraphError(10, "(#10) Application does not have permission for this action", { status: 403 })
    : new GraphError(200, "(#200) You do not have the necessary permissions required to perform this action.", {
        status: 403,
      });
