import { expect, test } from "vitest";
import { anOrganization, client, eventually } from "../../../test/builders.ts";
import { aWriteKey, fromBrowser, fromServer, shopOrigin, storedEvents } from "../../../test/tracking.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld({ TRUSTED_PROXIES: "127.0.0.1,::1" });
const page = { type: "page", anonymousId: "anon" };

test("a key takes events from its origins alone; the refusal may be read, so that a page stops asking", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop, { origins: [shopOrigin, "https://*.shop.example", "http://localhost:*"] });
  for (const origin of [shopOrigin, "https://www.shop.example", "http://localhost:5173"]) {
    const answer = await fromBrowser(shop, key, page, { origin });
    expect([origin, answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([origin, 200, origin]);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  }
  for (const origin of [
    "https://evil.example",
    "https://notshop.example",
    "http://shop.example",
    "https://shop.example.evil.example",
    "null",
  ]) {
    const answer = await fromBrowser(shop, key, page, { origin });
    expect([origin, answer.status, answer.body.error?.code]).toEqual([origin, 403, "origin_not_allowed"]);
  }
  expect(await storedEvents(shop)).toHaveLength(3);
});

test("a browser may ask before it sends JSON", async () => {
  const answer = await fetch(`${world.url}/api/v1/events`, {
    method: "OPTIONS",
    headers: { origin: shopOrigin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
  });
  expect([answer.status, answer.headers.get("access-control-allow-origin"), answer.headers.get("access-control-allow-headers")]).toEqual([
    204,
    shopOrigin,
    "content-type, authorization",
  ]);
});

test("Basic authentication carries either key, as Segment's libraries send it", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const api = await client(shop, { can: ["events.write"] });
  const basic = (name: string) => ({ authorization: `Basic ${Buffer.from(`${name}:`).toString("base64")}` });
  const send = (headers: Record<string, string>) =>
    fetch(`${world.url}/api/v1/events`, { method: "POST", headers, body: JSON.stringify({ type: "track", event: "E", anonymousId: "a" }) });
  expect((await send({ ...basic(key.key), origin: shopOrigin })).status).toBe(200);
  expect((await send(basic(api.key))).status).toBe(200);
});

test("a revoked write key stops at once, and so does one that never was", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const made = await api.post<{ id: string; key: string }>("/write-keys", { name: "Shop", origins: [shopOrigin] });
  expect(made).toMatchObject({ status: 201, body: { ip: "truncated", gpc: "anonymous", unsigned: "claims" } });
  const key = { id: made.body.id, key: made.body.key, secret: "" };
  expect((await fromBrowser(shop, key, page)).status).toBe(200);
  expect((await api.delete(`/write-keys/${key.id}`)).status).toBe(204);
  const refused = await eventually(async () => {
    const answer = await fromBrowser(shop, key, page);
    return answer.status === 401 && answer;
  });
  expect(refused.body.error?.code).toBe("unknown_key");
  expect((await fromBrowser(shop, { ...key, key: "wk_nonsense_nonsense" }, page)).status).toBe(401);
  expect((await api.patch(`/write-keys/${key.id}`, { name: "Back" })).status).toBe(409);
});

test("an API key needs the permission to send", async () => {
  const shop = await anOrganization(world);
  const reader = await client(shop, { can: ["events.read"] });
  expect(await fromServer(shop, reader.key, { type: "track", event: "E", userId: "1" })).toMatchObject({
    status: 403,
    body: { error: { code: "forbidden" } },
  });
});

test("another organization's key writes into the other organization, and its keys are not ours to see", async () => {
  const [here, there] = [await anOrganization(world), await anOrganization(world)];
  const key = await aWriteKey(there);
  await fromBrowser(here, key, page);
  expect(await storedEvents(here)).toEqual([]);
  expect(await storedEvents(there)).toHaveLength(1);
  const stranger = await client(here);
  expect((await stranger.get<{ items: unknown[] }>("/write-keys")).body.items).toEqual([]);
  expect((await stranger.delete(`/write-keys/${key.id}`)).status).toBe(404);
  expect((await stranger.post(`/write-keys/${key.id}/signing-secret`)).status).toBe(404);
});

test("a key takes no more than its rate", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop, { eventsPerSecond: 1 });
  const batch = Array.from({ length: 1000 }, () => page);
  expect((await fromBrowser(shop, key, batch)).status).toBe(200);
  expect((await fromBrowser(shop, key, batch)).status).toBe(200);
  const answer = await fromBrowser(shop, key, batch);
  expect(answer).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } });
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});

test.each([
  ["truncated", "203.0.113.77", "203.0.113.0"],
  ["truncated", "2001:db8:1:2::5", "2001:db8:1::"],
  ["off", "203.0.113.77", undefined],
  ["full", "203.0.113.77", "203.0.113.77"],
])("with addresses %s, %s is stored as %s", async (ip, sent, stored) => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop, { ip });
  await fromBrowser(shop, key, { ...page, context: { ip: "198.51.100.1" } }, { "x-forwarded-for": sent });
  const [row] = await storedEvents(shop);
  expect(row?.payload.context.ip).toBe(stored);
  if (stored !== sent) expect(JSON.stringify(row)).not.toContain(sent);
});

test("known bots and driven browsers are marked", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const agents = {
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)": true,
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36": true,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1": false,
  };
  for (const agent of Object.keys(agents)) await fromBrowser(shop, key, page, { "user-agent": agent });
  await fromBrowser(shop, key, { ...page, context: { automation: true } });
  expect((await storedEvents(shop)).map((row) => row.bot)).toEqual([...Object.values(agents), true]);
});

test("a browser that asks not to be followed is counted without visitor, address and name", async () => {
  const shop = await anOrganization(world);
  const key = await aWriteKey(shop);
  const gpc = { "sec-gpc": "1", "x-forwarded-for": "203.0.113.77" };
  const { body } = await fromBrowser(
    shop,
    key,
    [page, { type: "identify", anonymousId: "anon", traits: { email: "a@example.test" } }],
    gpc,
  );
  expect(body).toMatchObject({ accepted: 1, dropped: 1, results: [{ status: "accepted" }, { status: "dropped", reason: "gpc" }] });
  const [row] = await storedEvents(shop);
  expect(row).toMatchObject({ visitor_id: null, contact_id: null });
  expect(JSON.stringify(row)).not.toMatch(/anon|203\.0/);
  const dropping = await aWriteKey(shop, { gpc: "drop" });
  expect((await fromBrowser(shop, dropping, [page], gpc)).body).toMatchObject({ accepted: 0, dropped: 1 });
});
