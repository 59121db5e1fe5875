import { afterAll, beforeEach, expect, test } from "vitest";
import { eventsOf, eventsSoFar, eventually } from "../../../test/builders.ts";
import { aConversation, anInboundMessage, aReachableShop, type ErrorBody, send, theSandbox } from "../../../test/outbound.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { applyChanges } from "./record-changes.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
beforeEach(() => sandbox.graphFaults({}));
const db = world.kernel.db.system;

type Shown = { id: string; reactions: { emoji: string; by: string; state?: string; failure?: { code: string } }[] };
type Chat = Awaited<ReturnType<typeof aConversation>>;
const react = (chat: Chat, messageId: string, emoji: string, key?: string) =>
  send<Shown>(at, chat.id, { type: "reaction", messageId, emoji }, key);
const got = (chat: Chat) =>
  sandbox.received.messages.filter((one) => one.to === chat.phone).map((one) => (one.body.reaction as { emoji: string }).emoji);
const ours = async (chat: Chat, messageId: string) => {
  const { body } = await at.api.get<{ items: Shown[] }>(`/conversations/${chat.id}/messages`);
  const found = body.items.find((item) => item.id === messageId);
  return (found?.reactions ?? []).filter((one) => one.by === "business").map(({ emoji, state, failure }) => [emoji, state, failure?.code]);
};
const becomes = (chat: Chat, messageId: string, ...states: string[]) =>
  eventually(async () => (await ours(chat, messageId)).some(([, state]) => states.includes(state ?? "")), `a reaction that is ${states}`);
const deliveries = (chat: Chat) =>
  db.selectFrom("deliveries").select(["state", "message_id"]).where("conversation_id", "=", chat.id).execute();

test("a reaction shows on its message at once, makes no message of its own, and moves with its delivery", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  const since = await eventsSoFar(at.shop);
  const answer = await react(chat, question.id, "👍");
  expect([answer.status, answer.body.id, answer.body.reactions[0]]).toMatchObject([
    201,
    question.id,
    { emoji: "👍", by: "business", state: "queued" },
  ]);
  await becomes(chat, question.id, "sent");
  expect(got(chat)).toEqual(["👍"]);
  expect(await db.selectFrom("messages").select("id").where("conversation_id", "=", chat.id).execute()).toHaveLength(1);
  const list = await db.selectFrom("conversations").select(["message_count", "preview"]).where("id", "=", chat.id).executeTakeFirst();
  expect(list).toMatchObject({ message_count: 0, preview: {} });
  expect(await eventsOf(at.shop, { since })).toEqual(["message.reacted"]);
});

test("pressing twice, with a key or without, sends one", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  const answers = await Promise.all([1, 2, 3, 4].map(() => react(chat, question.id, "🙏", "one-key")));
  expect(answers.map((answer) => answer.body.id)).toEqual(Array(4).fill(question.id));
  await Promise.all([1, 2, 3].map(() => react(chat, question.id, "🙏")));
  await becomes(chat, question.id, "sent");
  await react(chat, question.id, "🙏");
  expect(await deliveries(chat)).toHaveLength(1);
  expect(got(chat)).toEqual(["🙏"]);
  const other = await send<ErrorBody>(at, chat.id, { type: "reaction", messageId: question.id, emoji: "👎" }, "one-key");
  expect(other.body.error.code).toBe("idempotency_conflict");
});

test("another takes its place, an empty one takes it back; both arrive in this order", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  await react(chat, question.id, "👍");
  await react(chat, question.id, "❤️");
  const answer = await react(chat, question.id, "");
  expect(answer.body.reactions).toEqual([]);
  await eventually(async () => got(chat).length === 3);
  expect(got(chat)).toEqual(["👍", "❤️", ""]);
  await react(chat, question.id, "");
  expect(await deliveries(chat)).toHaveLength(3);
});

