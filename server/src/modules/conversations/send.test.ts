import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar, eventually } from "../../../test/builders.ts";
import {
  aConversation,
  anInboundMessage,
  aReachableShop,
  aStoredFile,
  attemptsOf,
  becomes,
  type ErrorBody,
  type MessageBody,
  send,
  theSandbox,
} from "../../../test/outbound.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
beforeEach(() => sandbox.graphFaults({}));
const db = world.kernel.db.system;
const to = (phone: string) => sandbox.received.messages.filter((one) => one.to === phone);

test("a text goes out in Graph's shape with our delivery's id, and its state moves forward", async () => {
  const chat = await aConversation(at);
  const since = await eventsSoFar(at.shop);
  const sent = await send(at, chat.id, { text: "Yes, two left." });
  expect([sent.status, sent.body.state, sent.body.type, sent.body.text]).toEqual([201, "queued", "text", "Yes, two left."]);

  const row = await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone).map((one) => one.body)).toEqual([
    {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: chat.phone,
      type: "text",
      text: { body: "Yes, two left.", preview_url: false },
      biz_opaque_callback_data: row.delivery_id,
    },
  ]);
  expect(row.provider_id).toBe(to(chat.phone)[0]?.id);
  expect((await eventsOf(at.shop, { since })).slice(0, 2)).toEqual(["message.queued", "message.status_changed"]);
  expect(
    await db.selectFrom("conversations").select(["last_message_id", "message_count"]).where("id", "=", chat.id).executeTakeFirst(),
  ).toEqual({ last_message_id: sent.body.id, message_count: 1 });
});

test("an image is uploaded once and sent by its id; a quoted answer names the customer's message", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  const fileId = await aStoredFile(at.shop);
  const uploads = sandbox.received.uploads.length;
  const first = await send(at, chat.id, { type: "image", fileId, text: "New label", replyTo: question.id });
  expect([first.status, first.body.replyTo?.id]).toEqual([201, question.id]);
  await becomes(at, first.body.id, "accepted", "sent", "delivered", "read");
  const second = await send(at, chat.id, { type: "image", fileId });
  await becomes(at, second.body.id, "accepted", "sent", "delivered", "read");

  const [one, two] = to(chat.phone).map((message) => message.body as { image: { id: string; caption?: string }; context?: unknown });
  expect(sandbox.received.uploads.length - uploads).toBe(1);
  expect(one).toMatchObject({ type: "image", image: { caption: "New label" }, context: { message_id: question.providerId } });
  expect(two?.image).toEqual({ id: one?.image.id });
});

test("a document keeps its name", async () => {
  const chat = await aConversation(at);
  const fileId = await aStoredFile(at.shop, { mime: "application/pdf", name: "Rechnung März.pdf", bytes: Buffer.from("%PDF-1.4\n%%EOF") });
  const sent = await send(at, chat.id, { type: "document", fileId, text: "Your invoice" });
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)[0]?.body).toMatchObject({ type: "document", document: { filename: "Rechnung März.pdf", caption: "Your invoice" } });
});

test("a template goes out after the window has closed, rendered and frozen", async () => {
  const chat = await aConversation(at, { windowUntil: null });
  const headerFileId = await aStoredFile(at.shop);
  const sent = await send(at, chat.id, {
    type: "template",
    name: "order_shipped",
    language: "en_GB",
    parameters: {
      headerFileId,
      body: ["Amara", "1042"],
      buttons: [
        { index: 0, value: "1042" },
        { index: 1, value: "REORDER" },
      ],
    },
  });
  expect(sent.body.text).toBe("Hello Amara, your order 1042 is on its way to you.");
  expect(sent.body.content).toMatchObject({
    name: "order_shipped",
    language: "en_GB",
    components: [
      { type: "header", format: "IMAGE" },
      { type: "body", text: sent.body.text },
      { type: "footer" },
      { type: "buttons", buttons: [{ url: "https://example.com/t/1042" }, { text: "Order again" }] },
    ],
  });
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)[0]?.body).toMatchObject({
    template: {
      name: "order_shipped",
      language: { code: "en_GB" },
      components: [
        { type: "header", parameters: [{ type: "image", image: { id: expect.any(String) } }] },
        {
          type: "body",
          parameters: [
            { type: "text", text: "Amara" },
            { type: "text", text: "1042" },
          ],
        },
        { sub_type: "url", index: "0" },
        { sub_type: "quick_reply", index: "1", parameters: [{ type: "payload", payload: "REORDER" }] },
      ],
    },
  });

  const named = await send(at, chat.id, {
    type: "template",
    name: "order_named",
    language: "en_GB",
    parameters: { header: ["7"], body: { first_name: "Ben" } },
  });
  await becomes(at, named.body.id, "accepted", "sent", "delivered", "read");
  expect((to(chat.phone)[1]?.body.template as { components: unknown[] } | undefined)?.components[1]).toEqual({
    type: "body",
    parameters: [{ type: "text", text: "Ben", parameter_name: "first_name" }],
  });
});

