import { expect, test } from "vitest";
import { aShop } from "./testing/a-shop.ts";
import type { Json } from "./world.ts";

const pricesOf = (door: { statuses: () => Json[] }, status: string) =>
  door
    .statuses()
    .filter((one) => one.status === status)
    .map((one) => one.pricing);
const regular = (category: string) => ({ billable: true, pricing_model: "PMP", type: "regular", category });
const free = { billable: false, pricing_model: "PMP", type: "free_customer_service", category: "service" };

test("the thousandth reply of a number in a month is free, the next one is charged as a service message", async () => {
  const { sandbox, door, amara, sendText, phoneNumberId, accountId } = await aShop();
  sandbox.addNumber({
    phoneNumberId,
    accountId,
    displayPhoneNumber: "+1 202-555-0143",
    verifiedName: "Fernhill Coffee",
    token: "token1",
    freeRepliesUsed: 999,
  });
  sandbox.customerSends(phoneNumberId, amara, "Is it back?");
  await sendText("It is");
  await sandbox.idle();
  await sendText("Fourteen bags");
  await sandbox.idle();
  expect(pricesOf(door, "sent")).toEqual([free, regular("service")]);
  // Delivered says it again, read does not.
  expect(pricesOf(door, "delivered")).toEqual([free, regular("service")]);
  expect(pricesOf(door, "read")).toEqual([undefined, undefined]);
});

test("for 72 hours after a click on an ad everything is free, and uses up no free reply", async () => {
  const { sandbox, door, amara, sendText, phoneNumberId } = await aShop();
  sandbox.customerSends(phoneNumberId, amara, {
    type: "text",
    text: { body: "I saw your ad" },
    referral: {
      source_url: "https://fb.me/x",
      source_id: "1",
      source_type: "ad",
      headline: "h",
      body: "b",
      media_type: "image",
      ctwa_clid: "c",
    },
  } as never);
  await sendText("Welcome");
  await sandbox.idle();
  expect(pricesOf(door, "sent")).toEqual([
    { billable: false, pricing_model: "PMP", type: "free_entry_point", category: "referral_conversion" },
  ]);
});

test("what fails has no price", async () => {
  const { sandbox, door, sendText } = await aShop();
  await sendText("Long time no see");
  await sandbox.idle();
  expect(pricesOf(door, "failed")).toEqual([undefined]);
});
