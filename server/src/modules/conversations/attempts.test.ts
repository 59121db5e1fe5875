import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization, client, eventually } from "../../../test/builders.ts";
import { listen } from "../../../test/live.builders.ts";
import {
  aConversation,
  aReachableShop,
  becomes,
  type ErrorBody,
  type MessageBody,
  send,
  theSandbox,
} from "../../../test/outbound.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { settleAll } from "../../kernel/delivery-outcome.ts";
import { applyStatuses } from "./statuses.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
const db = world.kernel.db.system;
sandbox.addTemplate(at.number.accountId, {
  name: "fresh_offer",
  language: "en_GB",
  category: "UTILITY",
  components: [{ type: "BODY", text: "We are open." }],
});
await at.api.post(`/channels/${at.channelId}/templates/sync`);
beforeEach(() => {
  sandbox.graphFaults({});
  sandbox.relent();
  sandbox.release();
});

type Chat = Awaited<ReturnType<typeof aConversation>>;
type Attempts = {
  arrived: number;
  items: {
    id: string;
    current: boolean;
    state: string;
    reason: string | null;
    to: string;
    by: { kind: string; name: string };
    failure: { code: string } | null;
    requests: { number: number; outcome: string; failure: { code: string; providerCode?: number; detail?: string } | null }[];
    told: { state: string; at: string; by: { kind: string; name: string } | null }[];
  }[];
};
const path = (chat: Chat, messageId: string, what: string) => `/conversations/${chat.id}/messages/${messageId}/${what}`;
const attempts = async (chat: Chat, messageId: string) => (await at.api.get<Attempts>(path(chat, messageId, "attempts"))).body;
const post = <T = MessageBody & { saidByMember: boolean }>(chat: Chat, messageId: string, what: string, body?: unknown) =>
  at.api.post<T>(path(chat, messageId, what), body);
const message = (id: string) => db.selectFrom("messages").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

/** A message of unknown outcome whose statuses are held back. */
const anUnknown = async (chat: Chat, text = "Did it?") => {
  sandbox.hold();
  sandbox.graphFaults({ status500AfterAccept: { times: 1 } });
  const sent = await send(at, chat.id, { text });
  await becomes(at, sent.body.id, "unknown");
  return sent.body.id;
};

test("what was done for a message is told: who asked, each request with its answer, what was told afterwards", async () => {
  const chat = await aConversation(at);
  sandbox.refuse({ name: "number_rate", how: "answer", to: chat.phone, times: 1 });
  const sent = await send(at, chat.id, { text: "Hello" });
  await becomes(at, sent.body.id, "read");
  const { arrived, items } = await attempts(chat, sent.body.id);
  expect(arrived).toBe(1);
  expect(items).toMatchObject([
    {
      current: true,
      state: "read",
      to: expect.stringContaining("+44"),
      by: { kind: "api_key", name: "test" },
      failure: null,
      requests: [
        {
          number: 1,
          outcome: "retry",
          failure: { code: "rate_limited", providerCode: 130429, detail: expect.stringContaining("throughput") },
        },
        { number: 2, outcome: "accepted", failure: null },
      ],
      told: [
        { state: "sent", by: null },
        { state: "delivered", by: null },
        { state: "read", by: null },
      ],
    },
  ]);
});

test("a person's word that it did not arrive gives way to the provider's that it did", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat);
  const said = await post(chat, id, "resolve", { outcome: "not_arrived" });
  expect([said.body.state, said.body.failure?.code, said.body.saidByMember]).toEqual(["failed", "not_arrived", true]);
  sandbox.release();
  await becomes(at, id, "delivered", "read");
  expect(await message(id)).toMatchObject({ failure: null });
  const { items } = await attempts(chat, id);
  expect(items[0]?.told.map((entry) => [entry.state, entry.by?.name ?? null]).slice(0, 2)).toEqual([
    ["not_arrived", "test"],
    ["sent", null],
  ]);
  expect((await post<ErrorBody>(chat, id, "resolve", { outcome: "arrived" })).body.error.code).toBe("not_unknown");
});

