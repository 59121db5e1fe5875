import { expect, test } from "vitest";
import { anOrganization, client, eventually, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWriteKey, fromBrowser, fromServer, storedEvents } from "../../../test/tracking.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { idAt } from "../../kernel/id.ts";
import { retentionJobs } from "./retention.ts";

const world = await aWorld();
type Detail = {
  name: string;
  received: number;
  bots: number;
  refused: number;
  conflicts: number;
  days: unknown[];
  properties: { property: string; types: Record<string, number>; conflict: boolean; handling: string }[];
};
const seen = (shop: Shop, name: string, check: (detail: Detail) => boolean) =>
  eventually(async () => {
    const { status, body } = await (await client(shop, { can: ["events.read"] })).get<Detail>(
      `/event-names/detail?name=${encodeURIComponent(name)}`,
    );
    return status === 200 && check(body) && body;
  }, `${name} in the registry`);
const visitor = { anonymousId: "a" };

test("names, properties and their types are counted, bots beside people, a property of two types is a conflict", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const view = (properties: Record<string, unknown>) => ({ type: "track", event: "Tea / Viewed?", ...visitor, properties });
  await fromBrowser(shop, key, [
    view({ price: 1, sku: "a", on: "2026-11-22" }),
    view({ price: "1", sku: "b", gift: true }),
    view({ sku: null }),
  ]);
  await fromBrowser(shop, key, view({ sku: "c" }), { "user-agent": "Googlebot/2.1" });
  const detail = await seen(shop, "Tea / Viewed?", ({ received, bots }) => received === 3 && bots === 1);
  expect(detail).toMatchObject({ conflicts: 1, days: [{ people: 3, bots: 1 }] });
  expect(detail.properties).toMatchObject([
    { property: "gift", types: { flag: 1 }, conflict: false },
    { property: "on", types: { date: 1 }, conflict: false },
    { property: "price", types: { text: 1, number: 1 }, conflict: true },
    { property: "sku", types: { text: 3, nothing: 1 }, conflict: false },
  ]);
  const { body } = await (await client(shop)).get<{ items: { name: string }[] }>("/event-names?search=VIEWED");
  expect(body.items.map((item) => item.name)).toEqual(["Tea / Viewed?"]);
  expect((await (await client(await anOrganization(world))).get<{ items: unknown[] }>("/event-names")).body.items).toEqual([]);
});

test("a blocked name is refused, a renamed one arrives under its new name", async () => {
  const shop = await anOrganization(world);
  const [key, api] = [await aWriteKey(shop), await client(shop)];
  await fromBrowser(shop, key, [
    { type: "track", event: "Spam", ...visitor },
    { type: "track", event: "buy", ...visitor },
  ]);
  await seen(shop, "Spam", () => true);
  await seen(shop, "buy", () => true);
  expect((await api.patch("/event-names/detail", { name: "Spam", blocked: true })).status).toBe(200);
  expect((await api.patch("/event-names/detail", { name: "buy", renamedTo: "Order Completed" })).status).toBe(200);
  expect(await api.patch("/event-names/detail", { name: "buy", renamedTo: "contact.bought" })).toMatchObject({
    status: 400,
    body: { error: { field: "renamedTo" } },
  });
  await eventually(
    async () => (await fromBrowser(shop, key, { type: "track", event: "Spam", ...visitor })).body.error?.code === "blocked_name",
  );
  await fromBrowser(shop, key, { type: "track", event: "buy", ...visitor });
  await eventually(async () => (await storedEvents(shop, "Order Completed")).length === 1);
});

test("a personal property is out of sight, past and coming values alike, and a dropped one is gone", async () => {
  const shop = await anOrganization(world);
  const [key, api] = [await aWriteKey(shop), await client(shop)];
  const send = () =>
    fromBrowser(shop, key, {
      type: "track",
      event: "Signed",
      ...visitor,
      properties: { plan: "pro", email: "x@example.test", card: "4111" },
    });
  await send();
  await seen(shop, "Signed", ({ properties }) => properties.length === 3);
  await api.patch("/event-names/properties", { name: "Signed", property: "email", handling: "personal" });
  await api.patch("/event-names/properties", { name: "Signed", property: "card", handling: "dropped" });
  const payloads = async () => (await storedEvents(shop, "Signed")).map(({ payload }) => [payload.properties, payload.personal]);
  await eventually(
    async () => JSON.stringify(await payloads()) === JSON.stringify([[{ plan: "pro" }, { email: "x@example.test" }]]),
    "the past moved",
  );
  await eventually(async () => {
    await send();
    return (await storedEvents(shop, "Signed")).at(-1)?.payload.personal !== undefined;
  }, "new ones to be sorted");
  const shown = async (can: string[]) =>
    (await (await client(shop, { can })).get<{ items: unknown[] }>("/events/recent?name=Signed")).body.items[0];
  expect(JSON.stringify(await shown(["events.read"]))).not.toContain("x@example.test");
  expect(await shown(["events.read"])).toMatchObject({ hidden: ["email"] });
  expect(await shown(["events.read", "events.personal"])).toMatchObject({ hidden: [], raw: { personal: { email: "x@example.test" } } });
});

