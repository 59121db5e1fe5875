import { expect, test } from "vitest";
import {
  aBrowser,
  anEmail,
  aPassword,
  auditOf,
  browserOf,
  type MeBody,
  someoneSignedUp,
  tokenIn,
} from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();

type Made = { id: string; link: string; email: string };
const invited = async (shop: Shop, email = anEmail(), role = "agent") => {
  const owner = await browserOf(shop, { userId: shop.ownerUserId });
  const { status, body } = await owner.post<Made>("/invitations", { email, role });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { owner, invitation: body, token: tokenIn(body.link), email };
};
const list = async (shop: Shop) =>
  (await (await client(shop, { can: ["members.manage"] })).get<{ items: { id: string }[] }>("/invitations")).body.items.map(
    (item) => item.id,
  );

test("a stranger follows the link, makes an account and is a member", async () => {
  const shop = await anOrganization(world);
  const { token, email, invitation } = await invited(shop);
  expect((await aBrowser(world).get(`/invitation?token=${token}`)).body).toEqual({
    organization: shop.name,
    email,
    role: "agent",
    accountExists: false,
  });
  const since = await eventsSoFar(shop);
  const browser = aBrowser(world);
  const joined = await browser.post<MeBody>("/invitation", { token, name: "New", password: aPassword });
  expect(joined).toMatchObject({
    status: 200,
    body: { user: { email, emailVerified: false }, organization: { id: shop.id }, member: { role: "agent" } },
  });
  expect((await browser.get("/me")).status).toBe(200);
  expect(await eventsOf(shop, { since })).toEqual(["member.joined"]);
  expect(await auditOf(shop)).toEqual(["member.invited", "member.joined"]);
  expect(await list(shop)).not.toContain(invitation.id);
  expect(await aBrowser(world).post("/invitation", { token, name: "Again", password: aPassword })).toMatchObject({
    status: 404,
    body: { error: { code: "invitation_over" } },
  });
});

test("the link works for whoever opens it first, once", async () => {
  const shop = await anOrganization(world);
  const { token } = await invited(shop);
  const answers = await Promise.all([1, 2, 3].map(() => aBrowser(world).post("/invitation", { token, name: "New", password: aPassword })));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect((await world.kernel.db.system.selectFrom("members").select("id").where("organization_id", "=", shop.id).execute()).length).toBe(2);
});

test("a new account needs a name and a password of some length", async () => {
  const { token } = await invited(await anOrganization(world));
  expect(await aBrowser(world).post("/invitation", { token, password: aPassword })).toMatchObject({
    status: 400,
    body: { error: { field: "name" } },
  });
  expect(await aBrowser(world).post("/invitation", { token, name: "N", password: "short" })).toMatchObject({
    status: 400,
    body: { error: { field: "password" } },
  });
});

test("an account that exists joins by its own password, or by being signed in as that address", async () => {
  const [one, two, person] = [await anOrganization(world), await anOrganization(world), await someoneSignedUp(world)];
  const first = await invited(one, person.email);
  expect((await aBrowser(world).get(`/invitation?token=${first.token}`)).body).toMatchObject({ accountExists: true });
  expect((await aBrowser(world).post("/invitation", { token: first.token, password: "not the password" })).status).toBe(401);
  expect((await aBrowser(world).post("/invitation", { token: first.token })).status).toBe(401);
  expect(
    (await aBrowser(world).post("/invitation", { token: first.token, name: "Impostor", password: "password of another" })).status,
  ).toBe(401);
  expect((await aBrowser(world).post<MeBody>("/invitation", { token: first.token, password: person.password })).body.organization.id).toBe(
    one.id,
  );

  const second = await invited(two, person.email);
  const somebodyElse = await someoneSignedUp(world);
  expect((await somebodyElse.browser.post("/invitation", { token: second.token })).status).toBe(401);
  expect((await person.browser.post<MeBody>("/invitation", { token: second.token })).body.organization.id).toBe(two.id);
});

test("guessing the password of an invited account is limited like signing in", async () => {
  const person = await someoneSignedUp(world);
  const { token } = await invited(await anOrganization(world), person.email);
  const statuses = [];
  for (let i = 0; i < 11; i++) statuses.push((await aBrowser(world).post("/invitation", { token, password: "guess guess" })).status);
  expect(statuses.at(-1)).toBe(429);
});

test("revoked, replaced and expired links are over", async () => {
  const shop = await anOrganization(world);
  const one = await invited(shop);
  expect((await one.owner.delete(`/invitations/${one.invitation.id}`)).status).toBe(204);
  expect((await one.owner.delete(`/invitations/${one.invitation.id}`)).status).toBe(204);
  const two = await invited(shop);
  const three = await invited(shop, two.email);
  const four = await invited(shop);
  await world.kernel.db.system
    .updateTable("invitations")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where("organization_id", "=", shop.id)
    .where("id", "=", four.invitation.id)
    .execute();
  for (const { token } of [one, two, four]) expect((await aBrowser(world).get(`/invitation?token=${token}`)).status).toBe(404);
  expect(await list(shop)).toEqual([three.invitation.id]);
});

test("members are not invited again, deactivated ones are reactivated instead", async () => {
  const shop = await anOrganization(world);
  const ada = await aMember(shop);
  const owner = await browserOf(shop, { userId: shop.ownerUserId });
  expect(await owner.post("/invitations", { email: ada.email, role: "agent" })).toMatchObject({
    status: 409,
    body: { error: { code: "already_member" } },
  });
  await owner.patch(`/members/${ada.id}`, { active: false });
  expect(await owner.post("/invitations", { email: ada.email, role: "agent" })).toMatchObject({
    status: 409,
    body: { error: { code: "member_deactivated" } },
  });
});

test("nobody is invited as owner", async () => {
  const shop = await anOrganization(world);
  const owner = await browserOf(shop, { userId: shop.ownerUserId });
  expect(await owner.post("/invitations", { email: anEmail(), role: "owner" })).toMatchObject({
    status: 400,
    body: { error: { field: "role" } },
  });
});

test("without mail the letter is kept where the organization reads it; the demo writes to nobody", async () => {
  const shop = await anOrganization(world);
  const { owner, email, token } = await invited(shop);
  const letters = await eventually(async () => {
    const { items } = (await owner.get<{ items: { to: string; body: string; state: string }[] }>("/outbox")).body;
    return items.length > 0 && items;
  }, "the letter in the outbox");
  expect(letters).toMatchObject([{ to: email, state: "kept" }]);
  expect(letters[0]?.body).toContain(token);
  const elsewhere = await anOrganization(world);
  expect((await (await client(elsewhere)).get<{ items: unknown[] }>("/outbox")).body.items).toEqual([]);

  await world.kernel.db.system.updateTable("organizations").set({ demo: true }).where("id", "=", elsewhere.id).execute();
  const silent = await invited(elsewhere);
  expect(silent.invitation.link).toContain("/invitation?token=");
  expect((await silent.owner.get<{ items: unknown[] }>("/outbox")).body.items).toEqual([]);
});

test("another organization's invitation cannot be revoked, and only its digest is stored", async () => {
  const [here, there] = [await anOrganization(world), await anOrganization(world)];
  const { invitation, token } = await invited(here);
  expect((await (await client(there)).delete(`/invitations/${invitation.id}`)).status).toBe(404);
  expect(JSON.stringify(await world.kernel.db.system.selectFrom("invitations").selectAll().execute())).not.toContain(token);
});
