import { expect, test } from "vitest";
import { anOrganization, type Client, client, eventually, type Shop } from "../../../test/builders.ts";
import { aContact, sight } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { keysOf, scoreOf } from "./duplicate-keys.ts";

const world = await aWorld();
type Pair = { contact: { id: string; name: string }; other: { id: string; name: string }; score: number; reasons: string[] };
type Page = { items: Pair[]; next: string | null };

const person = async (api: Client, body: Record<string, unknown>) => (await api.post<{ id: string }>("/contacts", body)).body.id;
const pairs = async (api: Client, query = "") => (await api.get<Page>(`/duplicates${query}`)).body.items;
const untilPairs = (api: Client, count: number, query = "") =>
  eventually(async () => {
    const found = await pairs(api, query);
    return found.length === count && found;
  }, `${count} pairs`);

test("who shares a number in another field, an address, or a name and something else is found, with reasons and a score", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  await api.post("/fields", { name: "Second phone", key: "second_phone", type: "phone", category: "user.contact" });
  const ada = await person(api, { name: "Ada Lovelace", company: "Engines", identities: [{ kind: "phone", value: "+44 20 7946 0018" }] });
  const twin = await person(api, { name: "A. L.", fields: { second_phone: "+442079460018" } });
  const namesake = await person(api, { name: "LOVELACE, Ada", company: "engines" });
  await person(api, { name: "Ada Lovelace", company: "Another one" });
  const found = await untilPairs(api, 2);
  expect(found.map(({ contact, other, reasons }) => [new Set([contact.id, other.id]), reasons])).toEqual([
    [new Set([ada, twin]), ["same_phone"]],
    [new Set([ada, namesake]), ["name_and_company"]],
  ]);
  expect(found.map(({ score }) => score)).toEqual([90, 50]);
  expect(await pairs(api, "?strength=weak")).toHaveLength(1);
  expect((await api.get<{ strong: number; weak: number }>("/duplicates/counts")).body).toEqual({ strong: 1, weak: 1, dismissed: 0 });
  // What they had in common goes, and so does the pair.
  await api.patch(`/contacts/${namesake}`, { name: "Grace Hopper" });
  await untilPairs(api, 1);
});

test("what the channel saw named together is suspected at once", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const one = await aContact(shop, { phone: "447700900441" });
  const two = await aContact(shop, { userId: "user-441", name: "Two" });
  await sight(shop, { phone: "447700900441", userId: "user-441" });
  const [pair] = await untilPairs(api, 1);
  expect([new Set([pair?.contact.id, pair?.other.id]), pair?.reasons]).toEqual([new Set([one.id, two.id]), ["seen_together"]]);
  // Looking at the one who has nothing written down about it does not forget it.
  await api.patch(`/contacts/${two.id}`, { name: "Two again" });
  await eventually(async () => (await pairs(api))[0]?.contact.name === "Two again" || (await pairs(api))[0]?.other.name === "Two again");
  expect(await pairs(api)).toHaveLength(1);
});

test("not the same person is remembered for good, also by whom one of them is merged into", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const make = (name: string, email: string) => person(api, { name, company: "Acme", identities: [{ kind: "email", value: email }] });
  const [a, b] = [await make("Kim Lee", "kim@acme.example"), await make("Kim Lee", "kim.lee@acme.example")];
  await untilPairs(api, 1);
  const dismissal = `/contacts/${b}/duplicates/${a}/dismissal`;
  expect((await api.put(dismissal)).status).toBe(204);
  expect(await pairs(api)).toEqual([]);
  expect(await pairs(api, "?state=dismissed")).toHaveLength(1);
  await api.patch(`/contacts/${a}`, { country: "GB" });
  const c = await make("Kim Lee", "kl@acme.example");
  // The third one may be either; that the first two are two is not asked again.
  await untilPairs(api, 2);
  const merge = await api.post<{ id: string }>(`/contacts/${c}/merges`, { otherContactId: b });
  await eventually(async () => (await pairs(api)).length === 0, "the pair of the merged one to be answered");
  await api.post(`/merges/${merge.body.id}/undo`);
  await untilPairs(api, 2);
  expect((await api.delete(dismissal)).status).toBe(204);
  await untilPairs(api, 3);
  expect((await api.delete(`/contacts/${a}/duplicates/${a}/dismissal`)).status).toBe(404);
});

test("a list of pairs goes on where the page ended, and is nobody else's", async () => {
  const [shop, stranger] = [await anOrganization(world), await anOrganization(world)];
  const api = await client(shop);
  for (let at = 0; at < 5; at++) await person(api, { name: "Same Name", company: "Same" });
  await untilPairs(api, 10);
  const seen: string[] = [];
  for (let after = ""; ; ) {
    const page = (await api.get<Page>(`/duplicates?limit=3${after && `&after=${after}`}`)).body;
    seen.push(...page.items.map(({ contact, other }) => `${contact.id} ${other.id}`));
    if (page.next === null) break;
    after = page.next;
  }
  expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
  expect((await api.get("/duplicates?after=bm90")).status).toBe(400);
  expect(await pairs(await client(stranger))).toEqual([]);
  expect((await (await client(shop, { can: ["contacts.read"] })).get("/duplicates")).status).toBe(403);
});

test("what half the world shares says nothing", async () => {
  const shop: Shop = await anOrganization(world);
  const api = await client(shop);
  for (let at = 0; at < 22; at++) await person(api, { name: "Reception Desk", company: "Grand Hotel" });
  const [one, two] = [await person(api, { name: "X Y", company: "Z" }), await person(api, { name: "Y X", company: "z" })];
  const [pair] = await untilPairs(api, 1, `?contactId=${one}`);
  expect(new Set([pair?.contact.id, pair?.other.id])).toEqual(new Set([one, two]));
  // The last ones to come were too many for a question each.
  const asked = (await pairs(api, "?limit=100")).length;
  expect(asked).toBeLessThan((22 * 21) / 2);
});

test("addresses meet in the box they lead to, names whatever their order, retired numbers not at all", () => {
  const of = (more: object) =>
    keysOf({ name: "", company: null, country: "GB", identities: [], addresses: [], values: [], ...more }).map(
      ({ kind, text }) => `${kind} ${text}`,
    );
  const email = (value: string) => of({ identities: [{ kind: "email", value }] });
  expect(email("Ada.L+news@googlemail.com")).toEqual(email("adal@gmail.com"));
  expect(email("ada+x@shop.example")).toEqual(email("ada@shop.example"));
  expect(email("a.b@shop.example")).not.toEqual(email("ab@shop.example"));
  expect(of({ name: "José  Núñez", company: "Ñandú S.A." })).toEqual(of({ name: "NUNEZ, Jose", company: "nandu s a" }));
  expect(of({ name: "X", company: "Y" })).toEqual([]);
  expect(scoreOf(["name_and_company", "name_and_address"])).toBe(80);
  expect(scoreOf(["same_phone", "same_email", "seen_together"])).toBe(99);
});
