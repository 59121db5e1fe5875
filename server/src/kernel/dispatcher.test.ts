import { afterAll, afterEach, expect, test } from "vitest";
import { eventually } from "../../test/builders.ts";
import { aConversation, aReachableShop, aStoredFile, attemptsOf, becomes, send, theSandbox } from "../../test/outbound.builders.ts";
import { aWorld } from "../../test/world.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.graphFaults({});
  sandbox.release();
});
const db = world.kernel.db.system;
const at = await aReachableShop(world, sandbox);
const to = (phone: string) => sandbox.received.messages.filter((one) => one.to === phone);
const deliveryOf = (messageId: string) =>
  db
    .selectFrom("deliveries")
    .selectAll()
    .where("organization_id", "=", at.shop.id)
    .where("message_id", "=", messageId)
    .executeTakeFirstOrThrow();

test("statuses bring a message to read, the first of them coming before our own answer", async () => {
  const chat = await aConversation(at);
  sandbox.graphFaults({ statusBeforeAnswer: true, lateMs: 20_000 });
  const sent = await send(at, chat.id, { text: "Hello" });
  const row = await becomes(at, sent.body.id, "read");
  expect(row.provider_id).toBe(to(chat.phone)[0]?.id);
  const delivery = await eventually(async () => {
    const found = await deliveryOf(sent.body.id);
    return found.state === "read" && found.lease_until === null && found;
  });
  expect(delivery.provider_id).toBe(row.provider_id);
  await eventually(async () => (await attemptsOf(at, sent.body.id))[0]?.outcome === "accepted", "the attempt to be settled");
  const events = await db
    .selectFrom("events")
    .select(["payload", "name"])
    .where("organization_id", "=", at.shop.id)
    .where("conversation_id", "=", chat.id)
    .where("name", "=", "message.status_changed")
    .orderBy("id")
    .execute();
  const rank = ["queued", "sending", "accepted", "sent", "delivered", "read"];
  const states = events.map((event) => rank.indexOf((event.payload as { to: string }).to));
  expect(states).toEqual(states.toSorted((a, b) => a - b));
});

test("no answer makes it unknown, not failed; it is not sent again, and its own status settles it", async () => {
  const chat = await aConversation(at);
  sandbox.hold();
  sandbox.graphFaults({ hang: { times: 1 } });
  const sent = await send(at, chat.id, { text: "Are you there?" });
  const row = await becomes(at, sent.body.id, "unknown");
  expect(row.failure).toMatchObject({ code: "no_answer", remedy: "none" });
  expect(row.provider_id).toBeNull();
  sandbox.release();
  expect((await becomes(at, sent.body.id, "read")).provider_id).toBe(to(chat.phone)[0]?.id);
  expect(to(chat.phone)).toHaveLength(1);
  expect(await attemptsOf(at, sent.body.id)).toEqual([{ outcome: "unknown", number: 1 }]);
});

test.each([
  ["a 500 after it was taken", { status500AfterAccept: { times: 1 } }],
  ["a connection cut after it was taken", { reset: { times: 1 } }],
])("%s is unknown and not repeated", async (_what, faults) => {
  const chat = await aConversation(at);
  sandbox.hold();
  sandbox.graphFaults(faults);
  const sent = await send(at, chat.id, { text: "Once only" });
  await becomes(at, sent.body.id, "unknown");
  const next = await send(at, chat.id, { text: "Next" });
  await becomes(at, next.body.id, "accepted");
  expect(to(chat.phone).map((one) => (one.body.text as { body: string }).body)).toEqual(["Once only", "Next"]);
});

test("a refused connection is tried again until somebody answers", async () => {
  const chat = await aConversation(at);
  await db.updateTable("whatsapp_numbers").set({ graph_url: "http://127.0.0.1:9" }).where("channel_id", "=", at.channelId).execute();
  const sent = await send(at, chat.id, { text: "Anybody?" });
  await eventually(async () => (await attemptsOf(at, sent.body.id))[0]?.outcome === "retry", "the first attempt");
  expect((await deliveryOf(sent.body.id)).failure).toMatchObject({ code: "provider_unreachable" });
  await db.updateTable("whatsapp_numbers").set({ graph_url: sandbox.url }).where("channel_id", "=", at.channelId).execute();
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)).toHaveLength(1);
});

test("an upload that breaks off has sent nothing: it is repeated", async () => {
  const chat = await aConversation(at);
  const fileId = await aStoredFile(at.shop);
  sandbox.graphFaults({ reset: { times: 1 }, at: "before", on: "all" });
  const sent = await send(at, chat.id, { type: "image", fileId });
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)).toHaveLength(1);
});

