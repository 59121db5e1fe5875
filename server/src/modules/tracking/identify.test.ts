import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { anOrganization, client, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWriteKey, fromBrowser, fromServer, storedEvents, type WriteKey } from "../../../test/tracking.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
const identities = async (shop: Shop, contactId: string) =>
  (
    await world.kernel.db.system
      .selectFrom("identities")
      .select(["kind", "value"])
      .where("organization_id", "=", shop.id)
      .where("contact_id", "=", contactId)
      .orderBy("kind")
      .execute()
  ).map(({ kind, value }) => `${kind} ${value}`);
const contactsOf = (shop: Shop) =>
  world.kernel.db.system.selectFrom("contacts").selectAll().where("organization_id", "=", shop.id).orderBy("id").execute();
const visitorOf = async (shop: Shop, key: string) =>
  world.kernel.db.system
    .selectFrom("visitors")
    .selectAll()
    .where("organization_id", "=", shop.id)
    .where("anonymous_key", "=", key)
    .executeTakeFirst();
const signed = (key: WriteKey, userId: string) => createHmac("sha256", key.secret).update(userId).digest("hex");
const sending = async (shop: Shop) => (await client(shop, { can: ["events.write"] })).key;

test("somebody else's e-mail in a browser leads to a contact of its own, never to theirs", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const victim = await aContact(shop, { name: "Vera", email: "vera@example.test" });
  await fromServer(shop, await sending(shop), { type: "identify", userId: "vera-1", traits: { email: "vera@example.test" } });
  const attack = await fromBrowser(shop, key, [
    {
      type: "identify",
      anonymousId: "evil",
      userId: "vera-1",
      traits: { email: "vera@example.test", name: "Mallory", phone: "+442079460018" },
    },
    { type: "track", event: "Cancelled Everything", anonymousId: "evil", userId: "vera-1" },
  ]);
  expect(attack.body.accepted).toBe(2);
  const evil = await visitorOf(shop, "evil");
  expect(evil?.contact_id).not.toBe(victim.id);
  expect(evil?.verified).toBe(false);
  expect(await identities(shop, evil?.contact_id ?? "")).toEqual(["claimed_email vera@example.test", "claimed_phone 442079460018"]);
  expect(await identities(shop, victim.id)).toEqual(["email vera@example.test", "external_id vera-1"]);
  expect((await contactsOf(shop)).find((row) => row.id === victim.id)?.name).toBe("Vera");
  expect((await storedEvents(shop, "Cancelled Everything"))[0]?.contact_id).toBe(evil?.contact_id);
});

test("a user id claimed without proof does not catch the user's own data later", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  await fromBrowser(shop, key, { type: "identify", anonymousId: "squatter", userId: "77", traits: { name: "Squatter" } });
  await fromServer(shop, await sending(shop), { type: "track", userId: "77", event: "Order Completed" });
  const squatter = await visitorOf(shop, "squatter");
  const [order] = await storedEvents(shop, "Order Completed");
  expect(order?.contact_id).not.toBeNull();
  expect(order?.contact_id).not.toBe(squatter?.contact_id);
});

test("a signed user id leads to the contact with that id, and what the browser says of it fills blanks only", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  await fromServer(shop, await sending(shop), { type: "identify", userId: "42", traits: { name: "Ada Lovelace" } });
  await fromBrowser(shop, key, { type: "page", anonymousId: "ada" });
  const answer = await fromBrowser(shop, key, {
    type: "identify",
    anonymousId: "ada",
    userId: "42",
    userHash: signed(key, "42"),
    traits: { name: "Somebody Else", language: "fr" },
  });
  expect(answer.body.accepted).toBe(1);
  const visitor = await visitorOf(shop, "ada");
  const [ada] = await contactsOf(shop);
  expect([visitor?.contact_id, visitor?.verified]).toEqual([ada?.id, true]);
  expect([ada?.name, ada?.language]).toEqual(["Ada Lovelace", "fr"]);
  expect((await storedEvents(shop, "page.viewed"))[0]?.contact_id).toBe(ada?.id);
});

test("a signature of another user, or by another key, is refused", async () => {
  const shop = await anOrganization(world);
  const [key, other] = [await aWriteKey(shop), await aWriteKey(shop)];
  for (const userHash of [signed(key, "41"), signed(other, "42"), "0".repeat(64)])
    expect(await fromBrowser(shop, key, { type: "identify", anonymousId: "a", userId: "42", userHash })).toMatchObject({
      status: 400,
      body: { error: { code: "wrong_signature", field: "userHash" } },
    });
  expect(await contactsOf(shop)).toEqual([]);
});

