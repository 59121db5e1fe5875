import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { aShop, refusal } from "./testing/a-shop.ts";
import type { Json } from "./world.ts";

test("a reply in the window is sent, delivered and read, with price and our own string", async () => {
  const { sandbox, door, amara, sendText, phoneNumberId } = await aShop();
  const quoted = sandbox.customerSends(phoneNumberId, amara, "Is it back?");
  const answer = await sendText("It is", { biz_opaque_callback_data: "outbox:1", context: { message_id: quoted } });
  const [{ id }] = answer.body.messages as [{ id: string }];
  expect(answer.body).toMatchObject({
    messaging_product: "whatsapp",
    contacts: [{ input: "447700900123", wa_id: "447700900123" }],
    messages: [{ message_status: "accepted" }],
  });
  await sandbox.idle();

  expect(door.statuses().map((one) => one.status)).toEqual(["sent", "delivered", "read"]);
  expect(door.statuses()[0]).toMatchObject({
    id,
    recipient_id: "447700900123",
    biz_opaque_callback_data: "outbox:1",
    pricing: { pricing_model: "PMP", type: "free_customer_service", category: "service" },
  });
  expect(sandbox.received.messages).toMatchObject([{ id, windowOpen: true, biz_opaque_callback_data: "outbox:1" }]);
});

test("free text outside the window fails by status, without contacts", async () => {
  const { sandbox, door, sendText } = await aShop();
  await sendText("Long time no see");
  await sandbox.idle();
  expect(door.statuses()).toMatchObject([{ status: "failed", errors: [{ code: 131047 }] }]);
  expect(door.seen[0]?.value).not.toHaveProperty("contacts");
});

test("nobody there is 131026, a scripted failure has its own code", async () => {
  const { sandbox, door, amara, sendText } = await aShop();
  await sendText("Hello?", { to: "+44 7700 900999" });
  amara.failWith = 131049;
  await sendText("Offer!");
  await sandbox.idle();
  const codes = door.statuses().map((one) => (one.errors as [{ code: number }])[0].code);
  expect(codes.sort()).toEqual([131026, 131049]);
});

test("a person without a phone is reached by user id, and statuses leave the phone out", async () => {
  const { sandbox, door, sendText, phoneNumberId } = await aShop();
  const mei = sandbox.addCustomer({ name: "Mei", userId: "AU.3", username: "mei.tanaka", persona: "silent" });
  sandbox.customerSends(phoneNumberId, mei, "Do you ship to Hobart?");
  const answer = await sendText("We do", { to: undefined, recipient: "AU.3" });
  expect(answer.body.contacts).toEqual([{ input: "AU.3", user_id: "AU.3" }]);
  await sandbox.idle();
  const [sent] = door.seen.filter(({ value }) => value.statuses);
  expect(sent?.value).toMatchObject({ contacts: [{ profile: { name: "Mei" }, user_id: "AU.3" }] });
  expect(JSON.stringify(sent?.value.contacts)).not.toContain("username");
  expect(door.statuses()[0]).not.toHaveProperty("recipient_id");
  expect(door.messages()[0]).not.toHaveProperty("from");
});

test.each<[string, Json, number, string]>([
  ["another product", { messaging_product: "telegram", type: "text", text: { body: "x" } }, 131009, "messaging_product"],
  ["no addressee", { to: undefined, type: "text", text: { body: "x" } }, 131008, "to"],
  ["a senseless addressee", { to: "Amara", type: "text", text: { body: "x" } }, 131009, "to"],
  ["an unknown type", { type: "telegram" }, 131009, "type"],
  ["text too long", { type: "text", text: { body: "x".repeat(4097) } }, 100, "4096"],
  ["an unknown field", { type: "text", text: { body: "x", colour: "red" } }, 100, 'Unexpected key "colour"'],
  ["media by both id and link", { type: "image", image: { id: "1", link: "https://e.com/a.png" } }, 131009, "both"],
  ["media by neither", { type: "image", image: {} }, 131008, "image"],
  ["media never uploaded", { type: "image", image: { id: "12" } }, 100, "12"],
  ["an opaque string too long", { type: "text", text: { body: "x" }, biz_opaque_callback_data: "x".repeat(513) }, 100, "512"],
  ["a latitude off the globe", { type: "location", location: { latitude: 91, longitude: 0 } }, 131009, "latitude"],
  ["a template nobody made", { type: "template", template: { name: "x", language: { code: "en" } } }, 132001, "x"],
  ["a message to oneself", { to: "12025550143", type: "text", text: { body: "x" } }, 131021, "same number"],
])("%s is refused", async (_, message, code, word) => {
  const { sandbox, send } = await aShop();
  const answer = await send(message);
  expect(refusal(answer)).toMatchObject({ code, text: expect.stringContaining(word) });
  expect(sandbox.received.messages).toHaveLength(0);
});

