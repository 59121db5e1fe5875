import { expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar, type Shop } from "../../../test/builders.ts";
import { aSighting, sight } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { absorbTwin, moveIdentity, resolveSightings, twinAfter } from "./index.ts";

const world = await aWorld();
const count = async (shop: Shop, table: "contacts" | "identities") =>
  (await world.kernel.db.system.selectFrom(table).select("id").where("organization_id", "=", shop.id).execute()).length;
const identitiesOf = (shop: Shop, contactId: string) =>
  world.kernel.db.system
    .selectFrom("identities")
    .select(["id", "kind", "value", "match_key", "retired_at"])
    .where("organization_id", "=", shop.id)
    .where("contact_id", "=", contactId)
    .orderBy("id")
    .execute();
const move = (shop: Shop, from: string, to: string, at = new Date(), kind: "phone" | "whatsapp_user_id" = "phone") => {
  const scope = kind === "phone" ? "" : "portfolio";
  return world.kernel.db.system
    .transaction()
    .execute((tx) => moveIdentity(tx, shop.id, { from: { kind, scope, value: from }, to: { kind, scope, value: to }, at, evidence: {} }));
};
const minutes = (n: number) => new Date(Date.UTC(2026, 10, 20, 12, n));

test("a person is one contact however often, and whatever the spelling of the number", async () => {
  const shop = await anOrganization(world);
  const [first] = await sight(shop, { phone: "5511987654321", name: "Ana" });
  const [again, other] = await sight(shop, { phone: "551187654321", name: "Ana" }, { phone: "5491123456789" });
  expect(again).toEqual(first);
  expect(other?.contactId).not.toBe(first?.contactId);
  expect(await eventsOf(shop)).toEqual(["contact.created", "contact.created"]);
});

test("the spelling last seen is the one to send to", async () => {
  const shop = await anOrganization(world);
  const [ana] = await sight(shop, { phone: "5511987654321", at: minutes(1) });
  await sight(shop, { phone: "551187654321", at: minutes(2) });
  await sight(shop, { phone: "5511987654321", at: minutes(1) });
  expect((await identitiesOf(shop, ana?.contactId ?? "")).map((row) => row.value)).toEqual(["551187654321"]);
});

test("a phone and a user id named together are one contact from then on", async () => {
  const shop = await anOrganization(world);
  const [byPhone] = await sight(shop, { phone: "447700900001" });
  const since = await eventsSoFar(shop);
  const [both] = await sight(shop, { phone: "447700900001", userId: "GB.1", username: "ada" });
  const [byId] = await sight(shop, { userId: "GB.1" });
  expect(both?.contactId).toBe(byPhone?.contactId);
  expect(both?.identityId).toBe(byPhone?.identityId);
  expect(byId?.contactId).toBe(byPhone?.contactId);
  expect(byId?.identityId).not.toBe(byPhone?.identityId);
  expect(await eventsOf(shop, { since })).toEqual(["contact.identity_added", "contact.identity_added"]);
});

test("a user id is known in its own portfolio only", async () => {
  const shop = await anOrganization(world);
  const [one, two] = await sight(shop, { userId: "GB.1", scope: "one" }, { userId: "GB.1", scope: "two" });
  expect(one?.contactId).not.toBe(two?.contactId);
});

test("people named in one batch meet one another", async () => {
  const shop = await anOrganization(world);
  const [a, b, c] = await sight(shop, { phone: "447700900002" }, { phone: "447700900002", userId: "GB.2" }, { userId: "GB.2" });
  expect(new Set([a?.contactId, b?.contactId, c?.contactId]).size).toBe(1);
  expect([await count(shop, "contacts"), await count(shop, "identities")]).toEqual([1, 2]);
});

test("a phone of one and a user id of another are not merged: the user id decides, once it is told that they may be one", async () => {
  const shop = await anOrganization(world);
  const [a, b] = await sight(shop, { phone: "447700900003" }, { userId: "GB.3" });
  const since = await eventsSoFar(shop);
  const [both] = await sight(shop, { phone: "447700900003", userId: "GB.3" });
  await sight(shop, { phone: "447700900003", userId: "GB.3" });
  expect(both).toEqual(b);
  expect(await eventsOf(shop, { since })).toEqual(["contact.duplicate_suspected"]);
  const held = await world.kernel.db.system
    .selectFrom("identities")
    .select(["contact_id", "evidence"])
    .where("organization_id", "=", shop.id)
    .where("kind", "=", "phone")
    .executeTakeFirstOrThrow();
  expect(held).toMatchObject({ contact_id: a?.contactId, evidence: { suspects: [b?.contactId] } });
});