test("'slow down' is obeyed and tried again, a plain refusal is told with its remedy", async () => {
  const chat = await aConversation(at);
  sandbox.graphFaults({ error: { code: 130429, times: 1 } });
  const slow = await send(at, chat.id, { text: "Quick" });
  await eventually(async () => (await attemptsOf(at, slow.body.id))[0]?.outcome === "retry", "the first attempt");
  expect((await deliveryOf(slow.body.id)).due_at.getTime()).toBeGreaterThan(Date.now() + 1000);
  await db.deleteFrom("rate_buckets").execute();
  await db.updateTable("deliveries").set({ due_at: new Date() }).where("message_id", "=", slow.body.id).execute();
  await becomes(at, slow.body.id, "accepted", "sent", "delivered", "read");
  sandbox.graphFaults({ error: { code: 131053, times: 1 } });
  const refused = await send(at, chat.id, { text: "Bad" });
  expect((await becomes(at, refused.body.id, "failed")).failure).toMatchObject({
    code: "media_refused",
    providerCode: 131053,
    remedy: "fix_media",
  });
});

test("what cannot be prepared here is tried again, keeps nobody else waiting, and says so in the end", async () => {
  const own = await aReachableShop(world, sandbox);
  const [chat, other] = [await aConversation(own), await aConversation(at)];
  const { token_sealed } = await db
    .selectFrom("whatsapp_numbers")
    .select("token_sealed")
    .where("channel_id", "=", own.channelId)
    .executeTakeFirstOrThrow();
  const seal = (sealed: string) =>
    db.updateTable("whatsapp_numbers").set({ token_sealed: sealed }).where("channel_id", "=", own.channelId).execute();
  await seal("v1.of.another.key");
  const sent = await send(own, chat.id, { text: "Sealed away" });
  await eventually(async () => (await attemptsOf(own, sent.body.id))[0]?.outcome === "retry", "the first attempt");
  await becomes(at, (await send(at, other.id, { text: "Not me" })).body.id, "accepted", "sent", "delivered", "read");
  const due = (more: object) =>
    db
      .updateTable("deliveries")
      .set({ due_at: new Date(), ...more })
      .where("message_id", "=", sent.body.id)
      .where("state", "=", "queued")
      .execute();
  await due({ attempts: 9 });
  expect((await becomes(own, sent.body.id, "failed")).failure).toMatchObject({ code: "not_prepared", remedy: "contact_admin" });
  await seal(token_sealed);
  expect((await own.api.post(`/conversations/${chat.id}/messages/${sent.body.id}/resend`, {})).status).toBeLessThan(300);
  await becomes(own, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)).toHaveLength(1);
});

test("an expired token stops the number and says so; what waits goes out once it is renewed", async () => {
  const own = await aReachableShop(world, sandbox);
  const chat = await aConversation(own);
  sandbox.expireToken(own.number.token);
  const sent = await send(own, chat.id, { text: "Waiting" });
  const channel = await eventually(async () => {
    const { body } = await own.api.get<{ state: string; attention: string; tokenState: string }>(`/channels/${own.channelId}`);
    return body.state === "attention" && body;
  });
  expect(channel).toMatchObject({ attention: "token_invalid", tokenState: "invalid" });
  expect((await own.api.get<{ items: { kind: string }[] }>("/channels/notices")).body.items.map((notice) => notice.kind)).toEqual([
    "token_invalid",
  ]);
  const queuedToo = await send(own, chat.id, { text: "Me too" });
  expect(queuedToo.status).toBe(201);
  await becomes(own, sent.body.id, "queued");
  sandbox.addToken({ token: "renewed-token-for-it", appId: own.number.appId, accountIds: [own.number.accountId] });
  expect((await own.api.patch(`/channels/${own.channelId}`, { token: "renewed-token-for-it" })).status).toBe(200);
  await becomes(own, queuedToo.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone).map((one) => (one.body.text as { body: string }).body)).toEqual(["Waiting", "Me too"]);
});

test("what a process was sending when it died becomes unknown and is never sent again", async () => {
  const chat = await aConversation(at);
  await db.updateTable("channels").set({ state: "attention" }).where("id", "=", at.channelId).execute();
  const sent = await send(at, chat.id, { text: "Half way" });
  const delivery = await deliveryOf(sent.body.id);
  await db
    .insertInto("delivery_attempts")
    .values({ organization_id: at.shop.id, id: crypto.randomUUID(), delivery_id: delivery.id, number: 1 })
    .execute();
  await db
    .updateTable("deliveries")
    .set({ state: "sending", attempts: 1, lease_until: new Date(Date.now() - 1000) })
    .where("id", "=", delivery.id)
    .execute();
  await db.updateTable("messages").set({ state: "sending" }).where("id", "=", sent.body.id).execute();
  await db.updateTable("channels").set({ state: "active" }).where("id", "=", at.channelId).execute();
  expect((await becomes(at, sent.body.id, "unknown")).failure).toMatchObject({ code: "interrupted" });
  expect(await attemptsOf(at, sent.body.id)).toEqual([{ outcome: "unknown", number: 1 }]);
  const next = await send(at, chat.id, { text: "Next" });
  await becomes(at, next.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)).toHaveLength(1);
});

