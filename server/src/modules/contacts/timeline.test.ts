import { expect, test } from "vitest";
import { anOrganization, client } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Item = { name: string; changes: { field: string; from: unknown; to: unknown }[] };
type Page = { items: Item[]; next: string | null };

const idAt = (moment: Date, tail: string) => {
  const hex = moment.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail.padStart(12, "0")}`;
};
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);

test("by kind, with who changed what from what to what, and further back only when asked", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const { id } = await aContact(shop, { name: "Ada" });
  for (const [ago, name] of [
    [3, "page.viewed"],
    [100, "Order Completed"],
    [500, "page.viewed"],
  ] as const)
    await world.kernel.db.system
      .insertInto("events")
      .values({
        organization_id: shop.id,
        id: idAt(day(ago), String(ago)),
        name,
        actor: JSON.stringify({ kind: "system", name: "site" }),
        contact_id: id,
        payload: "{}",
        occurred_at: day(ago),
      })
      .execute();
  await api.patch(`/contacts/${id}`, { language: "en" });
  await api.patch(`/contacts/${id}`, { language: "fr", stage: "customer" });
  await api.post(`/contacts/${id}/notes`, { body: "x" });
  const read = async (query: string) => (await api.get<Page>(`/contacts/${id}/timeline?${query}`)).body;

  expect((await read("kind=notes")).items.map((item) => item.name)).toEqual(["contact.note_added"]);
  const changes = await read("kind=changes");
  const [update] = changes.items.filter((item) => item.name === "contact.updated");
  expect(update?.changes).toContainEqual({ field: "language", from: "en", to: "fr" });

  const first = await read("kind=website");
  expect([first.items.map((item) => item.name), first.next]).toEqual([["page.viewed"], expect.any(String)]);
  const second = await read(`kind=website&after=${first.next}`);
  expect(second.items.map((item) => item.name)).toEqual(["Order Completed"]);
  const third = await read(`kind=website&after=${second.next}`);
  expect([third.items.map((item) => item.name), third.next]).toEqual([["page.viewed"], null]);
  expect((await read("kind=campaigns")).items).toEqual([]);
  expect((await api.get(`/contacts/${id}/timeline?kind=gossip`)).status).toBe(400);
  expect((await (await client(await anOrganization(world))).get(`/contacts/${id}/timeline`)).status).toBe(404);
});