test("somebody without a phone is reached by their user id", async () => {
  const chat = await aConversation(at, { userIdOnly: true });
  const sent = await send(at, chat.id, { text: "We do ship to Hobart." });
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  const [message] = to(chat.userId);
  expect([message?.body.recipient, message?.body.to]).toEqual([chat.userId, undefined]);
});

test("the same key sends once, however often and however concurrently, and another body under it is refused", async () => {
  const chat = await aConversation(at);
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(at, chat.id, { text: "Once" }, "key-1")));
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(answers.every((answer) => answer.status === 201)).toBe(true);
  await becomes(at, answers[0]?.body.id ?? "", "accepted", "sent", "delivered", "read");
  expect((await send(at, chat.id, { text: "Once" }, "key-1")).body.id).toBe(answers[0]?.body.id);
  expect(to(chat.phone)).toHaveLength(1);
  const other = await send<ErrorBody>(at, chat.id, { text: "Twice" }, "key-1");
  expect([other.status, other.body.error.code]).toEqual([409, "idempotency_conflict"]);
});

test("messages of one conversation leave in the order they were written", async () => {
  const chat = await aConversation(at);
  const words = Array.from({ length: 10 }, (_, index) => `part ${index}`);
  let last = "";
  for (const text of words) last = (await send(at, chat.id, { text })).body.id;
  await becomes(at, last, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone).map((one) => (one.body.text as { body: string }).body)).toEqual(words);
});

const refusals: [string, Record<string, unknown>, number, string, string | undefined][] = [
  ["an empty text", { text: "" }, 400, "invalid_input", "text"],
  ["4,097 characters", { text: "x".repeat(4097) }, 400, "invalid_input", "text"],
  ["a file nobody uploaded", { type: "image", fileId: "0199aaaa-0000-7000-8000-000000000000" }, 400, "invalid_input", "fileId"],
  ["a message that is not in the thread", { text: "x", replyTo: "0199aaaa-0000-7000-8000-000000000000" }, 400, "invalid_input", "replyTo"],
  ["a template nobody made", { type: "template", name: "nope", language: "en_GB" }, 400, "invalid_input", "name"],
  ["a paused template", { type: "template", name: "resting", language: "en_GB" }, 409, "template_paused", "name"],
  [
    "a template without its values",
    { type: "template", name: "order_named", language: "en_GB", parameters: { header: ["7"] } },
    400,
    "invalid_input",
    "parameters.body",
  ],
  [
    "marketing without consent",
    { type: "template", name: "spring_offer", language: "en_GB", parameters: { buttons: [{ index: 0, value: "TEN" }] } },
    409,
    "consent_missing",
    "name",
  ],
];
test.each(refusals)("%s is refused with its field", async (_what, body, status, code, field) => {
  const chat = await aConversation(at);
  const answer = await send<ErrorBody>(at, chat.id, body);
  expect([answer.status, answer.body.error.code, answer.body.error.field]).toEqual([status, code, field]);
  expect(await db.selectFrom("messages").select("id").where("conversation_id", "=", chat.id).execute()).toEqual([]);
});

