import { afterAll, afterEach, expect, test } from "vitest";
import { eventsOf, eventually } from "../../../../../test/builders.ts";
import {
  aConversation,
  aReachableShop,
  attemptsOf,
  becomes,
  type ErrorBody,
  type MessageBody,
  send,
  theSandbox,
} from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";

// What follows a refusal, beyond the message that was refused.
const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
const db = world.kernel.db.system;
const { number } = at;
const plain = (name: string, category: string) => ({
  name,
  language: "en_GB",
  category,
  components: [{ type: "BODY", text: `About ${name}.` }],
});
for (const name of ["plain_news", "other_news"]) sandbox.addTemplate(number.accountId, plain(name, "UTILITY"));
for (const name of ["plain_offer", "other_offer"]) sandbox.addTemplate(number.accountId, plain(name, "MARKETING"));
await at.api.post(`/channels/${at.channelId}/templates/sync`);
afterEach(() => {
  sandbox.relent();
  sandbox.release();
});

const template = (name: string) => ({ type: "template", name, language: "en_GB" });
const to = (phone: string) => sandbox.received.messages.filter((one) => one.to === phone);
const texts = (phone: string) => to(phone).map((one) => (one.body.text as { body: string }).body);
const path = (chat: { id: string }, messageId: string, what: string) => `/conversations/${chat.id}/messages/${messageId}/${what}`;
const consent = (contactId: string) =>
  db
    .insertInto("consent_ledger")
    .values({
      organization_id: at.shop.id,
      id: crypto.randomUUID(),
      contact_id: contactId,
      channel: "whatsapp",
      purpose: "marketing",
      action: "granted",
      source: "test",
      actor: "{}",
      occurred_at: new Date(Date.now() - 60_000),
    })
    .execute();
const letters = () =>
  db.selectFrom("mail_outbox").select(["recipient", "subject", "body"]).where("organization_id", "=", at.shop.id).execute();

test("a token that ends stops sending, keeps receiving and the queue, tells the managers once, and renewed lets all go in order", async () => {
  const [one, two] = [await aConversation(at), await aConversation(at)];
  sandbox.expireToken(number.token);
  const words = ["first", "second", "third"];
  const sent: string[] = [];
  for (const text of words) sent.push((await send(at, one.id, { text })).body.id);
  sent.push((await send(at, two.id, { text: "elsewhere" })).body.id);
  const view = () => at.api.get<{ state: string; attention: string; tokenState: string }>(`/channels/${at.channelId}`);
  await eventually(async () => (await view()).body.state === "attention", "the channel to stop");
  expect((await view()).body).toMatchObject({ state: "attention", attention: "token_invalid" });

  sandbox.customerSends(number.phoneNumberId, one.customer, "Are you there?");
  await eventually(
    () =>
      db.selectFrom("messages").select("id").where("conversation_id", "=", one.id).where("direction", "=", "inbound").executeTakeFirst(),
    "the customer's message to arrive all the same",
  );
  const waiting = await at.api.get<{ items: (MessageBody & { waiting: unknown })[] }>(`/conversations/${one.id}/messages`);
  expect(waiting.body.items.filter((item) => sent.includes(item.id)).map((item) => [item.state, item.waiting])).toEqual(
    words.map(() => ["queued", { until: null, failure: expect.objectContaining({ code: "token_invalid" }) }]),
  );
  const told = await eventually(async () => {
    const found = await letters();
    return found.length > 0 && found;
  }, "a letter");
  expect(told.map((letter) => letter.subject)).toEqual([expect.stringContaining("cannot send at the moment")]);
  expect(told[0]?.body).toContain(`/settings/channels/${at.channelId}`);
  expect((await eventsOf(at.shop)).filter((name) => name === "channel.notice")).toHaveLength(1);

  const refused = await at.api.patch<ErrorBody>(`/channels/${at.channelId}`, { state: "active" });
  expect(refused.body.error.code).toBe("token_invalid");
  sandbox.renewToken(number.token);
  expect((await at.api.patch(`/channels/${at.channelId}`, { token: number.token })).status).toBe(200);
  for (const id of sent) await becomes(at, id, "accepted", "sent", "delivered", "read");
  expect(texts(one.phone)).toEqual(words);
  expect(texts(two.phone)).toEqual(["elsewhere"]);
  expect(await letters()).toHaveLength(1);
});