test("what a process had only claimed when it died is claimed by another", async () => {
  const chat = await aConversation(at);
  await db.updateTable("channels").set({ state: "attention" }).where("id", "=", at.channelId).execute();
  const sent = await send(at, chat.id, { text: "Claimed" });
  await db
    .updateTable("deliveries")
    .set({ lease_until: new Date(Date.now() - 1) })
    .where("message_id", "=", sent.body.id)
    .execute();
  await db.updateTable("channels").set({ state: "active" }).where("id", "=", at.channelId).execute();
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)).toHaveLength(1);
});

test("more to one person than the pair limit allows waits instead of being refused", async () => {
  const chat = await aConversation(at);
  const key = `whatsapp:pair:${at.number.phoneNumberId}|${chat.identityId}`;
  await db.insertInto("rate_buckets").values({ key, tokens: 0.5, updated_at: new Date() }).execute();
  const sent = await send(at, chat.id, { text: "Patience" });
  await eventually(async () => (await deliveryOf(sent.body.id)).due_at.getTime() > Date.now() + 1000);
  expect([to(chat.phone), await attemptsOf(at, sent.body.id), (await deliveryOf(sent.body.id)).state]).toEqual([[], [], "queued"]);
  await db.updateTable("rate_buckets").set({ tokens: 45 }).where("key", "=", key).execute();
  await db.updateTable("deliveries").set({ due_at: new Date() }).where("message_id", "=", sent.body.id).execute();
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
});

test("what cannot be sent for long enough fails with the reason of the last attempt", async () => {
  const chat = await aConversation(at);
  sandbox.graphFaults({ error: { code: 131016, probability: 1 } });
  await db.updateTable("channels").set({ state: "attention" }).where("id", "=", at.channelId).execute();
  const sent = await send(at, chat.id, { text: "Never" });
  await db.updateTable("deliveries").set({ attempts: 9 }).where("message_id", "=", sent.body.id).execute();
  await db.updateTable("channels").set({ state: "active" }).where("id", "=", at.channelId).execute();
  expect((await becomes(at, sent.body.id, "failed")).failure).toMatchObject({ code: "provider_unavailable", providerCode: 131016 });
});

test("a number whose rate is used up sends nothing to anybody until there is room again", async () => {
  const own = await aReachableShop(world, sandbox);
  const chats = [await aConversation(own), await aConversation(own)];
  const { app_id } = await db
    .selectFrom("whatsapp_numbers")
    .select("app_id")
    .where("channel_id", "=", own.channelId)
    .executeTakeFirstOrThrow();
  const key = `whatsapp:number:${own.number.phoneNumberId}|${app_id}`;
  await db
    .insertInto("rate_buckets")
    .values({ key, tokens: -70 * 60, updated_at: new Date() })
    .execute();
  const sent = await Promise.all(chats.map((chat) => send(own, chat.id, { text: "Busy" })));
  const due = () =>
    db.selectFrom("deliveries").select("due_at").where("organization_id", "=", own.shop.id).where("state", "=", "queued").execute();
  await eventually(async () => {
    const rows = await due();
    return rows.length === 2 && rows.every((row) => row.due_at.getTime() > Date.now() + 10_000);
  });
  expect(sandbox.receivedBy(own.number.phoneNumberId)).toEqual([]);
  // The pair's allowance was given back: waiting for the number costs nobody their own.
  const pairs = await db
    .selectFrom("rate_buckets")
    .select("tokens")
    .where("key", "like", `whatsapp:pair:${own.number.phoneNumberId}|%`)
    .execute();
  expect(pairs.map((pair) => Math.floor(pair.tokens))).toEqual([45, 45]);
  await db.deleteFrom("rate_buckets").where("key", "=", key).execute();
  await db.updateTable("deliveries").set({ due_at: new Date() }).where("organization_id", "=", own.shop.id).execute();
  for (const one of sent) await becomes(own, one.body.id, "accepted", "sent", "delivered", "read");
});

test("what comes back to the queue of a channel that is disconnected by then is cancelled, and does not wait for ever", async () => {
  const own = await aReachableShop(world, sandbox);
  const chat = await aConversation(own);
  await db.updateTable("channels").set({ state: "attention" }).where("id", "=", own.channelId).execute();
  const sent = await send(own, chat.id, { text: "Too late" });
  await db.updateTable("channels").set({ state: "disconnected" }).where("id", "=", own.channelId).execute();
  await becomes(own, sent.body.id, "cancelled");
  expect(await deliveryOfShop(own.shop.id)).toMatchObject({ state: "cancelled", reason: "channel_disconnected" });
});
const deliveryOfShop = (organizationId: string) =>
  db.selectFrom("deliveries").select(["state", "reason"]).where("organization_id", "=", organizationId).executeTakeFirstOrThrow();
