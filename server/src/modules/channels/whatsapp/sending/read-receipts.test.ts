import { afterAll, expect, test } from "vitest";
import { eventually } from "../../../../../test/builders.ts";
import { aConversation, anInboundMessage, aReachableShop, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { markRead, queueReadReceipt } from "./read-receipts.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);

test("the customer sees that their latest message was read, however often that is asked for", async () => {
  const chat = await aConversation(at);
  await anInboundMessage(at, chat, "one");
  const latest = await anInboundMessage(at, chat, "two");
  const ask = () => world.kernel.db.withOrganization(at.shop.id, (tx) => queueReadReceipt(tx, at.shop.id, chat.id));
  await Promise.all([ask(), ask()]);
  await eventually(async () => sandbox.received.reads.length > 0);
  expect(new Set(sandbox.received.reads.map((read) => read.messageId))).toEqual(new Set([latest.providerId]));
});

test("a closed window, an unknown conversation and a paused number tell nobody", async () => {
  const closed = await aConversation(at, { windowUntil: new Date(Date.now() - 1000) });
  await anInboundMessage(at, closed);
  const open = await aConversation(at);
  await anInboundMessage(at, open);
  const before = sandbox.received.reads.length;
  await markRead(world.kernel, { organizationId: at.shop.id, conversationId: closed.id });
  await markRead(world.kernel, { organizationId: at.shop.id, conversationId: crypto.randomUUID() });
  await at.api.patch(`/channels/${at.channelId}`, { state: "paused" });
  await markRead(world.kernel, { organizationId: at.shop.id, conversationId: open.id });
  expect(sandbox.received.reads.length).toBe(before);
});