test("a username that somebody else took does not bring their history along", async () => {
  const shop = await anOrganization(world);
  const [ada] = await sight(shop, { userId: "GB.4", username: "sunny", at: minutes(1) });
  const [eve] = await sight(shop, { userId: "GB.5", username: "Sunny", at: minutes(2) });
  expect(eve?.contactId).not.toBe(ada?.contactId);
  const [byName] = await sight(shop, { username: "@sunny", at: minutes(3) });
  expect(byName?.contactId).toBe(eve?.contactId);
  expect((await identitiesOf(shop, ada?.contactId ?? "")).find((row) => row.kind === "whatsapp_username")?.retired_at).not.toBeNull();
  // An old message replayed later does not take the name back.
  const since = await eventsSoFar(shop);
  await sight(shop, { userId: "GB.4", username: "sunny", at: minutes(1) });
  expect((await sight(shop, { username: "sunny" }))[0]?.contactId).toBe(eve?.contactId);
  expect(await eventsOf(shop, { since })).toEqual([]);
});

test("many at once, from several transactions, make each person once", async () => {
  const shop = await anOrganization(world);
  const people = Array.from({ length: 60 }, (_, i) => ({ phone: `4477009${String(10000 + i)}`, userId: `GB.many${i}`, name: `P${i}` }));
  const orders = [
    people,
    people.toReversed(),
    people.toSorted((a, b) => (a.phone.slice(-1) < b.phone.slice(-1) ? -1 : 1)),
    people.slice(20),
  ];
  const answers = await Promise.all(orders.map((order) => sight(shop, ...order)));
  expect([await count(shop, "contacts"), await count(shop, "identities")]).toEqual([60, 120]);
  expect((await eventsOf(shop)).filter((name) => name === "contact.created")).toHaveLength(60);
  expect(answers[1]?.toReversed()).toEqual(answers[0]);
});

test("a batch of a thousand is resolved, and again without any change", async () => {
  const shop = await anOrganization(world);
  const people = Array.from({ length: 1000 }, (_, i) => ({ phone: `44770${String(1000000 + i)}`, userId: `GB.k${i}`, at: minutes(1) }));
  const first = await sight(shop, ...people);
  const since = await eventsSoFar(shop);
  expect(await sight(shop, ...people)).toEqual(first);
  expect(await eventsOf(shop, { since })).toEqual([]);
  expect(await count(shop, "contacts")).toBe(1000);
});

test("a sighting without anything usable has no answer, its neighbours have", async () => {
  const shop = await anOrganization(world);
  const sightings = [aSighting({ key: "none" }), aSighting({ key: "odd", phone: "+" }), aSighting({ key: "good", phone: "447700900009" })];
  const resolved = await world.kernel.db.system.transaction().execute((tx) => resolveSightings(tx, shop.id, sightings));
  expect([...resolved.keys()]).toEqual(["good"]);
});

test("the profile name follows the person until a member writes a better one", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const [ana] = await sight(shop, { phone: "447700900010", name: "ana", at: minutes(1) });
  const name = async () => (await api.get<{ name: string }>(`/contacts/${ana?.contactId}`)).body.name;
  await sight(shop, { phone: "447700900010", name: "Ana \u0000B", at: minutes(3) });
  await sight(shop, { phone: "447700900010", name: "older", at: minutes(2) });
  expect(await name()).toBe("Ana B");
  await api.patch(`/contacts/${ana?.contactId}`, { name: "Ana Bello" });
  await sight(shop, { phone: "447700900010", name: "xX_ana_Xx", at: minutes(4) });
  expect(await name()).toBe("Ana Bello");
});

test("a change of number keeps contact and history, retires the old number, and is told once", async () => {
  const shop = await anOrganization(world);
  const [ana] = await sight(shop, { phone: "447700900011", at: minutes(1) });
  const since = await eventsSoFar(shop);
  expect(await move(shop, "447700900011", "447700900012", minutes(2))).toBe(ana?.contactId);
  expect(await move(shop, "447700900011", "447700900012", minutes(2))).toBe(ana?.contactId);
  expect((await sight(shop, { phone: "447700900012", at: minutes(3) }))[0]?.contactId).toBe(ana?.contactId);
  expect((await identitiesOf(shop, ana?.contactId ?? "")).map((row) => [row.value, row.retired_at !== null])).toEqual([
    ["447700900011", true],
    ["447700900012", false],
  ]);
  expect(await eventsOf(shop, { since })).toEqual(["contact.identity_moved"]);
});

test("whoever gets a number that was given up is somebody new, and an older message still belongs to the first", async () => {
  const shop = await anOrganization(world);
  const [ana] = await sight(shop, { phone: "447700900013", at: minutes(1) });
  await move(shop, "447700900013", "447700900014", minutes(5));
  expect((await sight(shop, { phone: "447700900013", at: minutes(4) }))[0]?.contactId).toBe(ana?.contactId);
  const [bob] = await sight(shop, { phone: "447700900013", at: minutes(9) });
  expect(bob?.contactId).not.toBe(ana?.contactId);
  expect((await identitiesOf(shop, ana?.contactId ?? "")).map((row) => row.value)).toEqual(["447700900013", "447700900014"]);
  // The notice of the change arrives once more: it is not Bob who moved.
  expect(await move(shop, "447700900013", "447700900014", minutes(5))).toBe(ana?.contactId);
  expect((await sight(shop, { phone: "447700900013", at: minutes(10) }))[0]).toEqual(bob);
});

