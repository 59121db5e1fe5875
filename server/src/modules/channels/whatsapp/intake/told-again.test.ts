import { expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar } from "../../../../../test/builders.ts";
import { intake, projectionOf } from "../../../../../test/projection.builders.ts";
import {
  aMessage,
  aNumberOfItsOwn,
  aText,
  aWamid,
  bodyOf,
  contactsOf,
  person,
  type TestChannel,
} from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";

// The same told twice by different people, and what comes before what it belongs to.
const world = await aWorld();
const { system } = world.kernel.db;
const aChannel = async () => aNumberOfItsOwn(await anOrganization(world));
const now = () => Math.floor(Date.now() / 1000);
const said = (message: unknown) => ({ contacts: contactsOf(), messages: [message] });
const conversation = (channel: TestChannel) =>
  system.selectFrom("conversations").selectAll().where("organization_id", "=", channel.shop.id).executeTakeFirstOrThrow();
const historyOf = (message: Record<string, unknown>, state?: string) => {
  const { from: _, from_user_id: __, ...rest } = message;
  const sides = state === undefined ? { from: person.phone } : { to: person.phone, history_context: { status: state } };
  return { history: [{ metadata: { phase: 1 }, threads: [{ id: person.phone, messages: [{ ...rest, ...sides }] }] }] };
};

test("a message that the history told first still opens the window, is unread and is told to the team when the customer's own webhook comes", async () => {
  const channel = await aChannel();
  const message = aText("Is it back?", { timestamp: String(now() - 60) });
  await intake(channel, [bodyOf(channel, historyOf(message), "history")]);
  expect(await conversation(channel)).toMatchObject({ state: "closed", inbound_count: 0, window_until: null });
  const since = await eventsSoFar(channel.shop);
  await intake(channel, [bodyOf(channel, said(message)), bodyOf(channel, said(message)), bodyOf(channel, historyOf(message), "history")]);
  expect(await conversation(channel)).toMatchObject({
    state: "open",
    closed_at: null,
    inbound_count: 1,
    message_count: 1,
    window_until: new Date((Number(message.timestamp) + 24 * 3600) * 1000),
  });
  const told = await eventsOf(channel.shop, { since });
  expect(told.filter((name) => !name.startsWith("contact."))).toEqual(["conversation.reopened", "message.received"]);
});

test("an echo and the history tell the same outbound message: it is as far as the further of them says", async () => {
  const [one, other] = [await aChannel(), await aChannel()];
  const echo = {
    from: "12025550143",
    to: person.phone,
    id: aWamid(),
    timestamp: String(now() - 60),
    type: "text",
    text: { body: "On its way" },
  };
  const bodies = (channel: TestChannel) => [
    bodyOf(channel, { contacts: contactsOf(), message_echoes: [echo] }, "smb_message_echoes"),
    bodyOf(channel, historyOf(echo, "READ"), "history"),
  ];
  await intake(one, bodies(one));
  await intake(other, bodies(other).toReversed());
  for (const channel of [one, other]) {
    expect(await conversation(channel)).toMatchObject({ state: "open", preview: { state: "read" }, message_count: 1 });
    expect(
      await system.selectFrom("messages").select(["state", "origin"]).where("organization_id", "=", channel.shop.id).execute(),
    ).toEqual([{ state: "read", origin: "phone" }]);
  }
});

test("who wrote under a new number before its change was known is one contact with one thread once it is", async () => {
  const channel = await aChannel();
  const at = now() - 600;
  const fresh = { name: person.name, phone: "447700900999" };
  await intake(channel, [
    bodyOf(channel, said(aText("from the old number", { timestamp: String(at), from_user_id: undefined }))),
    bodyOf(channel, {
      contacts: contactsOf(fresh),
      messages: [aMessage({ type: "text", text: { body: "from the new number" }, timestamp: String(at + 60) }, fresh)],
    }),
  ]);
  expect((await projectionOf(channel.shop)).contacts).toHaveLength(2);
  const since = await eventsSoFar(channel.shop);
  const notice = {
    messages: [
      {
        from: person.phone,
        id: aWamid(),
        timestamp: String(at + 30),
        type: "system",
        system: { type: "user_changed_number", wa_id: fresh.phone, body: `User changed from ${person.phone} to ${fresh.phone}` },
      },
    ],
  };
  await intake(channel, [bodyOf(channel, notice), bodyOf(channel, notice)]);
  expect(await conversation(channel)).toMatchObject({ inbound_count: 2, message_count: 3, preview: { text: "from the new number" } });
  const thread = await system
    .selectFrom("messages")
    .select("body")
    .where("organization_id", "=", channel.shop.id)
    .orderBy("occurred_at")
    .execute();
  expect(thread.map((row) => row.body)).toEqual(["from the old number", notice.messages[0]?.system.body, "from the new number"]);
  expect((await projectionOf(channel.shop)).contacts).toHaveLength(1);
  expect(await eventsOf(channel.shop, { since })).toContain("contact.joined");
});

test("where an agent has answered the second contact, the two stay two and the team is told", async () => {
  const channel = await aChannel();
  const api = await client(channel.shop);
  const at = now() - 600;
  const fresh = { name: person.name, phone: "447700900998" };
  await intake(channel, [
    bodyOf(channel, said(aText("from the old number", { timestamp: String(at), from_user_id: undefined }))),
    bodyOf(channel, {
      contacts: contactsOf(fresh),
      messages: [aMessage({ type: "text", text: { body: "from the new number" }, timestamp: String(at + 60) }, fresh)],
    }),
  ]);
  const second = await system
    .selectFrom("messages")
    .select("conversation_id")
    .where("organization_id", "=", channel.shop.id)
    .where("body", "=", "from the new number")
    .executeTakeFirstOrThrow();
  expect((await api.post(`/conversations/${second.conversation_id}/messages`, { type: "text", text: "Hello!" })).status).toBe(201);
  const since = await eventsSoFar(channel.shop);
  await intake(channel, [
    bodyOf(channel, {
      messages: [
        {
          from: person.phone,
          id: aWamid(),
          timestamp: String(at + 30),
          type: "system",
          system: { type: "user_changed_number", wa_id: fresh.phone, body: "" },
        },
      ],
    }),
  ]);
  expect((await projectionOf(channel.shop)).contacts).toHaveLength(2);
  expect(await eventsOf(channel.shop, { since })).toContain("contact.duplicate_suspected");
});

test("a reaction taken back stays taken back, though it is told after the removal", async () => {
  const channel = await aChannel();
  const message = aText("Thanks", { timestamp: String(now() - 100) });
  const reaction = (at: number, emoji?: string) =>
    said(
      aMessage({ type: "reaction", timestamp: String(now() - 90 + at), reaction: { message_id: message.id, ...(emoji ? { emoji } : {}) } }),
    );
  await intake(channel, [bodyOf(channel, said(message)), bodyOf(channel, reaction(9)), bodyOf(channel, reaction(5, "👍"))]);
  expect(await system.selectFrom("messages").select("reactions").where("organization_id", "=", channel.shop.id).execute()).toEqual([
    { reactions: [] },
  ]);
});

test("errors beside messages, told again, are one notice", async () => {
  const channel = await aChannel();
  const body = bodyOf(channel, { errors: [{ code: 130429, title: "Rate limit hit" }] });
  await intake(channel, [body, body], [new Date(Date.now() - 3600_000), new Date()]);
  expect(await system.selectFrom("channel_notices").select("kind").where("organization_id", "=", channel.shop.id).execute()).toEqual([
    { kind: "errors" },
  ]);
});