test("a file too large or of another type is refused naming the limit", async () => {
  const chat = await aConversation(at);
  const large = await send<ErrorBody>(at, chat.id, { type: "image", fileId: await aStoredFile(at.shop, { size: 6_100_000 }) });
  expect(large.body.error).toMatchObject({ field: "fileId", message: "This image has 6.1 MB; WhatsApp takes at most 5 MB." });
  const odd = await send<ErrorBody>(at, chat.id, { type: "image", fileId: await aStoredFile(at.shop, { mime: "image/gif" }) });
  expect(odd.body.error.message).toContain("JPEG or PNG");
});

test("marketing goes out once the person has agreed, and not after they have stopped it", async () => {
  const chat = await aConversation(at, { windowUntil: null });
  const offer = { type: "template", name: "spring_offer", language: "en_GB", parameters: { buttons: [{ index: 0, value: "TEN" }] } };
  const consent = (action: string, when: number) =>
    db
      .insertInto("consent_ledger")
      .values({
        organization_id: at.shop.id,
        id: crypto.randomUUID(),
        contact_id: chat.contactId,
        channel: "whatsapp",
        purpose: "marketing",
        action,
        source: "test",
        actor: "{}",
        occurred_at: new Date(Date.now() + when),
      })
      .execute();
  await consent("granted", -2000);
  const sent = await send(at, chat.id, offer);
  expect(sent.status).toBe(201);
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  await consent("withdrawn", -1000);
  expect((await send<ErrorBody>(at, chat.id, offer)).body.error.code).toBe("consent_withdrawn");
});

test("a closed window, or one about to close, is refused with the way out", async () => {
  for (const windowUntil of [null, new Date(Date.now() - 1000), new Date(Date.now() + 60_000)]) {
    const chat = await aConversation(at, { windowUntil });
    const answer = await send<ErrorBody>(at, chat.id, { text: "Hello?" });
    expect([answer.status, answer.body.error.code, answer.body.error.remedy, answer.body.error.field]).toEqual([
      409,
      "window_closed",
      "send_template",
      "type",
    ]);
  }
});

test("a window that closes while a message waits fails it before it leaves", async () => {
  const chat = await aConversation(at);
  await at.api.patch(`/channels/${at.channelId}`, { state: "paused" });
  const refused = await send<ErrorBody>(at, chat.id, { text: "Paused?" });
  expect([refused.status, refused.body.error.code]).toEqual([409, "channel_paused"]);
  await at.api.patch(`/channels/${at.channelId}`, { state: "active" });

  await db.updateTable("channels").set({ state: "attention" }).where("id", "=", at.channelId).execute();
  const sent = await send(at, chat.id, { text: "Too late" });
  await db
    .updateTable("conversations")
    .set({ window_until: new Date(Date.now() - 1000) })
    .where("id", "=", chat.id)
    .execute();
  await at.api.patch(`/channels/${at.channelId}`, { state: "active" });
  const row = await becomes(at, sent.body.id, "failed");
  expect(row.failure).toMatchObject({ code: "window_closed", remedy: "send_template" });
  expect(to(chat.phone)).toEqual([]);
});

test("only what is still queued can be taken back, and then never leaves", async () => {
  const chat = await aConversation(at);
  await db.updateTable("channels").set({ state: "attention" }).where("id", "=", at.channelId).execute();
  const sent = await send(at, chat.id, { text: "Oh no" });
  const cancel = () => at.api.post<MessageBody & ErrorBody>(`/conversations/${chat.id}/messages/${sent.body.id}/cancel`);
  expect((await cancel()).body.state).toBe("cancelled");
  expect((await cancel()).body.state).toBe("cancelled");
  await db.updateTable("channels").set({ state: "active" }).where("id", "=", at.channelId).execute();
  const after = await send(at, chat.id, { text: "Better so" });
  await becomes(at, after.body.id, "accepted", "sent", "delivered", "read");
  expect(to(chat.phone)).toHaveLength(1);
  const late = await at.api.post<ErrorBody>(`/conversations/${chat.id}/messages/${after.body.id}/cancel`);
  expect([late.status, late.body.error.code]).toEqual([409, "not_queued"]);
});

