import { type Account, type App, accountOf, digitsOf, type PhoneNumber, type World } from "./world.ts";

export type NewApp = Omit<App, "name"> & { name?: string };
export type NewAccount = Pick<Account, "accountId" | "appId"> & {
  portfolioId?: string;
  name?: string;
  /** Whether the app already receives this account's webhooks; true unless said otherwise. */
  subscribed?: boolean;
};
export type NewNumber = Pick<PhoneNumber, "phoneNumberId" | "accountId" | "displayPhoneNumber" | "verifiedName" | "token"> & {
  quality?: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  limit?: "TIER_250" | "TIER_2K" | "TIER_10K" | "TIER_100K" | "TIER_UNLIMITED";
  /** Messages a second: 80 unless said otherwise, 20 on coexistence numbers. */
  throughput?: number;
  coexistence?: boolean;
  /** Of this month's thousand free replies. */
  freeRepliesUsed?: number;
};

export const addApp = (world: World, given: NewApp): App => {
  const app = { name: "Sandbox app", ...given };
  world.apps.set(app.appId, app);
  return app;
};

export const addAccount = (world: World, given: NewAccount): Account => {
  if (!world.apps.has(given.appId)) throw new Error(`the sandbox has no app ${given.appId}`);
  const account: Account = {
    portfolioId: "700000000000001",
    name: "Sandbox business",
    subscribed: true,
    templates: [],
    calls: [],
    ...given,
  };
  world.accounts.set(account.accountId, account);
  return account;
};

export const addNumber = (world: World, given: NewNumber): PhoneNumber => {
  const account = accountOf(world, given.accountId);
  const coexistence = given.coexistence ?? false;
  const number: PhoneNumber = {
    quality: "GREEN",
    nameStatus: "APPROVED",
    limit: "TIER_2K",
    throughput: coexistence ? 20 : 80,
    freeReplies: { month: new Date().toISOString().slice(0, 7), used: given.freeRepliesUsed ?? 0 },
    recent: [],
    ...given,
    coexistence,
    digits: digitsOf(given.displayPhoneNumber),
  };
  world.numbers.set(number.phoneNumberId, number);
  addToken(world, { token: given.token, appId: account.appId, accountIds: [account.accountId] });
  return number;
};

/** A system user's token for one or more accounts. A token added twice keeps all its accounts. */
export const addToken = (world: World, given: { token: string; appId: string; accountIds: string[] }): void => {
  const before = world.tokens.get(given.token);
  const accountIds = [...new Set([...(before?.accountIds ?? []), ...given.accountIds])];
  world.tokens.set(given.token, { ...given, accountIds, expired: false, denied: before?.denied ?? [] });
};
