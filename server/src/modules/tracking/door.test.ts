import { expect, test } from "vitest";
import { anOrganization, client } from "../../../test/builders.ts";
import { aWriteKey, fromBrowser, fromServer, storedEvents } from "../../../test/tracking.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();

test("a website's page view and event are stored under the visitor, with what the browser tells about itself", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const answer = await fromBrowser(shop, key, [
    {
      type: "page",
      anonymousId: "anon-1",
      messageId: "m-1",
      properties: { url: "https://shop.example/tea?utm_source=x", title: "Tea" },
      context: { page: { url: "https://shop.example/tea?utm_source=news#top" }, locale: "de-DE", timezone: "Europe/Berlin" },
    },
    { type: "track", event: "Product Viewed", anonymousId: "anon-1", messageId: "m-2", properties: { price: 12.5 } },
  ]);
  expect(answer).toMatchObject({
    status: 200,
    body: { accepted: 2, refused: 0, results: [{ status: "accepted" }, { status: "accepted" }] },
  });
  const [page, track] = await storedEvents(shop);
  expect(page).toMatchObject({
    name: "page.viewed",
    contact_id: null,
    payload: {
      type: "page",
      properties: { url: "https://shop.example/tea", title: "Tea" },
      context: { page: { url: "https://shop.example/tea" }, campaign: { source: "news" }, country: "DE", browser: { name: "Chrome" } },
    },
  });
  expect(track).toMatchObject({ name: "Product Viewed", visitor_id: page?.visitor_id, payload: { properties: { price: 12.5 } } });
  expect(page?.payload.visitorId).toBe(page?.visitor_id);
});

test("a server's user id makes a contact, and its events are that contact's", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop, { can: ["events.write"] });
  expect(
    await fromServer(shop, api.key, {
      type: "identify",
      userId: "42",
      anonymousId: "anon-9",
      traits: { name: "Ada", email: "ada@example.test" },
    }),
  ).toMatchObject({
    status: 200,
    body: { accepted: 1 },
  });
  expect(
    await fromServer(shop, api.key, { type: "track", userId: "42", event: "Order Completed", properties: { total: 3 } }),
  ).toMatchObject({ status: 200 });
  const [order] = await storedEvents(shop, "Order Completed");
  const contact = await world.kernel.db.system
    .selectFrom("contacts")
    .selectAll()
    .where("organization_id", "=", shop.id)
    .executeTakeFirstOrThrow();
  expect(order?.contact_id).toBe(contact.id);
  expect(contact.name).toBe("Ada");
});

test("what an anonymous visitor did becomes the contact's past", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  await fromBrowser(shop, key, { type: "page", anonymousId: "anon-2" });
  const answer = await fromBrowser(shop, key, [
    { type: "identify", anonymousId: "anon-2", userId: "u", traits: { name: "Bo", email: "bo@example.test" } },
    { type: "track", event: "Later", anonymousId: "anon-2" },
  ]);
  expect(answer.body).toMatchObject({ accepted: 2 });
  const rows = await storedEvents(shop);
  const identified = rows.find((row) => row.name === "visitor.identified");
  expect(identified?.contact_id).not.toBeNull();
  expect(rows.filter((row) => row.visitor_id).map((row) => row.contact_id)).toEqual([identified?.contact_id, identified?.contact_id]);
});
