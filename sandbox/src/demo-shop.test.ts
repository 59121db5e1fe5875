import { expect, test } from "vitest";
import { demoCustomers, demoHistory, demoTemplates, openDemoShop, webhookBody } from "./demo-shop.ts";
import { aShop } from "./testing/a-shop.ts";

const number = { phoneNumberId: "1", accountId: "2", displayPhoneNumber: "+1 202-555-0143" };

test("the demo's people are many, distinct, and have phones reserved for fiction or none", () => {
  expect(demoCustomers.length).toBeGreaterThanOrEqual(60);
  expect(new Set(demoCustomers.map((one) => one.userId)).size).toBe(demoCustomers.length);
  const phones = demoCustomers.flatMap((one) => one.phone ?? []);
  expect(new Set(phones).size).toBe(phones.length);
  for (const phone of phones) expect(phone).toMatch(/^(120255501\d\d|447700900\d{3}|61491570(006|15[6-9]))$/);
  expect(demoCustomers.filter((one) => !one.phone && one.username).length).toBeGreaterThan(7);
});

test("the demo's history has every kind of message, and every step can be replayed", () => {
  expect(demoHistory.length).toBeGreaterThanOrEqual(40);
  const kinds = new Set<string>();
  for (const { customer, steps } of demoHistory) {
    steps.forEach((step, index) => {
      expect(step.about ?? 0).toBeLessThanOrEqual(index);
      if (step.from === "shop") return;
      const { message } = step;
      kinds.add(message.type === "interactive" ? message.interactive.type : message.type);
      if (message.type === "unsupported") kinds.add(String(message.errors[0]?.code));
      if (message.referral) kinds.add("referral");
      const about = step.about === undefined ? undefined : { id: `wamid.${step.about}`, from: "shop" as const };
      const body = webhookBody(number, customer, message, { id: "wamid.x", timestamp: 1, about });
      expect(JSON.stringify(body)).not.toContain('"sample"');
    });
  }
  expect([...kinds].sort()).toEqual(
    "131051 131060 audio button button_reply contacts document edit image list_reply location nfm_reply order reaction referral revoke sticker system text unsupported video".split(
      " ",
    ),
  );
});

test("media of a replayed message can be had from any sandbox", async () => {
  const { graph } = await aShop();
  const { customer } = demoHistory[0] ?? {};
  if (!customer) throw new Error("no history");
  const message = { type: "audio" as const, audio: { sample: "voice" } };
  const body = webhookBody(number, customer, message, { id: "wamid.x", timestamp: 1 });
  const id = /"id":"(4\d{14})"/.exec(JSON.stringify(body))?.[1];
  expect((await graph("GET", String(id))).body).toMatchObject({ mime_type: "audio/ogg; codecs=opus" });
});

test("the demo's templates have every way to go wrong", () => {
  expect(demoTemplates.map((one) => one.status)).toEqual(expect.arrayContaining(["APPROVED", "PENDING", "REJECTED", "PAUSED"]));
  expect(demoTemplates.filter((one) => one.name === "order_shipped").map((one) => one.language)).toEqual(["en_GB", "ar"]);
  expect(demoTemplates.some((one) => one.components.some((part) => part.type === "CAROUSEL"))).toBe(true);
  expect(demoTemplates.map((one) => one.parameter_format)).toEqual(expect.arrayContaining(["NAMED", "POSITIONAL"]));
});

test("in the opened demo shop, who wrote today can be answered and who wrote last week cannot", async () => {
  const { sandbox, door, sendText, phoneNumberId, accountId } = await aShop();
  openDemoShop(sandbox, { phoneNumberId, accountId });
  for (const customer of sandbox.customers.values()) customer.persona = "silent";
  const phoneOf = (name: string) => [...sandbox.customers.values()].find((one) => one.name === name)?.phone;
  await sendText("Hello Zoë", { to: phoneOf("Zoë van den Berg") });
  await sendText("Hello Priya", { to: phoneOf("Priya Nair") });
  await sandbox.idle();
  expect(door.statuses().filter((one) => one.status === "sent")).toHaveLength(1);
  expect(door.statuses().filter((one) => one.status === "failed")).toMatchObject([{ errors: [{ code: 131047 }] }]);
});

test("every message of the demo can also be sent by the simulated people", async () => {
  const { sandbox, door, phoneNumberId, accountId } = await aShop();
  openDemoShop(sandbox, { phoneNumberId, accountId });
  const inbound = demoHistory.flatMap(({ customer, steps }) =>
    steps.flatMap((step) => (step.from === "customer" ? [{ who: customer.userId, message: step.message }] : [])),
  );
  for (const { who, message } of inbound) sandbox.customerSends(phoneNumberId, who, message);
  await sandbox.idle();
  expect(door.messages()).toHaveLength(inbound.length);
  expect(sandbox.webhooks.refused).toBe(0);
});