test("a person's word that it arrived gives way to the provider's that it failed, and is not taken back by less", async () => {
  const [one, two] = [await aConversation(at), await aConversation(at)];
  sandbox.refuse({ name: "undeliverable", to: one.phone });
  const failing = await anUnknown(one);
  await post(one, failing, "resolve", { outcome: "arrived" });
  expect((await message(failing)).state).toBe("delivered");
  const fine = await anUnknown(two);
  await post(two, fine, "resolve", { outcome: "arrived" });
  sandbox.release();
  expect((await becomes(at, failing, "failed")).failure).toMatchObject({ code: "undeliverable" });
  await becomes(at, fine, "read");
  const { items } = await attempts(two, fine);
  expect(items[0]?.told.map((entry) => entry.state)).toEqual(["arrived", "delivered", "read"]);
});

test("a person may think better of it while the provider is silent", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat);
  await post(chat, id, "resolve", { outcome: "not_arrived" });
  expect((await post(chat, id, "resolve", { outcome: "arrived" })).body).toMatchObject({ state: "delivered", failure: null });
  expect((await attempts(chat, id)).items[0]?.told.map((entry) => entry.state)).toEqual(["not_arrived", "arrived"]);
});

test("a message that was sent again and arrived twice is told to have arrived twice", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat, "Twice");
  await post(chat, id, "resend", { confirm: true });
  await becomes(at, id, "accepted");
  sandbox.release();
  await becomes(at, id, "read");
  const told = await eventually(async () => {
    const found = await attempts(chat, id);
    return found.arrived === 2 && found;
  }, "both to have arrived");
  expect(told.items.map((item) => [item.state, item.current])).toEqual([
    [expect.stringMatching(/delivered|read/), false],
    [expect.stringMatching(/delivered|read/), true],
  ]);
  const names = await db.selectFrom("events").select("payload").where("name", "=", "message.attempt_changed").execute();
  expect(names.map((event) => event.payload)).toContainEqual(expect.objectContaining({ messageId: id, deliveryId: told.items[0]?.id }));
});

test("an answer that comes after a person's word leaves it standing as a person's word", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat);
  await post(chat, id, "resolve", { outcome: "not_arrived" });
  const row = await db.selectFrom("deliveries").selectAll().where("message_id", "=", id).executeTakeFirstOrThrow();
  const claim = { organizationId: at.shop.id, id: row.id, channelId: row.channel_id, contactId: row.contact_id, messageId: id };
  const late = { ...claim, conversationId: null, identityId: null, purpose: row.purpose, content: {}, attempt: row.attempts };
  await settleAll(world.kernel, [{ claim: late, outcome: { state: "accepted", providerId: `wamid.${row.id}`, heldForQuality: true } }]);
  const after = await db.selectFrom("deliveries").select(["state", "reason"]).where("id", "=", row.id).executeTakeFirst();
  expect(after).toEqual({ state: "failed", reason: "said_by_member" });
});

test("what still waits to go again is taken back when the first turns out to have arrived", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat, "Only once");
  await db.updateTable("channels").set({ state: "attention", attention: "spam_limited" }).where("id", "=", at.channelId).execute();
  expect((await post(chat, id, "resend", { confirm: true })).body.state).toBe("queued");
  sandbox.release();
  await becomes(at, id, "read");
  await db.updateTable("channels").set({ state: "active", attention: null }).where("id", "=", at.channelId).execute();
  const after = await send(at, chat.id, { text: "And then" });
  await becomes(at, after.body.id, "accepted", "sent", "delivered", "read");
  expect(sandbox.received.messages.filter((one) => one.to === chat.phone).map((one) => (one.body.text as { body: string }).body)).toEqual([
    "Only once",
    "And then",
  ]);
  const { arrived, items } = await attempts(chat, id);
  expect(arrived).toBe(1);
  expect(items.map((item) => [item.state, item.current, item.reason])).toEqual([
    ["read", true, null],
    ["cancelled", false, "already_arrived"],
  ]);
});

