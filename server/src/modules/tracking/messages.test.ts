import { expect, test } from "vitest";
import { anOrganization, client } from "../../../test/builders.ts";
import { aWriteKey, fromBrowser, fromServer, storedEvents } from "../../../test/tracking.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
const visitor = { anonymousId: "anon" };

test("each message of a batch is answered by itself, with the field and the reason", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const { status, body } = await fromBrowser(shop, key, [
    { type: "track", event: "Good", ...visitor, messageId: "1" },
    { type: "track", event: "Good", ...visitor, messageId: "1" },
    { type: "track", ...visitor },
    { type: "screen", ...visitor },
    { type: "group", ...visitor },
    { type: "track", event: "x".repeat(201), ...visitor },
    { type: "track", event: "Nobody's" },
    { type: "track", event: "Deep", ...visitor, properties: { a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } } },
    { type: "track", event: "Large", ...visitor, properties: { text: "x".repeat(33_000) } },
    { type: "track", event: "When", ...visitor, timestamp: "yesterday" },
    "not an object" as unknown as Record<string, unknown>,
  ]);
  expect(status).toBe(200);
  expect(body).toMatchObject({ accepted: 1, duplicate: 1, refused: 9 });
  expect(body.results.map((result) => result.code ?? result.status)).toEqual([
    "accepted",
    "duplicate",
    "name_missing",
    "unsupported_type",
    "unsupported_type",
    "invalid_name",
    "id_missing",
    "too_deep",
    "too_large",
    "invalid_time",
    "not_an_object",
  ]);
  expect(body.results[8]?.field).toBe("");
  expect(await storedEvents(shop)).toHaveLength(1);
});

test("a message alone that is refused answers 400 and names its field", async () => {
  const shop = await anOrganization(world);
  const answer = await fromBrowser(shop, await aWriteKey(shop), { type: "track", ...visitor });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: "name_missing", field: "event" } } });
});

test("a batch of more than 1,000, or of more than 500 kB, is refused whole", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const many = Array.from({ length: 1001 }, () => ({ type: "page", ...visitor }));
  expect(await fromBrowser(shop, key, many)).toMatchObject({ status: 400, body: { error: { field: "batch" } } });
  const large = Array.from({ length: 20 }, () => ({ type: "track", event: "L", ...visitor, properties: { text: "x".repeat(26_000) } }));
  expect((await fromBrowser(shop, key, large)).status).toBe(413);
});

test("the same messageId counts once, however many requests bring it at once", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const batch = Array.from({ length: 50 }, (_, at) => ({ type: "track", event: "Once", ...visitor, messageId: `same-${at}` }));
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => fromBrowser(shop, key, at % 2 ? batch : batch.toReversed())));
  expect(answers.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(50);
  expect(await storedEvents(shop, "Once")).toHaveLength(50);
});

test("a public key cannot use up the messageIds of a server", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop, { can: ["events.write"] });
  await fromBrowser(shop, await aWriteKey(shop), { type: "track", event: "Guessed", ...visitor, messageId: "order-1" });
  expect(
    (await fromServer(shop, api.key, { type: "track", event: "Order Completed", userId: "1", messageId: "order-1" })).body.accepted,
  ).toBe(1);
});

test("a sender's wrong clock is corrected by when it says it sent", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const wrongNow = Date.now() - 40 * 86_400_000;
  await fromBrowser(shop, key, {
    type: "track",
    event: "A minute ago",
    ...visitor,
    timestamp: new Date(wrongNow - 60_000).toISOString(),
    sentAt: new Date(wrongNow).toISOString(),
  });
  const [event] = await storedEvents(shop);
  const secondsAgo = (Date.now() - (event?.occurred_at.getTime() ?? 0)) / 1000;
  expect(secondsAgo).toBeGreaterThan(55);
  expect(secondsAgo).toBeLessThan(120);
});

test("the future is now, and only a server may tell of more than a year ago", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const api = await client(shop, { can: ["events.write"] });
  await fromBrowser(shop, key, {
    type: "track",
    event: "Tomorrow",
    ...visitor,
    timestamp: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const [tomorrow] = await storedEvents(shop, "Tomorrow");
  expect(tomorrow?.occurred_at.getTime()).toBeLessThanOrEqual(Date.now());
  const old = { type: "track", event: "Old", timestamp: "2020-05-01T10:00:00Z" };
  expect(await fromBrowser(shop, key, { ...old, ...visitor })).toMatchObject({ status: 400, body: { error: { field: "timestamp" } } });
  await fromServer(shop, api.key, { ...old, userId: "1" });
  expect((await storedEvents(shop, "Old"))[0]?.occurred_at.toISOString()).toBe("2020-05-01T10:00:00.000Z");
});

test.each(["contact.created", "Contact.Merged", "message.received", "visitor.identified", "consent.granted", "page.viewed.fake"])(
  "outsiders cannot send %s: what our own modules tell is told by them alone",
  async (event) => {
    const shop = await anOrganization(world);
    const api = await client(shop, { can: ["events.write"] });
    for (const answer of [
      await fromBrowser(shop, await aWriteKey(shop), { type: "track", event, ...visitor }),
      await fromServer(shop, api.key, { type: "track", event, userId: "1" }),
    ])
      expect(answer).toMatchObject({ status: 400, body: { error: { code: "reserved_name", field: "event" } } });
    expect((await storedEvents(shop)).filter((row) => row.name === event)).toEqual([]);
  },
);

test("zero bytes and half characters are left out instead of losing everybody's batch", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const { body } = await fromBrowser(shop, key, [
    { type: "track", event: "Odd", ...visitor, properties: { text: "a\u0000b\ud83d", nested: { "k\u0000": "v" }, fine: "\\u0000" } },
    { type: "track", event: "Even", ...visitor },
  ]);
  expect(body.accepted).toBe(2);
  const [odd] = await storedEvents(shop, "Odd");
  expect(odd?.payload.properties).toEqual({ text: "ab\ufffd", nested: { k: "v" }, fine: "\\u0000" });
});