test("one that fails is shown as failed, the one before holds again, and it can be tried anew", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  await react(chat, question.id, "👍");
  await becomes(chat, question.id, "sent");
  const since = await eventsSoFar(at.shop);
  sandbox.graphFaults({ error: { code: 131009, times: 1 } });
  await react(chat, question.id, "❤️");
  await becomes(chat, question.id, "failed");
  expect(await ours(chat, question.id)).toEqual([
    ["👍", undefined, undefined],
    ["❤️", "failed", expect.any(String)],
  ]);
  expect(await eventsOf(at.shop, { since })).toEqual(["message.reacted", "message.reaction_failed"]);

  await react(chat, question.id, "❤️");
  await becomes(chat, question.id, "sent");
  expect(await ours(chat, question.id)).toEqual([["❤️", "sent", undefined]]);
  expect(got(chat)).toEqual(["👍", "❤️"]);
});

test("one that fails by a late status is undone too", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  chat.customer.failWith = 131026;
  await react(chat, question.id, "👍");
  await becomes(chat, question.id, "failed");
  expect(await ours(chat, question.id)).toEqual([["👍", "failed", expect.any(String)]]);
});

test("one of unknown outcome says so, and asking again is no repetition", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  sandbox.graphFaults({ status500AfterAccept: { times: 1 } });
  sandbox.hold();
  await react(chat, question.id, "👍");
  await becomes(chat, question.id, "unknown");
  await react(chat, question.id, "👍");
  await becomes(chat, question.id, "accepted");
  expect(got(chat)).toEqual(["👍", "👍"]);
  sandbox.release();
});

test("what the phone reacted takes the place of ours, and an older one of it does not", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  await react(chat, question.id, "👍");
  await becomes(chat, question.id, "sent");
  const phone = (emoji: string, when: number) =>
    db.transaction().execute((tx) =>
      applyChanges(tx, at.shop.id, [
        {
          channelId: at.channelId,
          target: question.providerId,
          change: "reaction",
          by: "business",
          at: new Date(Date.now() + when),
          emoji,
          body: null,
        },
      ]),
    );
  await phone("🐢", -60_000);
  expect(await ours(chat, question.id)).toEqual([["👍", "sent", undefined]]);
  await phone("🎉", 60_000);
  expect(await ours(chat, question.id)).toEqual([["🎉", undefined, undefined]]);
});

test("only messages WhatsApp knows, of the last 30 days, of this conversation, in the window", async () => {
  const chat = await aConversation(at);
  const refused = async (where: Chat, messageId: string) => {
    const { status, body } = await send<ErrorBody>(at, where.id, { type: "reaction", messageId, emoji: "👍" });
    return [status, body.error.code, body.error.field];
  };
  const old = await anInboundMessage(at, chat);
  await db
    .updateTable("messages")
    .set({ occurred_at: new Date(Date.now() - 31 * 24 * 3600_000) })
    .where("id", "=", old.id)
    .execute();
  const local = await anInboundMessage(at, chat);
  await db.updateTable("messages").set({ provider_id: null }).where("id", "=", local.id).execute();
  const gone = await anInboundMessage(at, chat);
  await db.updateTable("messages").set({ revoked_at: new Date() }).where("id", "=", gone.id).execute();
  const elsewhere = await anInboundMessage(at, await aConversation(at));
  expect(await refused(chat, old.id)).toEqual([409, "too_old", "messageId"]);
  expect(await refused(chat, gone.id)).toEqual([409, "message_revoked", "messageId"]);
  for (const id of [local.id, elsewhere.id, crypto.randomUUID()])
    expect(await refused(chat, id)).toEqual([400, "invalid_input", "messageId"]);
  const closed = await aConversation(at, { windowUntil: new Date(Date.now() - 1000) });
  expect(await refused(closed, (await anInboundMessage(at, closed)).id)).toEqual([409, "window_closed", "type"]);
  expect(await deliveries(chat)).toEqual([]);
});

test("a reaction waits for the statuses of its message without keeping the conversation from them", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  const answer = await db.transaction().execute(async (tx) => {
    await tx.selectFrom("messages").select("id").where("id", "=", question.id).forUpdate().execute();
    const pressed = react(chat, question.id, "👍");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await tx.updateTable("conversations").set({ preview: "{}" }).where("id", "=", chat.id).execute();
    return { pressed };
  });
  expect((await answer.pressed).status).toBe(201);
});
