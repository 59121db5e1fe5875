import { afterAll, beforeEach, expect, test } from "vitest";
import { browserOf } from "../../../../../test/accounts.builders.ts";
import { aMember, anOrganization, client, eventually } from "../../../../../test/builders.ts";
import { aConversation, anInboundMessage, aReachableShop, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { showTyping } from "./typing.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
beforeEach(() => sandbox.graphFaults({}));
const typing = (chat: { id: string }) => at.api.post<{ shown: boolean }>(`/conversations/${chat.id}/typing`);
const readsOf = (message: { providerId: string }) => sandbox.received.reads.filter((read) => read.messageId === message.providerId);

test("the customer sees that somebody types, once in 20 s however many ask", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  expect((await typing(chat)).body).toEqual({ shown: true });
  expect(readsOf(question)).toEqual([{ phoneNumberId: at.number.phoneNumberId, messageId: question.providerId, typing: true }]);
  const more = await Promise.all([1, 2, 3, 4].map(() => showTyping(world.kernel, at.shop.id, chat.id)));
  expect(more).toEqual([false, false, false, false]);

  await world.kernel.db.system
    .updateTable("rate_buckets")
    .set({ updated_at: new Date(Date.now() - 20_000) })
    .where("key", "=", `whatsapp:typing:${chat.id}`)
    .execute();
  expect((await typing(chat)).body).toEqual({ shown: true });
  expect(readsOf(question)).toHaveLength(2);
});

test("who types in the inbox is seen by the customer without a further call; who only looks, or may not reply, is not", async () => {
  const adas = await browserOf(at.shop, await aMember(at.shop));
  const watchers = await browserOf(at.shop, await aMember(at.shop, { role: "viewer", name: "Vi" }));
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  const report = (who: typeof adas, state: string) => who.put(`/conversations/${chat.id}/presence`, { state });
  expect((await report(watchers, "typing")).status).toBe(204);
  expect((await report(adas, "viewing")).status).toBe(204);
  expect((await report(adas, "typing")).status).toBe(204);
  await eventually(async () => readsOf(question).length > 0);
  expect(readsOf(question)).toHaveLength(1);
});

test("nobody is told after the window has closed, before anything came in, or while the number rests; nothing is made up for later", async () => {
  const closed = await aConversation(at, { windowUntil: new Date(Date.now() - 1000) });
  const late = await anInboundMessage(at, closed);
  expect((await typing(closed)).body).toEqual({ shown: false });
  expect((await typing(await aConversation(at))).body).toEqual({ shown: false });
  const open = await aConversation(at);
  const question = await anInboundMessage(at, open);
  await at.api.patch(`/channels/${at.channelId}`, { state: "paused" });
  expect((await typing(open)).body).toEqual({ shown: false });
  await at.api.patch(`/channels/${at.channelId}`, { state: "active" });
  expect([...readsOf(late), ...readsOf(question)]).toEqual([]);
  const jobs = await world.kernel.db.raw.owner.query("select from graphile_worker._private_jobs where key like '%typing%'");
  expect(jobs.rowCount).toBe(0);
});

test("a refusal of Meta is no error here", async () => {
  const chat = await aConversation(at);
  await anInboundMessage(at, chat);
  sandbox.graphFaults({ error: { code: 131000, times: 1 }, on: "all" });
  expect(await typing(chat)).toMatchObject({ status: 200, body: { shown: false } });
});

test("another organization's conversation does not exist", async () => {
  const chat = await aConversation(at);
  const stranger = await client(await anOrganization(world));
  expect((await stranger.post(`/conversations/${chat.id}/typing`)).status).toBe(404);
});