test("a message whose second attempt failed shows the first when that arrived after all", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat);
  sandbox.refuse({ name: "invalid_parameter", to: chat.phone, how: "answer" });
  await post(chat, id, "resend", { confirm: true });
  await becomes(at, id, "failed");
  sandbox.relent();
  sandbox.release();
  expect((await becomes(at, id, "read")).failure).toBeNull();
  const list = await at.api.get<{ preview: { state: string } }>(`/conversations/${chat.id}`);
  expect(list.body.preview.state).toBe("read");
});

test("a message sent again and back at its first attempt may be sent again when that one fails in the end", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat, "Back and forth");
  const first = (await message(id)).delivery_id ?? "";
  const told = (state: "sent" | "failed") =>
    db
      .transaction()
      .execute((tx) =>
        applyStatuses(tx, at.shop.id, [
          { channelId: at.channelId, providerId: `wamid.${first}`, state, at: new Date(), deliveryId: first, failure: null, pricing: null },
        ]),
      );
  await db.updateTable("channels").set({ state: "attention", attention: "spam_limited" }).where("id", "=", at.channelId).execute();
  await post(chat, id, "resend", { confirm: true });
  await told("sent");
  expect(await message(id)).toMatchObject({ state: "sent", delivery_id: first });
  await told("failed");
  const again = await post(chat, id, "resend");
  await post(chat, id, "cancel");
  await db.updateTable("channels").set({ state: "active", attention: null }).where("id", "=", at.channelId).execute();
  expect([again.status, again.body.state]).toEqual([200, "queued"]);
});

test("asked for many times at once, a message is sent again once; the others are told that it is on its way", async () => {
  const chat = await aConversation(at);
  const id = await anUnknown(chat, "Impatient");
  const answers = await Promise.all(Array.from({ length: 5 }, () => post<ErrorBody>(chat, id, "resend", { confirm: true })));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409, 409, 409]);
  expect(new Set(answers.flatMap((answer) => answer.body.error?.code ?? []))).toEqual(new Set(["not_failed"]));
  expect((await attempts(chat, id)).items).toHaveLength(2);
});

test("held for quality is shown as that, and no longer once it is sent", async () => {
  const chat = await aConversation(at);
  sandbox.holdTemplate(at.number.accountId, "fresh_offer");
  const sent = await send(at, chat.id, { type: "template", name: "fresh_offer", language: "en_GB" });
  await becomes(at, sent.body.id, "accepted");
  const held = async () => {
    const { body } = await at.api.get<{ items: { id: string; heldForQuality: boolean }[] }>(`/conversations/${chat.id}/messages`);
    return body.items.find((item) => item.id === sent.body.id)?.heldForQuality;
  };
  expect(await held()).toBe(true);
  expect((await attempts(chat, sent.body.id)).items[0]?.reason).toBe("held_for_quality");
  sandbox.judgeTemplate(at.number.accountId, "fresh_offer");
  await becomes(at, sent.body.id, "sent", "delivered", "read");
  expect(await held()).toBe(false);
});

test("the live stream says which message changed", async () => {
  const chat = await aConversation(at);
  const live = await listen(world, { authorization: `Bearer ${at.api.key}` });
  const sent = await send(at, chat.id, { text: "Live" });
  const heard = await live.next((one) => one.data.name === "message.status_changed" && one.data.conversationId === chat.id);
  expect(heard.data).toMatchObject({ messageId: sent.body.id, conversationId: chat.id });
});

test("attempts are read with the right to read, of one's own organization, and of messages that are there", async () => {
  const chat = await aConversation(at);
  const sent = await send(at, chat.id, { text: "Mine" });
  const stranger = await client(await anOrganization(world));
  const other = await client(at.shop, { can: ["contacts.read"] });
  const url = path(chat, sent.body.id, "attempts");
  expect((await stranger.get(url)).status).toBe(404);
  expect((await other.get(url)).status).toBe(403);
  expect((await at.api.get(path(chat, crypto.randomUUID(), "attempts"))).status).toBe(404);
});