test("four reply buttons, a title too long and eleven rows are refused", async () => {
  const { send } = await aShop();
  const buttons = (count: number, title = "Yes") => ({
    type: "interactive",
    interactive: {
      type: "button",
      body: { text: "Sure?" },
      action: {
        buttons: Array.from({ length: count }, (_, id) => ({ type: "reply", reply: { id: `b${id}`, title: `${title}${id || ""}` } })),
      },
    },
  });
  expect((await send(buttons(3))).status).toBe(200);
  expect(refusal(await send(buttons(4))).text).toContain("1 to 3");
  expect(refusal(await send(buttons(1, "x".repeat(21)))).text).toContain("20");
  const row = (id: number) => ({ id: `r${id}`, title: "Row" });
  const sections = [0, 6].map((from) => ({ title: "S", rows: Array.from({ length: 6 }, (_, i) => row(from + i)) }));
  const list = { type: "list", body: { text: "Pick" }, action: { button: "Rows", sections } };
  expect(refusal(await send({ type: "interactive", interactive: list })).text).toContain("10 rows");
});

const examples = new URL("../test/requests/", import.meta.url);
const files = readdirSync(examples).filter((file) => file.startsWith("send-") && !/template|by-id|voice/.test(file));

test("the documented requests are taken", async () => {
  const { sandbox, send } = await aShop();
  for (const file of files) {
    const answer = await send(JSON.parse(readFileSync(new URL(file, examples), "utf8")) as Json);
    expect(answer, file).toMatchObject({ status: 200 });
  }
  expect(sandbox.received.messages).toHaveLength(files.length);
});

test("one person gets 45 messages in a burst and then pair rate refusals", async () => {
  const { sandbox, sendText } = await aShop({ clock: { scale: 1 } });
  const answers = [];
  for (let i = 0; i < 46; i += 1) answers.push(await sendText(`number ${i}`));
  expect(answers.filter((one) => one.status === 200)).toHaveLength(45);
  expect(refusal(answers[45] ?? { body: {} }).code).toBe(131056);
  expect(sandbox.received.messages).toHaveLength(45);
});

test("above its throughput a number gets 130429", async () => {
  const { sandbox, graph } = await aShop({ clock: { scale: 1 } });
  sandbox.addNumber({
    phoneNumberId: "2",
    accountId: "200000000000001",
    displayPhoneNumber: "+1 202-555-0144",
    verifiedName: "Slow",
    token: "token1",
    throughput: 2,
  });
  const body = { messaging_product: "whatsapp", to: "447700900123", type: "text", text: { body: "x" } };
  const answers = await Promise.all([1, 2, 3].map(() => graph("POST", "2/messages", body)));
  expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 429]);
});

test("marking read is remembered, with typing", async () => {
  const { sandbox, graph, phoneNumberId } = await aShop();
  const read = { messaging_product: "whatsapp", status: "read", message_id: "wamid.x", typing_indicator: { type: "text" } };
  expect((await graph("POST", `${phoneNumberId}/messages`, read)).body).toEqual({ success: true });
  expect(sandbox.received.reads).toEqual([{ phoneNumberId, messageId: "wamid.x", typing: true }]);
});