test("what was queued before WhatsApp held marketing back is not tried at that person either", async () => {
  const chat = await aConversation(at, { windowUntil: null });
  await consent(chat.contactId);
  sandbox.refuse({ name: "marketing_limit", to: chat.phone, template: "plain_offer", how: "answer" });
  await db.updateTable("channels").set({ state: "attention" }).where("id", "=", at.channelId).execute();
  const [first, second] = [await send(at, chat.id, template("plain_offer")), await send(at, chat.id, template("other_offer"))];
  await db.updateTable("channels").set({ state: "active" }).where("id", "=", at.channelId).execute();
  expect((await becomes(at, first.body.id, "failed")).failure).toHaveProperty("until");
  const { failure } = await becomes(at, second.body.id, "failed", "accepted", "sent", "delivered", "read");
  expect(failure).toMatchObject({ code: "marketing_limited", remedy: "wait" });
  expect(failure).not.toHaveProperty("until");
  expect(to(chat.phone)).toEqual([]);
  const again = await at.api.post<ErrorBody>(path(chat, second.body.id, "resend"));
  expect([again.status, again.body.error.code]).toEqual([409, "marketing_limited"]);
});

test("marketing that WhatsApp held back rests a day, the next time two, whatever offer it is", async () => {
  const chat = await aConversation(at, { windowUntil: null });
  await consent(chat.contactId);
  for (const name of ["plain_offer", "other_offer"]) sandbox.refuse({ name: "marketing_limit", to: chat.phone, template: name });
  const first = await send(at, chat.id, template("plain_offer"));
  const until = async (id: string) => {
    const { failure } = await becomes(at, id, "failed");
    return Math.round((new Date((failure as { until?: string } | null)?.until ?? 0).getTime() - Date.now()) / 3600_000);
  };
  expect(await until(first.body.id)).toBe(24);
  const early = await at.api.post<ErrorBody>(path(chat, first.body.id, "resend"));
  expect([early.status, early.body.error.code, early.body.error.message]).toEqual([
    409,
    "marketing_limited",
    expect.stringMatching(/may be tried again from 20\d\d-/),
  ]);
  const another = await send<ErrorBody>(at, chat.id, template("other_offer"));
  expect([another.status, another.body.error.code, another.body.error.field]).toEqual([409, "marketing_limited", "name"]);
  expect((await send(at, chat.id, template("plain_news"))).status).toBe(201);

  await db
    .updateTable("deliveries")
    .set({ failure: JSON.stringify({ code: "marketing_limited", providerCode: 131049, message: "x", until: new Date(Date.now() - 1000) }) })
    .where("message_id", "=", first.body.id)
    .execute();
  const second = await send(at, chat.id, template("other_offer"));
  expect(second.status).toBe(201);
  expect(await until(second.body.id)).toBe(48);
});

test("a stopped person is written into the ledger, and neither the message nor another offer goes again", async () => {
  const chat = await aConversation(at, { windowUntil: null });
  await consent(chat.contactId);
  chat.customer.stoppedMarketing = true;
  const offer = await send(at, chat.id, template("plain_offer"));
  await becomes(at, offer.body.id, "failed");
  const ledger = await db
    .selectFrom("consent_ledger")
    .select(["action", "source", "proof"])
    .where("contact_id", "=", chat.contactId)
    .execute();
  expect(ledger).toContainEqual({ action: "withdrawn", source: "provider_refusal", proof: { messageId: offer.body.id, code: 131050 } });
  for (const body of [{}, { confirm: true }])
    expect((await at.api.post<ErrorBody>(path(chat, offer.body.id, "resend"), body)).body.error.code).toBe("marketing_stopped");
  expect((await send<ErrorBody>(at, chat.id, template("other_offer"))).body.error.code).toBe("consent_withdrawn");
});

test("one refusal for a paused template stops every other use of it, queued ones too", async () => {
  const [one, two] = [await aConversation(at), await aConversation(at)];
  sandbox.refuse({ name: "template_paused", template: "other_news", to: one.phone, how: "answer" });
  await becomes(at, (await send(at, one.id, template("other_news"))).body.id, "failed");
  const refused = await send<ErrorBody>(at, two.id, template("other_news"));
  expect([refused.status, refused.body.error.code]).toEqual([409, "template_paused"]);
  expect((await eventsOf(at.shop)).includes("template.updated")).toBe(true);
});

test("a user id that is not accepted turns to the person's number by itself, as the same message", async () => {
  const chat = await aConversation(at);
  const id = crypto.randomUUID();
  const userId = await db
    .selectFrom("identities")
    .select("id")
    .where("contact_id", "=", chat.contactId)
    .where("kind", "=", "whatsapp_user_id")
    .executeTakeFirst();
  await db
    .updateTable("conversations")
    .set({ identity_id: userId?.id ?? id })
    .where("id", "=", chat.id)
    .execute();
  sandbox.refuse({ name: "user_id_refused", to: chat.userId });
  const sent = await send(at, chat.id, { text: "Your code" });
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(texts(chat.phone)).toEqual(["Your code"]);
  expect(await attemptsOf(at, sent.body.id)).toEqual([
    { outcome: "retry", number: 1 },
    { outcome: "accepted", number: 2 },
  ]);

  const nameless = await aConversation(at, { userIdOnly: true });
  sandbox.refuse({ name: "user_id_refused", to: nameless.userId });
  const other = await send(at, nameless.id, { text: "Your code" });
  expect((await becomes(at, other.body.id, "failed")).failure).toMatchObject({ code: "user_id_refused", remedy: "fix_number" });
});

