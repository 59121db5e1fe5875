import { expect, test } from "vitest";
import { aShop } from "./testing/a-shop.ts";

test("another process can drive the sandbox over HTTP", async () => {
  const { sandbox, door, phoneNumberId, sendText } = await aShop();
  const ask = async (verb: string, body: unknown = {}) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${verb}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  await ask("addCustomer", { name: "Bruno", userId: "GB.77", phone: "447700900456", persona: "silent" });
  const sent = await ask("customerSends", { phoneNumberId, customer: "GB.77", message: "Olá" });
  await ask("idle");
  expect(door.messages()).toMatchObject([{ id: sent.body.id, from: "447700900456", text: { body: "Olá" } }]);

  await sendText("Hi", { to: "447700900456" });
  const received = await fetch(`${sandbox.url}/_sandbox/received?phone_number_id=${phoneNumberId}`);
  expect(await received.json()).toMatchObject({ messages: [{ to: "447700900456", type: "text" }] });
  expect((await ask("addAccount", { accountId: "1", appId: "nobody" })).status).toBe(400);
  expect((await ask("dance")).status).toBe(404);
});
