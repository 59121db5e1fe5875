import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { aShop } from "./testing/a-shop.ts";

test("webhooks are signed over bytes that a re-written body would not have", async () => {
  const { sandbox, door, amara, phoneNumberId } = await aShop();
  sandbox.customerSends(phoneNumberId, amara, "Grüße 😊 https://example.com/a");
  await sandbox.idle();
  const [seen] = door.seen;
  const raw = seen?.raw ?? Buffer.alloc(0);
  const digest = createHmac("sha256", "s3cret").update(raw).digest("hex");
  expect(seen?.headers["x-hub-signature-256"]).toBe(`sha256=${digest}`);
  expect(raw.toString()).toContain("Gr\\u00fc\\u00dfe \\ud83d\\ude0a https:\\/\\/example.com\\/a");
  expect(raw.toString()).not.toBe(JSON.stringify(seen?.body));
  expect(door.messages()).toMatchObject([{ from: "447700900123", from_user_id: "GB.1001", type: "text" }]);
});

test("a photo of a customer can be fetched by its id", async () => {
  const { sandbox, door, amara, graph, phoneNumberId } = await aShop();
  sandbox.customerSends(phoneNumberId, amara, { type: "image", image: { sample: "torn_bag", caption: "Look" } });
  await sandbox.idle();
  const image = door.messages()[0]?.image as { id: string; mime_type: string; sha256: string; caption: string };
  expect(image).toMatchObject({ mime_type: "image/png", caption: "Look" });
  const { body } = await graph("GET", image.id);
  expect(body.sha256).toBe(image.sha256);
  const file = await fetch(String(body.url), { headers: { authorization: "Bearer token1" } });
  expect(Buffer.from(await file.arrayBuffer()).toString("latin1", 1, 4)).toBe("PNG");
});

test("a webhook that is refused comes again until it is taken", async () => {
  const { sandbox, door, amara, phoneNumberId } = await aShop({ clock: { scale: 2000 } });
  door.answers.push(500, 503);
  sandbox.customerSends(phoneNumberId, amara, "Hello");
  await sandbox.idle();
  expect(door.messages()).toHaveLength(3);
  expect(new Set(door.messages().map((one) => one.id)).size).toBe(1);
  expect(sandbox.webhooks).toMatchObject({ accepted: 1, refused: 2, retries: 2 });
});

test("repeats, disorder and batches lose nothing", async () => {
  const { sandbox, door, amara, phoneNumberId } = await aShop();
  sandbox.faults({ repeat: 0.5, disorder: 0.5, batch: 5, delayMs: [0, 100] });
  const ids = Array.from({ length: 40 }, (_, i) => sandbox.customerSends(phoneNumberId, amara, `message ${i}`));
  await sandbox.idle();
  const arrived = door.messages().map((one) => String(one.id));
  const firsts = [...new Set(arrived)];
  expect([...firsts].sort()).toEqual([...ids].sort());
  expect(firsts).not.toEqual(ids);
  expect(arrived.length).toBe(40 + sandbox.webhooks.repeats);
  expect(sandbox.webhooks.repeats).toBeGreaterThan(5);
  expect(sandbox.webhooks.posted).toBeLessThan(arrived.length);
});

test("without faults the messages of one person arrive in the order they were written", async () => {
  const { sandbox, door, amara, phoneNumberId } = await aShop();
  const ids = Array.from({ length: 30 }, (_, i) => sandbox.customerSends(phoneNumberId, amara, `message ${i}`));
  await sandbox.idle();
  expect(door.messages().map((one) => one.id)).toEqual(ids);
});

test("what is held arrives only when released", async () => {
  const { sandbox, door, amara, phoneNumberId } = await aShop();
  sandbox.hold();
  for (const words of ["one", "two", "three"]) sandbox.customerSends(phoneNumberId, amara, words);
  await sandbox.idle();
  expect(door.seen).toHaveLength(0);
  sandbox.release(1);
  await sandbox.idle();
  expect(door.messages()).toHaveLength(1);
  sandbox.release();
  await sandbox.idle();
  expect(door.messages()).toHaveLength(3);
});

test("the answer to a send can be lost after the message was taken", async () => {
  const { sandbox, door, amara, sendText, phoneNumberId } = await aShop();
  sandbox.customerSends(phoneNumberId, amara, "Hi");
  sandbox.graphFaults({ reset: { times: 1 } });
  await expect(sendText("cut off", { biz_opaque_callback_data: "a" })).rejects.toThrow();
  sandbox.graphFaults({ status500AfterAccept: { times: 1 } });
  expect((await sendText("500", { biz_opaque_callback_data: "b" })).status).toBe(500);
  expect((await sendText("fine", { biz_opaque_callback_data: "c" })).status).toBe(200);
  await sandbox.idle();
  expect(sandbox.received.messages.map((one) => one.biz_opaque_callback_data)).toEqual(["a", "b", "c"]);
  expect(door.statuses().filter((one) => one.status === "sent")).toHaveLength(3);
});

test("an answer can hang, come late or be a scripted refusal", async () => {
  const { sandbox, sendText, graph, phoneNumberId } = await aShop();
  sandbox.graphFaults({ hang: { times: 1 }, at: "before" });
  const hanging = fetch(`${sandbox.url}/v26.0/${phoneNumberId}/messages`, {
    method: "POST",
    headers: { authorization: "Bearer token1", "content-type": "application/json" },
    body: "{}",
    signal: AbortSignal.timeout(150),
  });
  await expect(hanging).rejects.toThrow();
  expect(sandbox.received.messages).toHaveLength(0);
  sandbox.graphFaults({ error: { code: 80007, times: 1 } });
  expect((await sendText("limited")).body.error).toMatchObject({ code: 80007 });
  expect((await sendText("now")).status).toBe(200);
  sandbox.graphFaults({ on: "all", error: { code: 4, times: 1 } });
  expect((await graph("GET", phoneNumberId)).body.error).toMatchObject({ code: 4 });
});

test("the sent status can arrive before the answer", async () => {
  const { sandbox, door, amara, sendText, phoneNumberId } = await aShop();
  sandbox.customerSends(phoneNumberId, amara, "Hi");
  sandbox.graphFaults({ statusBeforeAnswer: true });
  const answer = await sendText("early");
  expect(door.statuses()[0]).toMatchObject({ id: (answer.body.messages as [{ id: string }])[0].id, status: "sent" });
});

test("the shop's phone is heard as an echo", async () => {
  const { sandbox, door, amara, phoneNumberId } = await aShop();
  sandbox.phoneSends(phoneNumberId, amara, "From the phone");
  await sandbox.idle();
  expect(door.seen[0]).toMatchObject({
    field: "smb_message_echoes",
    value: { message_echoes: [{ from: "12025550143", to: "447700900123", to_user_id: "GB.1001", type: "text" }] },
  });
});
