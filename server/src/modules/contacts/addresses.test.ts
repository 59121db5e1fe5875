import { expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Address = { id: string; label: string; lines: string; city: string | null; country: string | null; main: boolean };
type Refused = { error: { code: string; field?: string } };

test("a contact has several addresses, one of them the main one", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const ada = await aContact(shop);
  const since = await eventsSoFar(shop);
  const home = (
    await api.post<Address>(`/contacts/${ada.id}/addresses`, {
      label: "Home",
      lines: "12 Long Lane\nFlat 2",
      city: "London",
      country: "gb",
    })
  ).body;
  const work = (await api.post<Address>(`/contacts/${ada.id}/addresses`, { city: "Paris", country: "FR" })).body;
  expect([home, work]).toMatchObject([
    { main: true, country: "GB", lines: "12 Long Lane\nFlat 2" },
    { main: false, label: "", country: "FR" },
  ]);
  await api.patch(`/contacts/${ada.id}/addresses/${work.id}`, { main: true, city: "Lyon" });
  const shown = async () =>
    (await api.get<{ addresses: Address[] }>(`/contacts/${ada.id}`)).body.addresses.map(({ city, main }) => [city, main]);
  expect(await shown()).toEqual([
    ["Lyon", true],
    ["London", false],
  ]);
  expect((await api.request("DELETE", `/contacts/${ada.id}/addresses/${work.id}`)).status).toBe(204);
  expect(await shown()).toEqual([["London", true]]);
  expect(await eventsOf(shop, { since })).toEqual(Array.from({ length: 4 }, () => "contact.updated"));
  const changes = await world.kernel.db.system
    .selectFrom("field_changes")
    .select(["before", "after"])
    .where("organization_id", "=", shop.id)
    .orderBy("event_id")
    .execute();
  expect(changes).toEqual([
    { before: null, after: "12 Long Lane, Flat 2, London, GB" },
    { before: null, after: "Paris, FR" },
    { before: "Paris, FR", after: "Lyon, FR" },
    { before: "Lyon, FR", after: null },
  ]);
});

test("an address of nothing, of no country, or the twenty-first is refused", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const ada = await aContact(shop);
  const refusal = async (body: unknown) => {
    const answer = await api.post<Refused>(`/contacts/${ada.id}/addresses`, body);
    return [answer.status, answer.body.error?.field ?? answer.body.error?.code];
  };
  expect(await refusal({ label: "Home" })).toEqual([400, "lines"]);
  expect(await refusal({ city: "Nowhere", country: "ZZ" })).toEqual([400, "country"]);
  expect(await refusal({ city: "Nul\u0000" })).toEqual([400, "city"]);
  for (let number = 0; number < 20; number++) await api.post(`/contacts/${ada.id}/addresses`, { city: `City ${number}` });
  expect(await refusal({ city: "One more" })).toEqual([409, "too_many_addresses"]);
});

test("two main addresses at once leave one", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const ada = await aContact(shop);
  await Promise.all(
    Array.from({ length: 6 }, (_each, at) => api.post(`/contacts/${ada.id}/addresses`, { city: `City ${at}`, main: true })),
  );
  const { addresses } = (await api.get<{ addresses: Address[] }>(`/contacts/${ada.id}`)).body;
  expect(addresses.map((address) => address.main)).toEqual([true, false, false, false, false, false]);
});
