import { modules } from "../src/app.ts";
import { newId } from "../src/kernel/id.ts";
import { keyHash, newKey } from "../src/modules/accounts/api-key.ts";
import type { World } from "./world.ts";

export type Shop = { world: World; id: string; name: string; ownerMemberId: string; ownerUserId: string };

export const allPermissions = () => modules.flatMap((module) => Object.keys(module.permissions ?? {}));

/** An organization with its owner. */
export const anOrganization = async (world: World, name = `Shop ${newId().slice(-6)}`): Promise<Shop> => {
  const shop: Shop = { world, id: newId(), name, ownerMemberId: newId(), ownerUserId: newId() };
  await world.kernel.db.system
    .insertInto("organizations")
    .values({ id: shop.id, name, slug: `shop-${shop.id}` })
    .execute();
  await aMember(shop, { role: "owner", id: shop.ownerMemberId, userId: shop.ownerUserId, name: "Owner" });
  return shop;
};

export const aMember = async (
  shop: Shop,
  more: { role?: "owner" | "admin" | "agent" | "viewer"; id?: string; userId?: string; name?: string } = {},
) => {
  const member = { id: more.id ?? newId(), userId: more.userId ?? newId(), name: more.name ?? "Ada", role: more.role ?? "agent" };
  const email = `${member.userId}@example.test`;
  await shop.world.kernel.db.auth.insertInto("users").values({ id: member.userId, name: member.name, email }).execute();
  await shop.world.kernel.db.system
    .insertInto("members")
    .values({ organization_id: shop.id, id: member.id, user_id: member.userId, name: member.name, email, role: member.role })
    .execute();
  return { ...member, email };
};

export type Answer<T = Record<string, unknown>> = { status: number; headers: Headers; body: T };
export type Client = {
  key: string;
  request: <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer<T>>;
  get: <T = Record<string, unknown>>(path: string) => Promise<Answer<T>>;
  post: <T = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer<T>>;
  put: <T = Record<string, unknown>>(path: string, body?: unknown) => Promise<Answer<T>>;
  patch: <T = Record<string, unknown>>(path: string, body?: unknown) => Promise<Answer<T>>;
  delete: <T = Record<string, unknown>>(path: string) => Promise<Answer<T>>;
};

/** Speaks to the public API with an API key of the given permissions (all, when none are named). Paths are below /api/v1. */
export const client = async (shop: Shop, options: { can?: string[] } = {}): Promise<Client> => {
  const key = newKey();
  await shop.world.kernel.db.system
    .insertInto("api_keys")
    .values({
      organization_id: shop.id,
      id: newId(),
      name: "test",
      key_hash: keyHash(key),
      ends_with: key.slice(-4),
      permissions: options.can ?? allPermissions(),
    })
    .execute();
  return { key, ...speaker(shop.world, { authorization: `Bearer ${key}` }) };
};

export const speaker = (world: World, identity: Record<string, string>): Omit<Client, "key"> => {
  const request: Client["request"] = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${world.url}/api/v1${path}`, {
      method,
      headers: { ...identity, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") && text !== "";
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
  };
  return {
    request,
    get: (path) => request("GET", path),
    post: (path, body, headers) => request("POST", path, body ?? {}, headers),
    put: (path, body) => request("PUT", path, body ?? {}),
    patch: (path, body) => request("PATCH", path, body ?? {}),
    delete: (path) => request("DELETE", path),
  };
};

/** Names of the organization's events since a moment, oldest first. */
export const eventsOf = async (shop: Shop, options: { since?: string } = {}): Promise<string[]> => {
  const rows = await shop.world.kernel.db.system
    .selectFrom("events")
    .select("name")
    .where("organization_id", "=", shop.id)
    .where("id", ">", options.since ?? "00000000-0000-0000-0000-000000000000")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.name);
};
export const eventsSoFar = async (shop: Shop): Promise<string> => {
  const last = await shop.world.kernel.db.system
    .selectFrom("events")
    .select("id")
    .where("organization_id", "=", shop.id)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.id ?? "00000000-0000-0000-0000-000000000000";
};

/** Waits for a condition, never for a time. */
export const eventually = async <T>(
  check: () => Promise<T | false | null | undefined>,
  what = "the condition",
  milliseconds = 15_000,
): Promise<T> => {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