test("an unknown outcome is resolved by a person, or sent again only when they confirm", async () => {
  const chat = await aConversation(at);
  sandbox.graphFaults({ status500AfterAccept: { times: 2 } });
  sandbox.hold();
  const [one, two] = [await send(at, chat.id, { text: "one" }), await send(at, chat.id, { text: "two" })];
  await becomes(at, one.body.id, "unknown");
  await becomes(at, two.body.id, "unknown");
  const path = (id: string, what: string) => `/conversations/${chat.id}/messages/${id}/${what}`;
  expect((await at.api.post<MessageBody>(path(one.body.id, "resolve"), { outcome: "arrived" })).body.state).toBe("delivered");
  expect((await at.api.post<ErrorBody>(path(one.body.id, "resend"))).body.error.code).toBe("not_failed");

  const unsure = await at.api.post<ErrorBody>(path(two.body.id, "resend"));
  expect([unsure.status, unsure.body.error.code]).toEqual([409, "confirmation_needed"]);
  expect((await at.api.post<MessageBody>(path(two.body.id, "resend"), { confirm: true })).body.state).toBe("queued");
  await becomes(at, two.body.id, "accepted");
  expect(to(chat.phone).map((message) => (message.body.text as { body: string }).body)).toEqual(["one", "two", "two"]);
  expect(await attemptsOf(at, two.body.id)).toEqual([
    { outcome: "unknown", number: 1 },
    { outcome: "accepted", number: 1 },
  ]);
  sandbox.release();
});

test("an agent writes first with a template, and finds the same conversation again", async () => {
  const known = await aConversation(at, { windowUntil: null });
  await db.deleteFrom("conversations").where("id", "=", known.id).execute();
  const start = (message?: unknown) =>
    at.api.post<{ conversationId: string; created: boolean; message: MessageBody | null }>("/conversations", {
      contactId: known.contactId,
      channelId: at.channelId,
      ...(message ? { message } : {}),
    });
  const first = await start({
    type: "template",
    name: "order_named",
    language: "en_GB",
    parameters: { header: ["7"], body: { first_name: "Ben" } },
  });
  expect([first.status, first.body.created]).toEqual([200, true]);
  await becomes(at, first.body.message?.id ?? "", "accepted", "sent", "delivered", "read");
  expect((await start()).body).toEqual({ conversationId: first.body.conversationId, created: false, message: null });
  const refused = await at.api.post<ErrorBody>("/conversations", {
    contactId: known.contactId,
    channelId: at.channelId,
    message: { text: "Hi" },
  });
  expect(refused.body.error.code).toBe("window_closed");
});

test("another organization's conversation does not exist, and reading is not the right to reply", async () => {
  const chat = await aConversation(at);
  const sent = await send(at, chat.id, { text: "Mine" });
  const stranger = await client(await anOrganization(world));
  const reader = await client(at.shop, { can: ["inbox.read"] });
  for (const path of ["", `/${sent.body.id}/cancel`, `/${sent.body.id}/resend`]) {
    const url = `/conversations/${chat.id}/messages${path}`;
    expect((await stranger.post(url, { text: "Hi", confirm: true })).status).toBe(404);
    expect((await reader.post(url, { text: "Hi", confirm: true })).status).toBe(403);
  }
  expect((await stranger.post("/conversations", { contactId: chat.contactId, channelId: at.channelId })).status).toBe(404);
});

test("the ledger tells that something went to Meta, to whom and how much, and nothing of what was said", async () => {
  const chat = await aConversation(at);
  const sent = await send(at, chat.id, { text: "a very private word" });
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  const rows = await eventually(async () => {
    const found = await db
      .selectFrom("egress_ledger")
      .selectAll()
      .where("organization_id", "=", at.shop.id)
      .where("contact_id", "=", chat.contactId)
      .execute();
    return found.length > 0 && found;
  });
  expect(rows[0]).toMatchObject({
    recipient: "meta",
    purpose: "customer_support",
    categories: ["user.content.private", "user.contact.phone_number"],
    outcome: "sent",
  });
  expect(JSON.stringify(rows)).not.toContain("private word");
  expect(JSON.stringify(rows)).not.toContain(chat.phone);
});