test("after a refused user id a person's own try goes to the number", async () => {
  const chat = await aConversation(at);
  const userId = await db
    .selectFrom("identities")
    .select("id")
    .where("contact_id", "=", chat.contactId)
    .where("kind", "=", "whatsapp_user_id")
    .executeTakeFirstOrThrow();
  await db.updateTable("conversations").set({ identity_id: userId.id }).where("id", "=", chat.id).execute();
  sandbox.refuse({ name: "user_id_refused", to: chat.userId, how: "status" });
  const sent = await send(at, chat.id, { text: "Hello" });
  await becomes(at, sent.body.id, "failed");
  expect(texts(chat.phone)).toEqual([]);
  await at.api.post(path(chat, sent.body.id, "resend"));
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(texts(chat.phone)).toEqual(["Hello"]);
});

test("somebody out of reach is shown as such on the contact until a message reaches them", async () => {
  const chat = await aConversation(at);
  type Shown = { identities: { kind: string; undeliverableAt: string | null }[] };
  const seen = async () =>
    (await at.api.get<Shown>(`/contacts/${chat.contactId}`)).body.identities.find((identity) => identity.kind === "phone")?.undeliverableAt;
  sandbox.refuse({ name: "undeliverable", to: chat.phone, times: 1 });
  const sent = await send(at, chat.id, { text: "Hello?" });
  await becomes(at, sent.body.id, "failed");
  const phone = await db
    .selectFrom("identities")
    .select(["id", "last_seen_at"])
    .where("contact_id", "=", chat.contactId)
    .where("kind", "=", "phone")
    .executeTakeFirstOrThrow();
  // A status has whole seconds; the contact of this test was made within the same one.
  await db
    .updateTable("identities")
    .set({ last_seen_at: new Date(Date.now() - 60_000) })
    .where("id", "=", phone.id)
    .execute();
  expect(await seen()).toEqual(expect.any(String));
  await at.api.post(path(chat, sent.body.id, "resend"));
  await becomes(at, sent.body.id, "delivered", "read");
  await eventually(async () => (await seen()) === null, "the person to be reachable again");
});

test("a refusal that came before our own answer has all its consequences", async () => {
  const chat = await aConversation(at);
  await consent(chat.contactId);
  sandbox.graphFaults({ statusBeforeAnswer: true, lateMs: 40_000 });
  sandbox.refuse({ name: "marketing_stopped", to: chat.phone, how: "status" });
  const offer = await send(at, chat.id, template("plain_offer"));
  await becomes(at, offer.body.id, "failed");
  sandbox.graphFaults({});
  await eventually(
    () =>
      db
        .selectFrom("consent_ledger")
        .select("id")
        .where("contact_id", "=", chat.contactId)
        .where("action", "=", "withdrawn")
        .executeTakeFirst(),
    "the ledger to say so",
  );
  await eventually(async () => (await attemptsOf(at, offer.body.id)).every((attempt) => attempt.outcome === "accepted"), "our answer");
  expect((await db.selectFrom("messages").select("state").where("id", "=", offer.body.id).executeTakeFirst())?.state).toBe("failed");
});

test("what may not pass by waiting is tried five times and then left to a person", async () => {
  const chat = await aConversation(at);
  sandbox.refuse({ name: "generic", to: chat.phone, how: "answer" });
  const sent = await send(at, chat.id, { text: "Try" });
  await eventually(async () => {
    await db
      .updateTable("deliveries")
      .set({ due_at: new Date() })
      .where("message_id", "=", sent.body.id)
      .where("state", "=", "queued")
      .execute();
    return (await attemptsOf(at, sent.body.id)).length === 5;
  }, "five tries");
  expect((await becomes(at, sent.body.id, "failed")).failure).toMatchObject({ code: "provider_unavailable", remedy: "wait" });
  sandbox.relent();
  await at.api.post(path(chat, sent.body.id, "resend"));
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(texts(chat.phone)).toEqual(["Try"]);
});

test("an answer of 5xx after all is unknown, whatever code it carries", async () => {
  const chat = await aConversation(at);
  sandbox.refuse({ name: "generic", to: chat.phone, how: "answer", status: 500, times: 1 });
  const sent = await send(at, chat.id, { text: "Perhaps" });
  expect((await becomes(at, sent.body.id, "unknown")).failure).toMatchObject({ code: "provider_error", providerCode: 135000 });
});
