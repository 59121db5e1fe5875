import fc from "fast-check";
import { expect, test } from "vitest";
import { aMember, anOrganization, client, eventsOf } from "../../../test/builders.ts";
import {
  aPricedMessage,
  aSentMessage,
  costsOf,
  counted,
  freeReply,
  regular,
  statusOf,
  tellStatuses,
  totalsOf,
} from "../../../test/costs.builders.ts";
import { aNumberOfItsOwn } from "../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const aShop = async () => {
  const shop = await anOrganization(world);
  return { shop, channel: await aNumberOfItsOwn(shop) };
};
const money = (amount: string | null) => (amount === null ? null : Number(amount));

test("a message that WhatsApp priced becomes one row, by the price of its day, however often its statuses repeat", async () => {
  const { shop, channel } = await aShop();
  const ada = await aMember(shop, { name: "Ada" });
  const sent = await aSentMessage(channel, { template: "order_shipped", authorId: ada.id });
  const price = regular("utility");
  await tellStatuses(channel, statusOf(sent, "sent", price), statusOf(sent, "sent", price));
  await tellStatuses(channel, statusOf(sent, "delivered", price));
  await tellStatuses(channel, statusOf(sent, "delivered", price), statusOf(sent, "read"));
  await counted(shop);
  expect(await costsOf(shop)).toEqual([
    expect.objectContaining({
      message_id: sent.messageId,
      contact_id: sent.contactId,
      channel_id: channel.id,
      author_id: ada.id,
      sender: `member:${ada.id}`,
      template: "order_shipped",
      category: "utility",
      pricing_type: "regular",
      charged: true,
      country: "GB",
      market: "GB",
      currency: "USD",
      amount_micros: "22000",
      exactness: "published",
    }),
  ]);
  const totals = await totalsOf(shop);
  expect(totals.kept).toEqual(totals.counted);
  expect((await eventsOf(shop)).filter((name) => name === "message.priced")).toHaveLength(1);
});

test("a price that comes later than the status is counted when it comes; a free one costs nothing", async () => {
  const { shop, channel } = await aShop();
  const sent = await aSentMessage(channel);
  await tellStatuses(channel, statusOf(sent, "sent"));
  await counted(shop);
  expect(await costsOf(shop)).toEqual([]);
  await tellStatuses(channel, statusOf(sent, "sent", freeReply));
  await counted(shop);
  expect(await costsOf(shop)).toEqual([
    expect.objectContaining({ category: "service", charged: false, amount_micros: "0", exactness: null }),
  ]);
});

test("a message that failed after being priced is not charged", async () => {
  const { shop, channel } = await aShop();
  const sent = await aPricedMessage(channel, regular("marketing"));
  expect((await totalsOf(shop)).kept.length).toBeGreaterThan(4);
  await tellStatuses(channel, statusOf(sent, "failed"));
  await counted(shop);
  expect(await costsOf(shop)).toEqual([]);
  expect((await totalsOf(shop)).kept).toEqual([]);
});

test("a word that changes moves the amount between the sums", async () => {
  const { shop, channel } = await aShop();
  const sent = await aPricedMessage(channel, freeReply);
  await tellStatuses(channel, statusOf(sent, "delivered", regular("service")));
  await counted(shop);
  expect(await costsOf(shop)).toEqual([expect.objectContaining({ pricing_type: "regular", charged: true, amount_micros: "22000" })]);
  const totals = await totalsOf(shop);
  expect(totals.kept).toEqual(totals.counted);
});

test("a word that changes after the organization moved to another time zone stays in the day it was counted in", async () => {
  const { shop, channel } = await aShop();
  const sent = await aPricedMessage(channel, freeReply, { at: new Date("2026-10-31T23:30:00Z") });
  await system.updateTable("organizations").set({ time_zone: "Pacific/Auckland" }).where("id", "=", shop.id).execute();
  await tellStatuses(channel, statusOf(sent, "delivered", regular("service")));
  await counted(shop);
  const totals = await totalsOf(shop);
  expect(totals.kept).toEqual(totals.counted);
});

test("what has no price is charged without an amount: an unknown category, an unknown country, the old model", async () => {
  const { shop, channel } = await aShop();
  await aPricedMessage(channel, regular("group_marketing"));
  await aPricedMessage(channel, { category: "service", billable: true, pricing_model: "CBP" });
  const nobody = newId();
  await system.insertInto("contacts").values({ organization_id: shop.id, id: nobody, name: "No number" }).execute();
  await aPricedMessage(channel, regular("utility"), { contactId: nobody });
  expect((await costsOf(shop)).map((row) => [row.charged, money(row.amount_micros), row.country])).toEqual([
    [true, null, "GB"],
    [true, null, "GB"],
    [true, null, null],
  ]);
});