test("what arrives is told as it arrives, refused ones with their reason, and only to those who may", async () => {
  const shop = await anOrganization(world);
  const [key, reader] = [await aWriteKey(shop), await client(shop, { can: ["events.read"] })];
  const controller = new AbortController();
  const stream = await fetch(`${world.url}/api/v1/events/live?bots=without`, {
    headers: { authorization: `Bearer ${reader.key}` },
    signal: controller.signal,
  });
  expect(stream.status).toBe(200);
  const heard: { name: string; outcome: string; reason: string | null; raw: unknown }[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>)
      for (const line of decoder.decode(chunk).split("\n")) if (line.startsWith("data: {")) heard.push(JSON.parse(line.slice(6)));
  })().catch(() => {});
  await fromBrowser(shop, key, [
    { type: "track", event: "Heard", ...visitor, properties: { a: 1 } },
    { type: "track", event: "contact.created", ...visitor },
  ]);
  await fromBrowser(shop, key, { type: "track", event: "Bot's", ...visitor }, { "user-agent": "Googlebot/2.1" });
  await fromBrowser(await anOrganization(world), key, { type: "nonsense" });
  await eventually(async () => heard.length >= 3);
  controller.abort();
  await reading;
  expect(heard.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual(
    expect.arrayContaining([
      ["Heard", "accepted", null],
      ["contact.created", "refused", "reserved_name"],
    ]),
  );
  expect(heard.some(({ name }) => name === "Bot's")).toBe(false);
  expect(heard.find(({ name }) => name === "Heard")?.raw).toMatchObject({ properties: { a: 1 } });
  const nobody = await client(shop, { can: ["inbox.read"] });
  expect((await nobody.get("/events/live")).status).toBe(403);
  expect((await nobody.get("/events/recent")).status).toBe(403);
});

test("erasing a person erases what was told of them: events, visitors and the marks of their messages", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  await fromServer(shop, api.key, { type: "identify", userId: "gone", anonymousId: "gone", messageId: "1" });
  await fromServer(shop, api.key, [
    { type: "track", event: "Told", userId: "gone", messageId: "2" },
    { type: "page", anonymousId: "gone", messageId: "3" },
  ]);
  const contactId = (await storedEvents(shop, "Told"))[0]?.contact_id ?? "";
  const other = await aContact(shop);
  expect((await api.delete(`/contacts/${contactId}`)).status).toBe(204);
  await eventually(async () => (await storedEvents(shop, "Told", "page.viewed")).length === 0, "the events to go");
  const left = async (table: "visitors" | "event_messages") =>
    (await world.kernel.db.system.selectFrom(table).select("organization_id").where("organization_id", "=", shop.id).execute()).length;
  expect(await left("visitors")).toBe(0);
  // The mark of the identify itself stays its thirty days: a digest that leads to no row.
  expect(await left("event_messages")).toBe(1);
  expect((await api.get(`/contacts/${other.id}`)).status).toBe(200);
});

test("events are kept as long as their name says", async () => {
  const shop = await anOrganization(world);
  const [key, api] = [await aWriteKey(shop), await client(shop)];
  await fromBrowser(shop, key, [
    { type: "track", event: "Short", ...visitor },
    { type: "track", event: "Long", ...visitor },
  ]);
  await seen(shop, "Short", () => true);
  await api.patch("/event-names/detail", { name: "Short", keepDays: 2 });
  for (const name of ["Short", "Long"])
    await world.kernel.db.system
      .insertInto("events")
      .values({
        organization_id: shop.id,
        id: idAt(new Date(Date.now() - 3 * 86_400_000)),
        name,
        actor: "{}",
        payload: JSON.stringify({ key: "x" }),
      })
      .execute();
  await retentionJobs.tracking_tidy?.(world.kernel, {});
  expect((await storedEvents(shop, "Short")).length).toBe(1);
  expect((await storedEvents(shop, "Long")).length).toBe(2);
});

test("the stream's coming months have their partitions", async () => {
  const { rows } = await world.kernel.db.raw.owner.query<{ name: string }>(
    "select relname as name from pg_class where relname ~ '^events_[0-9]{4}_[0-9]{2}$' and relispartition order by 1",
  );
  const month = (ahead: number) => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7).replace("-", "_");
  };
  expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining([1, 2, 3].map((ahead) => `events_${month(ahead)}`)));
});
