import { expect, test } from "vitest";
import { aBrowser, auditOf, browserOf, type MeBody, someoneSignedUp } from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, client, eventsOf, eventsSoFar, type Shop } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
const ownerOf = (shop: Shop) => browserOf(shop, { userId: shop.ownerUserId });

test("members are listed in pages", async () => {
  const shop = await anOrganization(world);
  for (const name of ["Ada", "Ben", "Cem"]) await aMember(shop, { name });
  const api = await client(shop, { can: ["members.read"] });
  const first = await api.get<{ items: { name: string }[]; next: string }>("/members?limit=3");
  const second = await api.get<{ items: { name: string }[]; next: null }>(`/members?limit=3&after=${first.body.next}`);
  expect([...first.body.items, ...second.body.items].map((member) => member.name)).toEqual(["Owner", "Ada", "Ben", "Cem"]);
  expect(second.body.next).toBeNull();
  expect((await api.get(`/members?after=${Buffer.from('["x"]').toString("base64url")}`)).status).toBe(400);
});

test("a role changes at once, and is told and recorded once", async () => {
  const shop = await anOrganization(world);
  const ada = await aMember(shop, { role: "viewer" });
  const [owner, browser] = [await ownerOf(shop), await browserOf(shop, ada)];
  expect((await browser.get<MeBody>("/me")).body.permissions).not.toContain("members.manage");
  const since = await eventsSoFar(shop);
  await owner.patch(`/members/${ada.id}`, { role: "admin" });
  await owner.patch(`/members/${ada.id}`, { role: "admin" });
  expect(await eventsOf(shop, { since })).toEqual(["member.changed"]);
  expect(await auditOf(shop)).toEqual(["member.role_changed"]);
  expect((await browser.get<MeBody>("/me")).body.permissions).toContain("members.manage");
});

test("the last owner can neither be demoted nor deactivated, not even by two at once", async () => {
  const shop = await anOrganization(world);
  const second = await aMember(shop, { role: "owner" });
  const [one, two] = [await ownerOf(shop), await browserOf(shop, second)];
  const answers = await Promise.all([
    one.patch(`/members/${second.id}`, { role: "agent" }),
    two.patch(`/members/${shop.ownerMemberId}`, { active: false }),
  ]);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  const owners = await world.kernel.db.system
    .selectFrom("members")
    .select(["id", "user_id"])
    .where("organization_id", "=", shop.id)
    .where("role", "=", "owner")
    .where("deactivated_at", "is", null)
    .execute();
  expect(owners).toHaveLength(1);
  const left = owners[0] ?? { id: "", user_id: "" };
  const last = await browserOf(shop, { userId: left.user_id });
  for (const change of [{ role: "admin" }, { active: false }])
    expect(await last.patch(`/members/${left.id}`, change)).toMatchObject({ status: 409, body: { error: { code: "last_owner" } } });
});

test("only owners make owners or touch them", async () => {
  const shop = await anOrganization(world);
  const [admin, ada] = [await aMember(shop, { role: "admin" }), await aMember(shop)];
  const [browser, key] = [await browserOf(shop, admin), await client(shop)];
  for (const by of [browser, key]) {
    expect(await by.patch(`/members/${ada.id}`, { role: "owner" })).toMatchObject({
      status: 403,
      body: { error: { code: "owner_needed" } },
    });
    expect((await by.patch(`/members/${shop.ownerMemberId}`, { active: false })).status).toBe(403);
  }
  expect((await browser.patch(`/members/${admin.id}`, { role: "owner" })).status).toBe(403);
  expect((await (await ownerOf(shop)).patch(`/members/${ada.id}`, { role: "owner" })).body).toMatchObject({ role: "owner" });
});

test("a key that lacks a permission cannot give a role that has it", async () => {
  const shop = await anOrganization(world);
  const ada = await aMember(shop, { role: "viewer" });
  const key = await client(shop, { can: ["members.manage"] });
  expect(await key.patch(`/members/${ada.id}`, { role: "admin" })).toMatchObject({
    status: 403,
    body: { error: { code: "above_own_role" } },
  });
  expect((await key.post("/invitations", { email: "x@example.test", role: "admin" })).status).toBe(403);
});

