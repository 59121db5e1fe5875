import { expect, test } from "vitest";
import { aBrowser, auditOf, browserOf } from "../../../test/accounts.builders.ts";
import { allPermissions, aMember, anOrganization, client, eventsOf, speaker } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Made = { id: string; key: string; permissions: string[]; endsWith: string };
type Row = { id: string; lastUsedAt: string | null; revokedAt: string | null };

test("a key speaks to the same API with the permissions it has, and no others", async () => {
  const shop = await anOrganization(world);
  const owner = await browserOf(shop, { userId: shop.ownerUserId });
  const made = await owner.post<Made>("/api-keys", { name: "CRM", permissions: ["members.read", "members.read"] });
  expect(made).toMatchObject({
    status: 201,
    body: { name: "CRM", permissions: ["members.read"], endsWith: made.body.key.slice(-4), lastUsedAt: null, revokedAt: null },
  });
  const api = speaker(world, { authorization: `Bearer ${made.body.key}` });
  expect((await api.get("/members")).status).toBe(200);
  expect(await api.get("/api-keys")).toMatchObject({ status: 403, body: { error: { code: "forbidden" } } });
  expect((await owner.get<{ items: Row[] }>("/api-keys")).body.items[0]?.lastUsedAt).not.toBeNull();
  expect(await eventsOf(shop)).toEqual(["api_key.created"]);
});

test("a revoked key stops working at once, and revoking twice is revoking", async () => {
  const shop = await anOrganization(world);
  const owner = await browserOf(shop, { userId: shop.ownerUserId });
  const { body } = await owner.post<Made>("/api-keys", { name: "k", permissions: "all" });
  const api = speaker(world, { authorization: `Bearer ${body.key}` });
  expect((await api.get("/members")).status).toBe(200);
  expect((await owner.delete(`/api-keys/${body.id}`)).status).toBe(204);
  expect((await api.get("/members")).status).toBe(401);
  expect((await owner.delete(`/api-keys/${body.id}`)).status).toBe(204);
  expect((await owner.get<{ items: Row[] }>("/api-keys")).body.items[0]?.revokedAt).not.toBeNull();
  expect(await eventsOf(shop)).toEqual(["api_key.created", "api_key.revoked"]);
  expect(await auditOf(shop)).toEqual(["api_key.created", "api_key.revoked"]);
});

test("the key is shown once and kept as a digest", async () => {
  const shop = await anOrganization(world);
  const owner = await browserOf(shop, { userId: shop.ownerUserId });
  const { body } = await owner.post<Made>("/api-keys", { name: "k", permissions: "all" });
  expect(body.permissions).toEqual([...allPermissions()].sort());
  expect(JSON.stringify((await owner.get("/api-keys")).body)).not.toContain(body.key);
  expect(JSON.stringify(await world.kernel.db.system.selectFrom("api_keys").selectAll().execute())).not.toContain(body.key);
});

test("nobody makes a key that may more than they may", async () => {
  const shop = await anOrganization(world);
  const few = await client(shop, { can: ["api_keys.manage", "members.read"] });
  expect(await few.post("/api-keys", { name: "k", permissions: ["audit.read"] })).toMatchObject({
    status: 403,
    body: { error: { field: "permissions" } },
  });
  expect(await few.post("/api-keys", { name: "k", permissions: ["no.such"] })).toMatchObject({
    status: 400,
    body: { error: { field: "permissions" } },
  });
  expect((await few.post<Made>("/api-keys", { name: "k", permissions: "all" })).body.permissions).toEqual([
    "api_keys.manage",
    "members.read",
  ]);
});

test("another organization's key cannot be revoked", async () => {
  const [here, there] = [await anOrganization(world), await anOrganization(world)];
  const { body } = await (await client(here)).post<Made>("/api-keys", { name: "k", permissions: "all" });
  const stranger = await client(there);
  expect((await stranger.delete(`/api-keys/${body.id}`)).status).toBe(404);
  expect((await stranger.get<{ items: Row[] }>("/api-keys")).body.items.map((row) => row.id)).not.toContain(body.id);
});

test("a made-up key is no key", async () => {
  for (const authorization of ["Bearer candor_nonsense_nonsense", "Basic abc", "Bearer "])
    expect((await speaker(world, { authorization }).get("/members")).status).toBe(401);
});

const asked = [
  ["GET", "/organization", "members.read"],
  ["PATCH", "/organization", "organization.manage"],
  ["GET", "/members", "members.read"],
  ["PATCH", "/members/00000000-0000-7000-8000-000000000000", "members.manage"],
  ["GET", "/invitations", "members.manage"],
  ["POST", "/invitations", "members.manage"],
  ["DELETE", "/invitations/00000000-0000-7000-8000-000000000000", "members.manage"],
  ["GET", "/api-keys", "api_keys.manage"],
  ["POST", "/api-keys", "api_keys.manage"],
  ["DELETE", "/api-keys/00000000-0000-7000-8000-000000000000", "api_keys.manage"],
  ["GET", "/permissions", "members.read"],
  ["GET", "/outbox", "organization.manage"],
  ["GET", "/audit-log", "audit.read"],
] as const;
const allowed: Record<string, readonly string[]> = {
  owner: ["members.read", "members.manage", "organization.manage", "api_keys.manage", "audit.read"],
  admin: ["members.read", "members.manage", "organization.manage", "api_keys.manage", "audit.read"],
  agent: ["members.read"],
  viewer: ["members.read"],
};

test.each(Object.keys(allowed))("an %s reaches what the role has, and nothing else", async (role) => {
  const shop = await anOrganization(world);
  const browser = await browserOf(shop, await aMember(shop, { role: role as "agent" }));
  for (const [method, path, permission] of asked) {
    const { status } = await browser.request(method, path, method === "GET" || method === "DELETE" ? undefined : {});
    expect([method, path, status === 403]).toEqual([method, path, !allowed[role]?.includes(permission)]);
  }
});

test("without a session nothing of an organization is reached", async () => {
  for (const [method, path] of asked) expect([path, (await aBrowser(world).request(method, path)).status]).toEqual([path, 401]);
  for (const [method, path] of [
    ["GET", "/me"],
    ["PATCH", "/me"],
    ["PUT", "/me/organization"],
    ["POST", "/sign-out"],
    ["POST", "/password/change"],
    ["POST", "/email/verification"],
  ] as const)
    expect((await aBrowser(world).request(method, path)).status).toBe(401);
});

test("permissions are listed with their sentences and roles", async () => {
  const shop = await anOrganization(world);
  const { items } = (await (await client(shop)).get<{ items: { permission: string; sentence: string; roles: string[] }[] }>("/permissions"))
    .body;
  expect(items.map((item) => item.permission).sort()).toEqual([...allPermissions()].sort());
  expect(items.find((item) => item.permission === "members.read")?.roles).toEqual(["owner", "admin", "agent", "viewer"]);
  expect(items.find((item) => item.permission === "audit.read")?.roles).toEqual(["owner", "admin"]);
});