test("after a signed identify another user id without proof changes nothing", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  await fromBrowser(shop, key, { type: "identify", anonymousId: "shared", userId: "1", userHash: signed(key, "1") });
  const before = await visitorOf(shop, "shared");
  const answer = await fromBrowser(shop, key, { type: "identify", anonymousId: "shared", userId: "2", traits: { name: "Two" } });
  expect(answer.body.results).toEqual([{ status: "dropped", reason: "not_signed" }]);
  expect((await visitorOf(shop, "shared"))?.contact_id).toBe(before?.contact_id);
  expect((await contactsOf(shop)).map((row) => row.name)).toEqual([""]);
});

test("where the organization wants signatures, claims are left out", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop, { unsigned: "ignored" });
  const answer = await fromBrowser(shop, key, { type: "identify", anonymousId: "a", traits: { email: "a@example.test" } });
  expect(answer.body.results).toEqual([{ status: "dropped", reason: "not_signed" }]);
  expect(await contactsOf(shop)).toEqual([]);
});

test("a visitor whose claims made a contact is that contact's user once a server or signature says so", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  await fromBrowser(shop, key, { type: "identify", anonymousId: "grace", traits: { name: "Grace" } });
  await fromBrowser(shop, key, { type: "identify", anonymousId: "grace", userId: "9", userHash: signed(key, "9") });
  const [grace, ...others] = await contactsOf(shop);
  expect(others).toEqual([]);
  expect(await identities(shop, grace?.id ?? "")).toEqual(["external_id 9"]);
});

test("a server's word overwrites, and families may share an address", async () => {
  const shop = await anOrganization(world);
  const api = await sending(shop);
  await fromServer(shop, api, [
    { type: "identify", userId: "a", traits: { name: "Ann", email: "home@example.test" } },
    { type: "identify", userId: "b", traits: { name: "Bob", email: "home@example.test" } },
    { type: "identify", userId: "a", traits: { name: "Anna" } },
  ]);
  const rows = await contactsOf(shop);
  expect(rows.map((row) => row.name).sort()).toEqual(["Anna", "Bob"]);
});

test("alias joins a visitor to a user, and two user ids of which one is known", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const api = await sending(shop);
  await fromBrowser(shop, key, { type: "page", anonymousId: "before" });
  await fromServer(shop, api, { type: "alias", previousId: "before", userId: "new" });
  const [page] = await storedEvents(shop, "page.viewed");
  const contactId = page?.contact_id ?? "";
  expect(await identities(shop, contactId)).toEqual(["external_id new"]);
  await fromServer(shop, api, { type: "alias", previousId: "new", userId: "newer" });
  expect(await identities(shop, contactId)).toEqual(["external_id new", "external_id newer"]);
  expect(await fromBrowser(shop, key, { type: "alias", anonymousId: "x", previousId: "new", userId: "mine" })).toMatchObject({
    status: 400,
    body: { error: { code: "signature_needed" } },
  });
});

test("an identify sent twice at once makes one contact", async () => {
  const shop = await anOrganization(world);
  const api = await sending(shop);
  const identify = {
    type: "identify",
    userId: "once",
    messageId: "i-1",
    anonymousId: "once",
    traits: { name: "Once", email: "once@example.test" },
  };
  const answers = await Promise.all(Array.from({ length: 6 }, () => fromServer(shop, api, identify)));
  expect(answers.map(({ body }) => body.results[0]?.status).sort()).toEqual(["accepted", ...Array.from({ length: 5 }, () => "duplicate")]);
  expect(await contactsOf(shop)).toHaveLength(1);
});

test("no event is lost between a visitor's events and the moment they are known", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const track = (at: number) => ({ type: "track", event: "Step", anonymousId: "race", messageId: `s-${at}` });
  await Promise.all([
    ...Array.from({ length: 20 }, (_, at) => fromBrowser(shop, key, [track(at), track(at + 100)])),
    fromBrowser(shop, key, { type: "identify", anonymousId: "race", userId: "r", userHash: signed(key, "r") }),
  ]);
  const visitor = await visitorOf(shop, "race");
  expect(new Set((await storedEvents(shop, "Step")).map((row) => row.contact_id))).toEqual(new Set([visitor?.contact_id]));
});
