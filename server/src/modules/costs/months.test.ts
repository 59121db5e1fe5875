import { beforeAll, describe, expect, test } from "vitest";
import { browserOf } from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, type Client, client, type Shop } from "../../../test/builders.ts";
import { aPricedMessage, freeReply, regular, type Sent } from "../../../test/costs.builders.ts";
import { aNumberOfItsOwn, type TestChannel } from "../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const month = new Date().toISOString().slice(0, 7);
type Sum = { currency: string; messages: number; charged: number; estimated: number; unpriced: number; amountMicros: string };
type Line = Sum & { key: string; name: string | null };
type Page<T> = { items: T[]; next: string | null };
type Refused = { error: { code: string; field?: string; message: string } };

const aShop = async () => {
  const shop = await anOrganization(world);
  return { shop, channel: await aNumberOfItsOwn(shop), api: await client(shop) };
};

describe("a month", () => {
  let shop: Shop;
  let channel: TestChannel;
  let api: Client;
  let german: Sent;
  let ada: { id: string };

  beforeAll(async () => {
    ({ shop, channel, api } = await aShop());
    ada = await aMember(shop, { name: "Ada" });
    german = await aPricedMessage(channel, regular("marketing"), { phone: "4915112345678", template: "autumn_offer", authorId: ada.id });
    await aPricedMessage(channel, regular("marketing"), { contactId: german.contactId, template: "autumn_offer", authorId: ada.id });
    await aPricedMessage(channel, regular("utility"), { template: "order_shipped" });
    await aPricedMessage(channel, freeReply, { authorId: ada.id });
    await aPricedMessage(channel, regular("group_marketing"));
  });

  test("shows its total, what is not in it, and the free replies of each number", async () => {
    const { body } = await api.get<{ totals: Sum[]; days: { day: string; amountMicros: string }[]; freeReplies: unknown[] }>(
      `/costs/months/${month}`,
    );
    expect(body.totals).toEqual([{ currency: "USD", messages: 5, charged: 4, estimated: 0, unpriced: 1, amountMicros: "295000" }]);
    expect(body.days).toEqual([expect.objectContaining({ amountMicros: "295000" })]);
    expect(body.freeReplies).toEqual([{ channelId: channel.id, name: "Shop", used: 1, charged: 0, allowance: 1000, left: 999 }]);
    expect((await api.get<Page<{ month: string }>>("/costs/months")).body.items[0]).toEqual({ month });
  });

  test("is told by number, sender, contact, template, category and country, dearest first, each with the messages it counts", async () => {
    const by = async (dimension: string) => (await api.get<Page<Line>>(`/costs/months/${month}/by/${dimension}`)).body.items;
    expect((await by("number")).map((line) => [line.key, line.name, line.messages])).toEqual([[channel.id, "Shop", 5]]);
    expect((await by("sender")).map((line) => [line.key, line.name, line.amountMicros])).toEqual([
      [`member:${ada.id}`, "Ada", "273000"],
      ["system:test", null, "22000"],
    ]);
    expect((await by("template")).map((line) => [line.key, line.amountMicros])).toEqual([
      ["autumn_offer", "273000"],
      ["order_shipped", "22000"],
    ]);
    expect((await by("category")).map((line) => line.key)).toEqual(["marketing", "utility", "group_marketing", "service"]);
    expect((await by("country")).map((line) => [line.key, line.messages])).toEqual([
      ["DE", 2],
      ["GB", 3],
    ]);
    expect((await by("contact"))[0]).toMatchObject({ key: german.contactId, name: "Amara Okafor", messages: 2 });
    const messages = await api.get<Page<{ messageId: string; conversationId: string }>>(
      `/costs/months/${month}/messages?contact=${german.contactId}&charged=yes`,
    );
    expect(messages.body.items).toHaveLength(2);
    expect(messages.body.items[0]?.conversationId).toBe(german.conversationId);
  });

  test("pages hold everything once", async () => {
    const keys: string[] = [];
    let after = "";
    do {
      const { body } = await api.get<Page<Line>>(`/costs/months/${month}/by/contact?limit=1${after && `&after=${after}`}`);
      keys.push(...body.items.map((line) => line.key));
      after = body.next ?? "";
    } while (after);
    expect(new Set(keys).size).toBe(4);
    expect(keys).toHaveLength(4);
    const all: string[] = [];
    do {
      const { body } = await api.get<Page<{ messageId: string }>>(`/costs/months/${month}/messages?limit=2${after && `&after=${after}`}`);
      all.push(...body.items.map((item) => item.messageId));
      after = body.next ?? "";
    } while (after);
    expect([all.length, new Set(all).size]).toEqual([5, 5]);
    expect((await api.get<Refused>(`/costs/months/${month}/by/contact?after=bm9uc2Vuc2U`)).status).toBe(400);
  });

  test("is downloaded as CSV in which nothing is a formula", async () => {
    await system.updateTable("contacts").set({ name: '=HYPERLINK("http://x","y")' }).where("id", "=", german.contactId).execute();
    const answer = await api.get<string>(`/costs/months/${month}/export`);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="costs-${month}.csv"`);
    const lines = String(answer.body).trim().split("\r\n");
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => line.includes(`"'=HYPERLINK(""http://x"",""y"")"`))).toHaveLength(2);
    expect(lines.filter((line) => line.includes(",USD,0.1365,published,2026-01-01"))).toHaveLength(2);
    await system.updateTable("contacts").set({ name: "Amara Okafor" }).where("id", "=", german.contactId).execute();
  });

  test("is nobody else's business: another organization sees an empty month, and a role without the right nothing", async () => {
    const stranger = await client(await anOrganization(world));
    expect((await stranger.get<{ totals: unknown[] }>(`/costs/months/${month}`)).body.totals).toEqual([]);
    expect((await stranger.get<Page<unknown>>(`/costs/months/${month}/messages?contact=${german.contactId}`)).body.items).toEqual([]);
    const member = await aMember(shop, { role: "agent" });
    const agent = await browserOf(shop, { userId: member.userId });
    expect((await agent.get(`/costs/months/${month}`)).status).toBe(403);
    expect((await (await browserOf(shop, { userId: shop.ownerUserId })).get(`/costs/months/${month}`)).status).toBe(200);
    const reader = await client(shop, { can: ["costs.read"] });
    expect((await reader.post("/costs/prices", {})).status).toBe(403);
    expect((await reader.get("/costs/months/2026-13")).status).toBe(400);
  });
});

describe("hints", () => {
  test("count replies that could have been one, with what they cost, and only those", async () => {
    const { shop, channel, api } = await aShop();
    const start = Date.now() - 3_600_000;
    const reply = (contactId: string | undefined, seconds: number, more: { body?: string; pricing?: typeof freeReply } = {}) =>
      aPricedMessage(channel, more.pricing ?? regular("service"), {
        contactId,
        at: new Date(start + seconds * 1000),
        body: more.body ?? "Yes.",
      });
    const first = await reply(undefined, 0);
    await reply(first.contactId, 20);
    await reply(first.contactId, 50, { pricing: freeReply });
    // A minute later, and a long one: rightly messages of their own.
    await reply(first.contactId, 200);
    await reply(first.contactId, 220, { body: "x".repeat(900) });
    // The customer wrote between.
    const second = await reply(undefined, 0);
    await system
      .insertInto("messages")
      .values({
        organization_id: shop.id,
        id: newId(),
        conversation_id: second.conversationId,
        channel_id: channel.id,
        contact_id: second.contactId,
        direction: "inbound",
        origin: "customer",
        type: "text",
        body: "and?",
        occurred_at: new Date(start + 10_000),
      })
      .execute();
    await reply(second.contactId, 30);
    const { body } = await api.get<{ shortReplies: Record<string, unknown> }>(`/costs/months/${month}/hints`);
    expect(body.shortReplies).toEqual({
      count: 2,
      free: 1,
      savings: [{ currency: "USD", amountMicros: "22000" }],
      examples: [{ conversationId: first.conversationId, messages: 2 }],
    });
  });
});