test("somebody without a phone number is priced by the country of their id, an API key is named as the sender", async () => {
  const { shop, channel } = await aShop();
  const api = await client(shop);
  expect(api.key).toBeTruthy();
  const key = await system.selectFrom("api_keys").select("id").where("organization_id", "=", shop.id).executeTakeFirstOrThrow();
  await aPricedMessage(channel, regular("marketing"), { userId: "AU.10000000000000000009", apiKey: { id: key.id, name: "test" } });
  expect(await costsOf(shop)).toEqual([
    expect.objectContaining({ country: "AU", market: "rest_of_asia_pacific", amount_micros: "73200", sender: `api_key:${key.id}` }),
  ]);
});

test("any statuses in any order and cut into any batches come to one row and sums that agree", async () => {
  const { shop, channel } = await aShop();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ of: fc.integer({ min: 0, max: 2 }), state: fc.constantFrom("sent", "delivered", "read"), cut: fc.boolean() }), {
        minLength: 1,
        maxLength: 9,
      }),
      async (told) => {
        const sent = [await aSentMessage(channel), await aSentMessage(channel), await aSentMessage(channel)];
        const prices = [regular("utility"), freeReply, regular("marketing")];
        let batch: unknown[] = [];
        for (const { of, state, cut } of told) {
          const one = sent[of];
          if (one) batch.push(statusOf(one, state, state === "read" ? undefined : prices[of]));
          if (!cut) continue;
          await tellStatuses(channel, ...batch);
          batch = [];
        }
        await tellStatuses(channel, ...batch);
        await counted(shop).catch(() => {});
        const rows = await system
          .selectFrom("message_costs")
          .select(["message_id", "category"])
          .where("organization_id", "=", shop.id)
          .execute();
        const priced = sent.filter((_, at) => told.some(({ of, state }) => of === at && state !== "read"));
        expect(
          rows
            .filter((row) => sent.some((one) => one.messageId === row.message_id))
            .map((row) => row.message_id)
            .toSorted(),
        ).toEqual(priced.map((one) => one.messageId).toSorted());
        const totals = await totalsOf(shop);
        expect(totals.kept).toEqual(totals.counted);
      },
    ),
    { numRuns: 12 },
  );
});

test("a month is the organization's own: the same moment is October in London and November in Auckland", async () => {
  const at = new Date("2026-10-31T18:30:00Z");
  for (const [zone, month] of [
    ["Europe/London", "2026-10"],
    ["Pacific/Auckland", "2026-11"],
  ] as const) {
    const { shop, channel } = await aShop();
    await system.updateTable("organizations").set({ time_zone: zone }).where("id", "=", shop.id).execute();
    await aPricedMessage(channel, regular("utility"), { at });
    const api = await client(shop, { can: ["costs.read"] });
    const here = await api.get<{ totals: unknown[]; days: { day: string }[] }>(`/costs/months/${month}`);
    expect(here.body.totals).toHaveLength(1);
    expect((await api.get<{ items: unknown[] }>(`/costs/months/${month}/messages`)).body.items).toHaveLength(1);
    const other = month === "2026-10" ? "2026-11" : "2026-10";
    expect((await api.get<{ totals: unknown[] }>(`/costs/months/${other}`)).body.totals).toEqual([]);
    expect((await api.get<{ items: unknown[] }>(`/costs/months/${other}/messages`)).body.items).toEqual([]);
  }
});

test("erasing a person leaves the amount and the number, and nothing about them", async () => {
  const { shop, channel } = await aShop();
  const sent = await aPricedMessage(channel, regular("marketing"));
  const api = await client(shop);
  expect((await api.delete(`/contacts/${sent.contactId}`)).status).toBe(204);
  expect(await costsOf(shop)).toEqual([
    expect.objectContaining({ contact_id: null, conversation_id: null, channel_id: channel.id, amount_micros: "52900" }),
  ]);
  const kept = (await totalsOf(shop)).kept.join("\n");
  expect(kept).not.toContain(sent.contactId);
  expect(kept).toContain("2026-");
  const list = await api.get<{ items: { contact: unknown; conversationId: unknown }[] }>(
    `/costs/months/${new Date().toISOString().slice(0, 7)}/messages`,
  );
  expect(list.body.items).toEqual([expect.objectContaining({ contact: null, conversationId: null })]);
});