test("a deactivated member is out at once, and stays out of old sessions when reactivated", async () => {
  const shop = await anOrganization(world);
  const ada = await aMember(shop);
  const [owner, browser] = [await ownerOf(shop), await browserOf(shop, ada)];
  expect((await browser.get("/me")).status).toBe(200);
  expect((await owner.patch(`/members/${ada.id}`, { active: false })).body).toMatchObject({ active: false });
  expect((await browser.get("/me")).status).toBe(401);
  expect((await owner.patch(`/members/${ada.id}`, { active: true })).body).toMatchObject({ active: true });
  expect((await browser.get("/me")).status).toBe(401);
  expect(await auditOf(shop)).toEqual(["member.deactivated", "member.reactivated"]);
});

test("who is an active member of nothing cannot sign in", async () => {
  const { email, password, shop, me } = await someoneSignedUp(world);
  await world.kernel.db.system
    .updateTable("members")
    .set({ deactivated_at: new Date() })
    .where("organization_id", "=", shop.id)
    .where("id", "=", me.member.id)
    .execute();
  const browser = aBrowser(world);
  expect(await browser.post("/sign-in", { email, password })).toMatchObject({ status: 403, body: { error: { code: "no_organization" } } });
  expect(browser.cookie()).toBeUndefined();
});

test("a person of two organizations works in one at a time and goes over on purpose", async () => {
  const [here, there] = [await anOrganization(world), await anOrganization(world)];
  const ada = await aMember(here, { role: "agent" });
  await world.kernel.db.system
    .insertInto("members")
    .values({ organization_id: there.id, id: crypto.randomUUID(), user_id: ada.userId, name: "Ada", email: ada.email, role: "viewer" })
    .execute();
  const browser = await browserOf(here, ada);
  const me = (await browser.get<MeBody>("/me")).body;
  expect(me.organizations.map((organization) => organization.id).sort()).toEqual([here.id, there.id].sort());
  expect((await browser.put<MeBody>("/me/organization", { organizationId: there.id })).body).toMatchObject({
    organization: { id: there.id },
    member: { role: "viewer" },
  });
  expect((await browser.get<{ items: { id: string }[] }>("/members")).body.items.map((member) => member.id)).toContain(there.ownerMemberId);

  // Deactivated where the page is open: nobody, rather than suddenly a member of the other organization.
  await world.kernel.db.system
    .updateTable("members")
    .set({ deactivated_at: new Date() })
    .where("organization_id", "=", there.id)
    .where("user_id", "=", ada.userId)
    .execute();
  expect((await browser.get("/members")).status).toBe(401);
  const stranger = await anOrganization(world);
  expect((await (await browserOf(here, ada)).put("/me/organization", { organizationId: stranger.id })).status).toBe(404);
});

test("a member of another organization is nobody here", async () => {
  const [here, there] = [await anOrganization(world), await anOrganization(world)];
  const owner = await ownerOf(here);
  expect((await owner.patch(`/members/${there.ownerMemberId}`, { role: "agent" })).status).toBe(404);
  const { items } = (await owner.get<{ items: { id: string }[] }>("/members")).body;
  expect(items.map((member) => member.id)).toEqual([here.ownerMemberId]);
});

test("the profile changes everywhere the person is shown", async () => {
  const { browser, shop } = await someoneSignedUp(world);
  const since = await eventsSoFar(shop);
  const changed = await browser.patch<MeBody>("/me", { name: "Olga Ø", theme: "dark", language: "ar", timeZone: "Asia/Riyadh" });
  expect(changed.body.user).toMatchObject({ name: "Olga Ø", theme: "dark", language: "ar", timeZone: "Asia/Riyadh" });
  expect((await browser.get<{ items: { name: string }[] }>("/members")).body.items[0]?.name).toBe("Olga Ø");
  expect(await eventsOf(shop, { since })).toEqual(["member.changed"]);
  expect(await browser.patch("/me", { timeZone: "Mars/Olympus" })).toMatchObject({ status: 400, body: { error: { field: "timeZone" } } });
});

test("the organization's settings change, and what changed is recorded", async () => {
  const { browser, shop } = await someoneSignedUp(world);
  expect((await browser.patch("/organization", { name: "Neu", country: "de", timeZone: "Europe/Berlin" })).body).toMatchObject({
    name: "Neu",
    country: "DE",
    timeZone: "Europe/Berlin",
  });
  await browser.patch("/organization", { name: "Neu" });
  expect((await auditOf(shop)).filter((action) => action === "organization.changed")).toHaveLength(1);
  expect((await browser.patch("/organization", { country: "1?" })).status).toBe(400);
  expect((await browser.get("/organization")).body).toMatchObject({ id: shop.id, name: "Neu" });
});