test("a change to a number somebody else has leaves it there and says that they may be one", async () => {
  const shop = await anOrganization(world);
  const [ana, bob] = await sight(shop, { phone: "447700900015" }, { phone: "447700900016" });
  const since = await eventsSoFar(shop);
  expect(await move(shop, "447700900015", "447700900016")).toBe(ana?.contactId);
  expect(await move(shop, "447700900015", "447700900016")).toBe(ana?.contactId);
  expect((await sight(shop, { phone: "447700900016" }))[0]?.contactId).toBe(bob?.contactId);
  expect(await eventsOf(shop, { since })).toEqual(["contact.duplicate_suspected"]);
});

test("a change between two spellings of one number is no change; a change of unknowns is nobody's", async () => {
  const shop = await anOrganization(world);
  const [ana] = await sight(shop, { phone: "5511987654321", at: minutes(1) });
  const since = await eventsSoFar(shop);
  expect(await move(shop, "5511987654321", "551187654321", minutes(2))).toBe(ana?.contactId);
  expect(await move(shop, "447700900098", "447700900099")).toBeNull();
  expect(await eventsOf(shop, { since })).toEqual([]);
  expect((await identitiesOf(shop, ana?.contactId ?? "")).map((row) => [row.value, row.retired_at])).toEqual([["551187654321", null]]);
});

test("a new user id is learned from the notice", async () => {
  const shop = await anOrganization(world);
  const [ana] = await sight(shop, { userId: "GB.old" });
  await move(shop, "GB.old", "GB.new", new Date(), "whatsapp_user_id");
  expect((await sight(shop, { userId: "GB.new" }))[0]?.contactId).toBe(ana?.contactId);
});

test("one organization's people are nobody's to another", async () => {
  const [mine, other] = [await anOrganization(world), await anOrganization(world)];
  const [here] = await sight(mine, { phone: "447700900020" });
  const [there] = await sight(other, { phone: "447700900020" });
  expect(there?.contactId).not.toBe(here?.contactId);
  expect(await move(other, "447700900021", "447700900020")).toBe(there?.contactId);
});

test("a name told earlier does not replace a later one, whichever comes first", async () => {
  const shop = await anOrganization(world);
  const [ana] = await sight(shop, { phone: "447700900030", name: "Ana", at: minutes(1) });
  await sight(shop, { phone: "447700900030", at: minutes(9) });
  await sight(shop, { phone: "447700900030", name: "Ana Maria", at: minutes(5) });
  await sight(shop, { phone: "447700900030", name: "A.", at: minutes(3) });
  const { name } = await world.kernel.db.system
    .selectFrom("contacts")
    .select("name")
    .where("id", "=", ana?.contactId ?? "")
    .executeTakeFirstOrThrow();
  expect(name).toBe("Ana Maria");
});

test("two changes of number that arrive in the wrong order end in one contact with the last number", async () => {
  const shop = await anOrganization(world);
  const [ana] = await sight(shop, { phone: "447700900031", at: minutes(1) });
  const [third] = await sight(shop, { phone: "447700900033", at: minutes(9) });
  expect(third?.contactId).not.toBe(ana?.contactId);
  expect(await move(shop, "447700900032", "447700900033", minutes(7))).toBe(third?.contactId);
  const twin = {
    from: { kind: "phone", scope: "", value: "447700900031" },
    to: { kind: "phone", scope: "", value: "447700900032" },
    at: minutes(4),
    evidence: {},
  } as const;
  await world.kernel.db.system.transaction().execute(async (tx) => {
    const found = await twinAfter(tx, shop.id, twin);
    expect(found).toEqual({ contactId: third?.contactId, of: ana?.contactId });
    if (found) await absorbTwin(tx, shop.id, found);
    expect(await moveIdentity(tx, shop.id, twin)).toBe(ana?.contactId);
  });
  expect((await identitiesOf(shop, ana?.contactId ?? "")).map((row) => [row.value, row.retired_at?.toISOString() ?? null])).toEqual([
    ["447700900031", minutes(4).toISOString()],
    ["447700900033", null],
    ["447700900032", minutes(7).toISOString()],
  ]);
  expect(await count(shop, "contacts")).toBe(1);
});

test("whom a member has put something to is not joined with another by itself", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  await sight(shop, { phone: "447700900034", at: minutes(1) });
  const [young] = await sight(shop, { phone: "447700900035", at: minutes(9) });
  const change = {
    from: { kind: "phone", scope: "", value: "447700900034" },
    to: { kind: "phone", scope: "", value: "447700900035" },
    at: minutes(4),
    evidence: {},
  } as const;
  const twin = () => world.kernel.db.system.transaction().execute((tx) => twinAfter(tx, shop.id, change));
  expect(await twin()).not.toBeNull();
  await api.post(`/contacts/${young?.contactId}/notes`, { body: "Likes it dark" });
  expect(await twin()).toBeNull();
});
